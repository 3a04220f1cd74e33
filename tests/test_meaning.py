"""Errors of meaning, planted in true pages by others, who had seen no rule: how many are caught, and at what price."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest

from kb.core.finding import Finding, Severity
from kb.load.corpus import assemble, read
from kb.load.today import today
from kb.run.runner import Result, examine

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent / "meaning"
FLOORS: Mapping[str, Mapping[str, float]] = json.loads((HERE / "floors.json").read_text())
SETS = sorted(FLOORS)
ABOUT_THE_SITE = frozenset({"broken-markup"})
"""That no list of pages names these pages is no alarm."""


@dataclass(frozen=True)
class Planted:
    """An error: on which line of which page, which words become which, and of what family it is."""

    page: str
    line: int
    old: str
    new: str
    family: str

    @property
    def path(self) -> str:
        """Where its page is laid."""
        return f"docs/meaning/{self.page}"


@cache
def content() -> Mapping[str, bytes]:
    return read(ROOT)


@cache
def pages(name: str) -> Mapping[str, bytes]:
    """The pages of a set, where they are laid."""
    return {f"docs/meaning/{path.name}": path.read_bytes() for path in sorted((HERE / name).glob("*/*.md"))}


def planted(name: str) -> Iterator[Planted]:
    for path in sorted((HERE / name).glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            told = json.loads(line)
            yield Planted(told["page"], told["line"], told["old"], told["new"], told["family"])


def run(name: str, changed: Mapping[str, bytes] | None = None, before: Result | None = None) -> Result:
    files = {**content(), **pages(name), **(changed or {})}
    day = today(ROOT, content())
    assert day is not None
    return examine(assemble(files, day), before=before.run if before else None, keeps=before is None)


def told(result: Result, name: str) -> set[tuple[str, str, int, str]]:
    """What errors and warnings say of the pages of a set."""
    return {key(each) for each in result.findings if each.mark.path in pages(name) and is_alarm(each)}


def key(finding: Finding) -> tuple[str, str, int, str]:
    return finding.rule, finding.mark.path, finding.mark.line, finding.text


def is_alarm(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE and finding.rule not in ABOUT_THE_SITE


def together(name: str) -> Iterator[tuple[Planted, ...]]:
    """The errors of a set, no two of one page at once."""
    of_page: dict[str, list[Planted]] = {}
    for error in planted(name):
        of_page.setdefault(error.page, []).append(error)
    for errors in zip_longest(*of_page.values()):
        yield tuple(error for error in errors if error)


def laid(error: Planted, name: str) -> bytes:
    """Its page with the error in it."""
    lines = pages(name)[error.path].decode().split("\n")
    lines[error.line - 1] = lines[error.line - 1].replace(error.old, error.new)
    return "\n".join(lines).encode()


@cache
def measured(name: str) -> Mapping[str, float]:
    """The share of each family that is caught, in per cent, and the alarms on the pages as they are."""
    first = run(name)
    known = told(first, name)
    caught: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for errors in together(name):
        found = told(run(name, {error.path: laid(error, name) for error in errors}, first), name) - known
        for error in errors:
            all_of[error.family] += 1
            caught[error.family] += any(
                path == error.path and abs(line - error.line) <= 1 for _, path, line, _ in found
            )
    shares = {family: round(100 * caught[family] / count, 1) for family, count in all_of.items()}
    found_here = {**shares, "alarms": float(len(known))}
    sys.stdout.write(f"\n{name}: {found_here}\n")
    return found_here


@pytest.mark.parametrize("name", SETS)
def test_each_planted_error_can_be_laid(name: str) -> None:
    lost = [
        error
        for error in planted(name)
        if pages(name)[error.path].decode().split("\n")[error.line - 1].count(error.old) != 1
    ]

    assert [] == lost


@pytest.mark.parametrize("name", SETS)
def test_no_share_of_what_is_caught_falls(name: str) -> None:
    fallen = {
        family: (floor, measured(name)[family])
        for family, floor in FLOORS[name].items()
        if family != "alarms" and measured(name)[family] < floor
    }

    assert {} == fallen


@pytest.mark.parametrize("name", SETS)
def test_true_sentences_are_not_found_more_often(name: str) -> None:
    assert FLOORS[name]["alarms"] >= measured(name)["alarms"]
