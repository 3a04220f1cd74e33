"""Planted errors: a sample of every kind, on the real content, against floors that may only rise."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from functools import cache
from itertools import islice
from math import comb
from pathlib import Path

import pytest

from kb.core.finding import Finding
from kb.load.corpus import assemble, read
from kb.load.today import today
from kb.report.text import headline
from kb.run.runner import examine
from kb_plant.lines import prose
from kb_plant.planted import Planted, Sheet, other_digits
from kb_plant.score import Score, Tried, score
from kb_plant.spelling import SPELLINGS, respelt
from kb_plant.table import rows, survivors, total
from kb_plant.trial import Trial

ROOT = Path(__file__).parents[1]
FLOORS: Mapping[str, float] = json.loads((Path(__file__).parent / "planted-floors.json").read_text())
EACH, SEED = 16, 2016


@cache
def trial() -> Trial:
    files = read(ROOT)
    day = today(ROOT, files)
    assert day is not None
    return Trial(files, day)


@cache
def clean() -> frozenset[Finding]:
    """What all rules find in the real content as it is."""
    return frozenset(examine(assemble(trial().files, trial().today)).findings)


@cache
def tried() -> list[Tried]:
    return [trial().run(planted) for planted in trial().sample(EACH, SEED)]


@cache
def sampled() -> Score:
    found = score(tried())
    sys.stdout.write("\n".join(["", *rows(found), total(found), *survivors(found, 80), ""]))
    return found


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_a_kind_of_planted_error_is_noticed(kind: str) -> None:
    """A sample of a few is never below its floor by chance alone: a share as low must be rarer than one in a hundred.

    Every change of the content draws other places, so a plain comparison would fail now and then with no cause.
    """
    caught, planted = sampled().kinds[kind]

    assert chance(caught, planted, FLOORS[kind]) > 0.01


def test_an_error_in_prose_is_noticed_however_its_line_is_typed() -> None:
    """Every kind that is planted in a page, once in each spelling, where it is noticed as it is usually typed."""
    caught: dict[str, list[Planted]] = {}
    for each in tried():
        if each.is_caught and each.planted.path.endswith(".md"):
            caught.setdefault(each.planted.kind, []).append(each.planted)
    pairs = [pair for those in caught.values() for pair in zip(those, SPELLINGS, strict=False)]
    typed = [(found, spelling) for planted, spelling in pairs if (found := respelt(planted, spelling))]

    assert len(caught) >= 30
    assert len(typed) >= 2 * len(caught)
    assert [] == [f"{each}, with {spelling}" for each, spelling in typed if not trial().run(each).is_caught]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_right_pages_are_as_clean_however_they_are_typed(spelling: str) -> None:
    """But for headings that links lead to: their addresses are made of their characters as they are typed."""
    led_to = {link.id.partition("#")[2] for page in trial().corpus.pages for link in page.links}
    files = dict(trial().files)
    for page in (page for page in trial().corpus.pages if page.vouched):
        sheet = Sheet(page.path, files[page.path].decode())
        text = sheet.text
        for line in (line for line in reversed(prose(sheet)) if _address(line.text) not in led_to):
            text = text[: line.offset] + SPELLINGS[spelling](line.text) + text[line.offset + len(line.text) :]
        files[page.path] = text.encode()
    after = examine(assemble(files, trial().today)).findings

    assert files != trial().files
    assert [] == [headline(finding) for finding in set(after) - clean()]


def _address(line: str) -> str:
    """The address that MyST gives a heading; of any other line what is no address."""
    return re.sub(r"[^\w-]", "", line.lstrip("# ").lower().replace(" ", "-")) if line.startswith("#") else " "


def chance(caught: int, planted: int, floor: float) -> float:
    """How likely so few or fewer are caught, if the floor holds (binomial)."""
    return sum(comb(planted, n) * floor**n * (1 - floor) ** (planted - n) for n in range(caught + 1))


def test_a_floor_that_is_clearly_missed_fails() -> None:
    assert chance(10, 16, 0.9) < 0.01 < chance(13, 16, 0.9)
    assert chance(0, 4, 0.9) < 0.01


def test_every_kind_has_a_floor_and_none_is_at_zero() -> None:
    assert set(sampled().kinds) == set(FLOORS)
    assert [kind for kind, floor in FLOORS.items() if not floor] == []


def test_there_are_at_least_thirty_kinds() -> None:
    assert len(FLOORS) >= 30


def test_overall_the_share_is_kept() -> None:
    caught, planted = sampled().total

    assert caught / planted >= 0.9
    assert sampled().mean >= 0.9


def test_nothing_is_written() -> None:
    before = {path: (ROOT / path).stat().st_mtime_ns for path in read(ROOT)}
    for planted in trial().sample(1, SEED)[:10]:
        trial().run(planted)

    assert before == {path: (ROOT / path).stat().st_mtime_ns for path in before}


def test_every_error_changes_its_file() -> None:
    assert [str(each) for each in trial().sample(40, SEED) if each.data.decode() == each.sheet.text] == []


def test_a_sample_of_one_kind_does_not_hang_on_the_others() -> None:
    drawn = [each for each in trial().sample(3, SEED) if each.kind == "misspelt name"]

    assert drawn == [each for each in trial().sample(3, SEED) if each.kind == "misspelt name"]
    assert 3 == len(drawn)


def test_a_year_has_thirty_six_changes_of_one_digit() -> None:
    found = other_digits("2016")

    assert 36 == len(set(found))
    assert all(sum(a != b for a, b in zip(year, "2016", strict=True)) == 1 for year in found)


def test_two_spans_change_places_whatever_their_lengths() -> None:
    planted = Sheet("a.md", "one and three\n").swap("swapped", (0, 3), (8, 13))

    assert b"three and one\n" == planted.data
    assert 1 == planted.line


def test_an_error_that_changes_nothing_is_not_caught() -> None:
    path = "docs/index.md"
    same = Planted("nothing", Sheet(path, trial().files[path].decode()), ())

    assert Tried(same, ()).is_caught is False
    assert trial().run(same).is_caught is False


def test_places_come_in_the_order_of_the_files() -> None:
    first = [each.path for each in islice(trial().plants(), 50)]

    assert first == sorted(first)
