"""Reads the examples on the pages of the rules and lays them over the small corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kb.core.finding import Finding
from kb.core.model import Statement
from kb.load.corpus import assemble, read
from kb.run.runner import Rule, examine, rules

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "rules"
CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2020, 1, 1)
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
    return MappingProxyType(read(CORPUS) | schema)  # which tests share, and none may change for the others


def breaks_down(statement: Statement) -> list[object]:
    """A rule with a fault of its own, for the page of `rule-crashed`."""
    return [] if statement.ordinal != 13 else [1 / (statement.ordinal - 13)]


FAULTY = Rule("fear-of-thirteen", "time", breaks_down, ("statement",), "scripts/kb/rules/time/fear_of_thirteen.py")


PATHS = sorted(PAGES.glob("*/*.md"))
EXAMPLES = [example for path in PATHS for example in examples(path)]


@cache
def everything_found(number: int) -> tuple[Finding, ...]:
    """What all rules find in the small corpus with the files of an example laid over it."""
    corpus = assemble({**small_corpus(), **EXAMPLES[number].files}, TODAY)
    return examine(corpus, (*rules(), FAULTY)).findings


def found(example: Example) -> tuple[Finding, ...]:
    """What all rules find there; worked out once."""
    return everything_found(next(n for n, each in enumerate(EXAMPLES) if each is example))
