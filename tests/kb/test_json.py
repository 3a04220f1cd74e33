"""The report for programs keeps to its schema, and its page describes the same shape."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kb.load.corpus import load
from kb.report import json as programs
from kb.report.tally import tally
from kb.run.runner import examine

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "contributing" / "json.md"
SCHEMA = json.loads((ROOT / "docs" / "contributing" / "check.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


@cache
def report(today: date) -> dict[str, Any]:
    """What is found in the real content, seen from a day: early on nothing has been published yet."""
    corpus = load(ROOT, today)
    outcome = examine(corpus)
    numbers = tally(corpus, outcome.findings, len(outcome.waived))
    return json.loads(programs.document(outcome.findings, numbers, today))


def shown() -> dict[str, Any]:
    """The example of the page."""
    found = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2000, 1, 1), date(2035, 1, 1)], ids=str)
def test_real_reports_keep_to_the_schema(today):
    assert [] == [error.message for error in VALIDATOR.iter_errors(report(today))]


def test_the_day_of_the_test_brings_up_findings_of_each_severity():
    found = [*report(date(2000, 1, 1))["findings"], *report(date(2035, 1, 1))["findings"]]

    assert {"error", "warning", "note"} == {finding["severity"] for finding in found}


def test_the_example_of_the_page_keeps_to_the_schema():
    assert [] == [error.message for error in VALIDATOR.iter_errors(shown())]


def test_version_schema_and_changelog_agree():
    changes = re.findall(r"^### (\d+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert programs.VERSION == SCHEMA["properties"]["version"]["const"]
    assert [str(number) for number in range(programs.VERSION, 0, -1)] == changes


def test_every_field_is_described():
    page = PAGE.read_text(encoding="utf-8")
    fields = [*SCHEMA["properties"], *SCHEMA["$defs"]["finding"]["properties"]]

    assert [] == [field for field in fields if f"`{field}`" not in page]


@pytest.mark.parametrize(
    "change",
    [{"severity": "fatal"}, {"line": 0}, {"path": "/etc/passwd"}, {"seen": []}, {"rule": "E501"}, {"more": 1}],
    ids=str,
)
def test_what_does_not_keep_to_the_schema_is_noticed(change):
    whole = shown()
    whole["findings"][0] |= change

    assert not VALIDATOR.is_valid(whole)
