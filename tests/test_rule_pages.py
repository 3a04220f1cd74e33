"""The page of each rule is its manual and its test: every example on it runs, and one finds what no other rule does."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kb.core.finding import Finding, Severity
from kb.core.mark import Mark
from kb.load.corpus import assemble
from kb.load.pages import page as read
from kb.report.text import headline
from kb.run.runner import examine, rules
from rule_examples import EXAMPLES, PATHS, ROOT, TODAY, Example, found, sections, small_corpus

SECTIONS = ["Why it matters", "Found", "Not found", "What to do"]


def is_whole(finding: Finding, example: Example) -> bool:
    """Has it a rule, a text, what to do and values, and does each place it names exist?"""
    files = {**small_corpus(), **example.files}
    told = finding.rule == example.slug and finding.text.strip() and finding.help.strip() and all(finding.fingerprint)
    return bool(told) and all(exists(mark, files) for mark in (finding.mark, *finding.compare))


def exists(mark: Mark, files: Mapping[str, bytes]) -> bool:
    """Is there such a file, with so many lines, and so many columns in that line?"""
    lines = files[mark.path].decode(errors="replace").splitlines() if mark.path in files else []
    if (mark.line, mark.column) == (1, 1):
        return mark.path in files or (ROOT / mark.path).is_file()
    return 1 <= mark.line <= len(lines) and 1 <= mark.column <= len(lines[mark.line - 1]) + 1


def test_every_rule_has_a_page_and_every_page_a_rule():
    ruled = {(rule.family, rule.slug) for rule in rules()}
    written = {(path.parent.name, path.stem) for path in PATHS}

    assert ruled == written


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_page_says_why_what_is_found_what_is_not_and_what_to_do(path):
    page = path.read_text(encoding="utf-8")
    faults = read(path.relative_to(ROOT).as_posix(), page.encode()).faults
    shown = {example.section for example in EXAMPLES if example.slug == path.stem}

    assert page.startswith(f"---\norphan: true\nnosearch: true\n---\n\n# {path.stem}\n\n")
    assert list(sections(page)) == SECTIONS
    assert all(sections(page)[name].strip() for name in ("Why it matters", "What to do"))
    assert shown == {"Found", "Not found"}
    assert faults == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.slug}: {example.heading}")
def test_an_example_finds_what_its_page_says(example: Example):
    findings = [finding for finding in found(example) if finding.rule == example.slug]

    assert example.expected == [headline(finding) for finding in findings]
    assert bool(example.expected) == (example.section == "Found")
    assert [] == [headline(finding) for finding in findings if not is_whole(finding, example)]


def test_the_small_corpus_is_clean():
    findings = examine(assemble(small_corpus(), TODAY)).findings

    assert [] == [headline(finding) for finding in findings]


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
