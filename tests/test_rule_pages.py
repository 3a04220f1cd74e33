"""The page of each rule is its manual and its test: every example on it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kb.finding import Finding
from kb.load.corpus import assemble, read
from kb.model import Statement
from kb.report.text import headline
from kb.run import Rule, examine, rules

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "rules"
CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2020, 1, 1)
SECTIONS = ["Why it matters", "Found", "Not found", "What to do"]
_FENCE = re.compile(r"(?P<fence>`{3,})\{code-block\} text\n(?P<body>.*?)\n(?P=fence)$", re.DOTALL | re.MULTILINE)
_PIECE = re.compile(rf"^(?P<head>##+) (?P<name>[^\n]+)$|{_FENCE.pattern}", re.DOTALL | re.MULTILINE)


@dataclass
class Example:
    """One example: what it shows, the files it lays over the small corpus, the findings it expects."""

    slug: str
    section: str
    heading: str
    files: dict[str, bytes] = field(default_factory=dict)
    expected: list[str] = field(default_factory=list)


def sections(page: str) -> dict[str, str]:
    """The text below each second-level heading."""
    parts = re.split(r"^## (.+)$", _FENCE.sub("", page), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def examples(path: Path) -> Iterator[Example]:
    """Every example of a page, found and not found."""
    section = ""
    made: Example | None = None
    for match in _PIECE.finditer(path.read_text(encoding="utf-8")):
        if match["head"] == "##":
            section = match["name"]
        elif match["head"] == "###":
            if made:
                yield made
            made = Example(path.stem, section, match["name"])
        elif made:
            _add(made, match["body"])
    if made:
        yield made


def _add(example: Example, body: str) -> None:
    caption, _, content = body.partition("\n\n")
    if caption.startswith(":caption: "):
        example.files[caption.removeprefix(":caption: ").strip()] = f"{content}\n".encode()
    else:
        example.expected += body.strip().splitlines()


@cache
def small_corpus() -> Mapping[str, bytes]:
    """The files of the league of small states, under the real schema."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    return read(CORPUS) | schema


def breaks_down(statement: Statement) -> list[object]:
    """A rule with a fault of its own, for the page of `rule-crashed`."""
    return [] if statement.ordinal != 13 else [1 / (statement.ordinal - 13)]


FAULTY = Rule("fear-of-thirteen", "time", breaks_down, ("statement",), "scripts/kb/rules/time/fear_of_thirteen.py")


def run(example: Example) -> list[Finding]:
    """What the rule says of the small corpus with the example's files laid over it."""
    corpus = assemble({**small_corpus(), **example.files}, TODAY)
    return [f for f in examine(corpus, (*rules(), FAULTY)).findings if f.rule == example.slug]


PATHS = sorted(PAGES.glob("*/*.md"))
EXAMPLES = [example for path in PATHS for example in examples(path)]


def test_every_rule_has_a_page_and_every_page_a_rule():
    ruled = {(rule.family, rule.slug) for rule in rules()}
    written = {(path.parent.name, path.stem) for path in PATHS}

    assert ruled == written


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_page_says_why_what_is_found_what_is_not_and_what_to_do(path):
    page = path.read_text(encoding="utf-8")
    shown = {example.section for example in EXAMPLES if example.slug == path.stem}

    assert page.startswith(f"---\norphan: true\nnosearch: true\n---\n\n# {path.stem}\n\n")
    assert list(sections(page)) == SECTIONS
    assert all(sections(page)[name].strip() for name in ("Why it matters", "What to do"))
    assert shown == {"Found", "Not found"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.slug}: {example.heading}")
def test_an_example_finds_what_its_page_says(example: Example):
    found = run(example)

    assert example.expected == [headline(finding) for finding in found]
    assert bool(example.expected) == (example.section == "Found")
    assert all(finding.help for finding in found)


def test_the_small_corpus_is_clean():
    findings = examine(assemble(small_corpus(), TODAY)).findings

    assert [] == [headline(finding) for finding in findings]
