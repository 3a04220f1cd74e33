"""Every rule earns its place: it finds something that no other rule of error or warning finds."""

from __future__ import annotations

import pytest

from kb.core.finding import Severity
from kb.run.runner import rules
from rule_examples import EXAMPLES, Example, found

EXCEPTIONS: dict[str, str] = {}
"""Rules that others find with them in all examples, each with the reason why it stands all the same."""


def others(example: Example) -> set[str]:
    """The other rules that fail a run for the files that the example lays over the small corpus."""
    here = [finding for finding in found(example) if finding.mark.path in example.files]
    return {f.rule for f in here if f.rule != example.slug and f.severity is not Severity.NOTE}


def shown(slug: str) -> dict[str, set[str]]:
    """What a rule finds on its page, each with the other rules that find it too."""
    return {e.heading: others(e) for e in EXAMPLES if e.slug == slug and e.section == "Found"}


@pytest.mark.parametrize("slug", [rule.slug for rule in rules()])
def test_a_rule_finds_what_no_other_rule_finds(slug):
    assert set() in shown(slug).values() or slug in EXCEPTIONS, shown(slug)


def test_an_exception_is_needed():
    assert [slug for slug in EXCEPTIONS if set() in shown(slug).values()] == []
