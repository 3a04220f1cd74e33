"""Time and room are bounded whatever is read: each kind of long input is read at once or is a finding."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from signal import ITIMER_PROF, SIGPROF, setitimer, signal
from types import FrameType

import pytest

from kb.core.finding import Severity
from kb.load.corpus import assemble, read
from kb.load.pages import BRACKETS, LONGEST
from kb.run.runner import examine

ROOT = Path(__file__).parents[2]
PAGE, FACTS, LOCK = "docs/topic/page.md", "docs/facts/dornia.yaml", "docs/facts/sources.lock"
HEAD = "---\nabout: [league]\n---\n\n# The League\n\n"
CITED = "{cite:p}`League2006history{¶ 1}`"
DORNIA = "id: dornia\nkind: state\nnames: {en: Dornia}\n"
SORTS = [*'a A 1 , . - [ ] ( * _ ` { } | " “ ‘ < & \\ ! # > ~ : ; / = $ % ^ +'.split(), *" \t\u00a0\u200b\u0301"]
PATTERNS = [
    "1 ", "1990 ", "3 June 1990, ", "ten years, ", "third ", "Corvia, ", "Corvia and Arvenia 2 ", f"A {CITED} ", "“1” ",
    "‘12’ ", "one hundred and ", "Article 1, ", "a1-", "1-2-", "it says ", "Osk, ", "not found ", "[a](b.md) ", "&amp;",
    "[1]{.own} ", "`1` ", "*a_", "[^a]", "а1b",
]  # fmt: skip
LINES = [
    "Founded in 1990.\n", f"Founded in 1990 {CITED}.\n", f"- 1990 {CITED}\n", "- 1990\n", "## 1990\n\n",
    "Founded 1990.\n\n",
    "| 1990 | x |\n", f"| 1990 | x {CITED} |\n", ":::{note}\nFounded 1990.\n:::\n\n", "> a\n", "a\n: b\n\n", "[a]: b\n",
]  # fmt: skip
LONG, PATIENCE = 30_000, 60


@pytest.fixture(scope="module")
def league() -> Mapping[str, bytes]:
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    return read(ROOT / "tests" / "corpus") | schema


@contextmanager
def no_hang() -> Iterator[None]:
    """Stops what has run away; it counts the processor's time, so that a busy machine is no fault."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    signal(SIGPROF, stop)
    setitimer(ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        setitimer(ITIMER_PROF, 0)


def found(league: Mapping[str, bytes], files: Mapping[str, str | bytes]) -> set[str]:
    """The rules that find an error; a rule that breaks down, and time that runs out, are none."""
    laid = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
    with no_hang():
        outcome = examine(assemble({**league, **laid}, date(2020, 1, 1)))
    crashed = [f"{finding.text}" for finding in outcome.findings if finding.rule == "rule-crashed"]

    assert [] == crashed
    return {finding.rule for finding in outcome.findings if finding.severity is Severity.ERROR}


@pytest.mark.parametrize("sort", SORTS)
def test_a_million_characters_of_one_sort_in_one_line(league: Mapping[str, bytes], sort: str) -> None:
    assert {"unreadable", "stray-character"} & found(league, {PAGE: HEAD + "a" + sort * 1_000_000 + "\n"})


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_line_as_long_as_is_read(league: Mapping[str, bytes], pattern: str) -> None:
    most = (LONGEST - 100) // len(pattern)
    line = pattern * (min(most, BRACKETS // pattern.count("[")) if "[" in pattern else most) + f" {CITED}.\n"

    assert "unreadable" not in found(league, {PAGE: HEAD + line})
    found(league, {PAGE: HEAD + line * 10})


@pytest.mark.parametrize("line", LINES)
def test_many_lines(league: Mapping[str, bytes], line: str) -> None:
    head = "| a | b |\n|---|---|\n" if line.startswith("|") else ""

    found(league, {PAGE: HEAD + head + line * (LONG // len(line))})


def test_ten_thousand_citations_in_one_paragraph(league: Mapping[str, bytes]) -> None:
    group = "{cite:p}`" + ",".join(["League2006history{¶ 1}"] * 70) + "`"

    assert "overlong-sentence" in found(league, {PAGE: HEAD + f"It was founded {group}.\n" * 60})
    assert "unreadable" in found(league, {PAGE: HEAD + f"It was founded {CITED}" * 10_000 + ".\n"})


NESTED = 10_000
DEEP = {
    "fences": (PAGE, HEAD + "".join(f"{'`' * n}{{note}}\n" for n in range(400, 2, -1)) + "x\n"),
    "colons": (PAGE, HEAD + "".join(f"{':' * n}{{note}}\n" for n in range(400, 2, -1)) + "x\n"),
    "quotations": (PAGE, HEAD + ">" * 1_000 + " x\n"),
    "lists": (PAGE, HEAD + "".join(f"{' ' * 2 * n}- x\n" for n in range(200))),
    "flow lists": (FACTS, DORNIA + "also: " + "[" * NESTED + "]" * NESTED + "\n"),
    "flow mappings": (FACTS, DORNIA + "also: " + "{a: " * NESTED + "}" * NESTED + "\n"),
    "mappings": (FACTS, DORNIA + "statements:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 1_000))),
    "front matter": (PAGE, "---\nabout: " + "[" * NESTED + "\n---\n\n# T\n"),
    "a lock": (LOCK, '{"version": 1, "sources": ' + "[" * NESTED + "]" * NESTED + "}"),
    "a schema": ("docs/facts/schema/properties.yaml", "a: " + "[" * NESTED + "]" * NESTED),
}


@pytest.mark.parametrize("what", DEEP)
def test_what_is_nested_too_deep_is_a_finding(league: Mapping[str, bytes], what: str) -> None:
    path, text = DEEP[what]

    assert {"unreadable", "schema", "broken-markup"} & found(league, {path: text})
    assert sys.getrecursionlimit() <= 1_000


STATEMENT = DORNIA + "statements:\n  drill:\n    records: A drill was held.\n"
EVIDENCE = "    evidence:\n      - {by: League2006history, at: ¶ 1, quote: QUOTE, seen: full}\n"
DIGITS = "9" * 400
NUMBERS = {
    "a count of 400 digits": f"    counts: {{n: {DIGITS}, of: [states]}}\n{EVIDENCE}",
    "a count beyond all": f"    counts: {{n: 1e999, of: [states]}}\n{EVIDENCE}",
    "an ordinal of 400 digits": f"    ordinal: {DIGITS}\n{EVIDENCE}",
    "articles of 400 digits": f"    articles: [{DIGITS}]\n{EVIDENCE}",
    "the first day": f"    from: 0001-01-01\n    until: 0001-01-01\n{EVIDENCE}",
    "the last day": f"    from: 9999-12-31\n    through: 9999-12-31\n{EVIDENCE}",
    "a date of 400 digits": f"    on: {DIGITS}-01-01\n{EVIDENCE}",
    "a date with a dash": f"    on: 2016–05–01\n{EVIDENCE}",
    "digits in a locator": EVIDENCE.replace("¶ 1", f"¶ {'9' * 5_000}"),
}  # fmt: skip


@pytest.mark.parametrize("what", NUMBERS)
def test_a_number_or_date_beyond_all_is_a_finding(league: Mapping[str, bytes], what: str) -> None:
    assert "schema" in found(league, {FACTS: STATEMENT + NUMBERS[what]})


@pytest.mark.parametrize("digits", [DIGITS, "9" * 1_900, "1," * 900, f"{DIGITS} million", f"1.{DIGITS}", "٩" * 400])
def test_a_quote_of_many_digits_breaks_no_rule(league: Mapping[str, bytes], digits: str) -> None:
    found(league, {FACTS: STATEMENT + EVIDENCE.replace("QUOTE", f"'a drill of {digits} men was held'")})
    found(league, {PAGE: HEAD + f"It had {digits} men {CITED[:-2]}{digits[:400]}}}`.\n"})


def test_a_date_names_the_character_that_is_none_of_a_date(league: Mapping[str, bytes]) -> None:
    laid = {**league, FACTS: (STATEMENT + NUMBERS["a date with a dash"]).encode()}
    texts = [fault.text for fault in assemble(laid, date(2020, 1, 1)).faults]

    assert any(text.endswith("(it holds U+2013 EN DASH)") for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        DORNIA + "".join(f"k{n}: v\n" for n in range(100_000)), DORNIA + "short: " + "x" * 5_000_000,
        DORNIA + "x" * 900 + ": y\n", "%YAML 9.9\n---\n" + DORNIA, "%TAG ! tag:x,2000:\n---\n" + DORNIA, "\0" * 10_000,
        "\t" * 10_000, "a:\n\t- b\n", DORNIA + "also: [" + "x, " * 100_000 + "]\n", "? " * 5_000 + "a\n",
        DORNIA.replace("dornia", "d" * 1_000), DORNIA + "id: x\n" * 10_000, "- " * 5_000,
    ],
    ids=range(13),
)  # fmt: skip
def test_a_ledger_file_that_is_too_much_is_a_finding(league: Mapping[str, bytes], text: str) -> None:
    assert {"unreadable", "schema", "duplicate-key", "stray-character"} & found(league, {FACTS: text})


LOCKED = {"fingerprint": "x", "sentences": []}


@pytest.mark.parametrize(
    "lock",
    [
        "null", "[]", "1", '"x"', "{}", '{"version": 1}', '{"version": 1, "sources": []}',
        '{"version": 2, "sources": {}}',
        json.dumps({"version": 1, "sources": {"A": None}}), json.dumps({"version": 1, "sources": {"A": {}}}),
        json.dumps({"version": 1, "sources": {"A": {**LOCKED, "sentences": {}}}}),
        json.dumps({"version": 1, "sources": {"A": {**LOCKED, "sentences": [1]}}}),
        json.dumps({"version": 1, "sources": {"A": {**LOCKED, "sentences": [dict.fromkeys(
            ("fingerprint", "locator", "figures", "names", "quotes"), 1)]}}}),
        '{"version": ' + "1" * 5_000 + "}", "\ufeff{", "{\r\n oops",
    ],
    ids=range(16),
)  # fmt: skip
def test_a_lock_of_another_form_is_a_finding(league: Mapping[str, bytes], lock: str) -> None:
    assert "unreadable" in found(league, {LOCK: lock})
