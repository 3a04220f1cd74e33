"""Planted errors: a sample of every kind, on the real content, against floors that may only rise."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from kb.load.corpus import read
from kb.load.today import today
from kb.plant.planted import Planted, other_digits
from kb.plant.table import lines
from kb.plant.trial import Score, Trial, Tried, score

ROOT = Path(__file__).parents[1]
FLOORS: Mapping[str, float] = json.loads((Path(__file__).parent / "planted-floors.json").read_text())
EACH, SEED = 40, 2016


@cache
def sampled() -> Score:
    files = read(ROOT)
    day = today(ROOT, files)
    assert day is not None
    trial = Trial(files, day)
    found = score(trial.run(planted) for planted in trial.sample(EACH, SEED))
    sys.stdout.write("\n" + "\n".join(lines(found, 60)) + "\n")
    return found


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_a_kind_of_planted_error_is_noticed(kind: str) -> None:
    """A floor is the share of the sample that was caught when it was last raised."""
    assert sampled().share(kind) >= FLOORS[kind]


def test_every_kind_has_a_floor() -> None:
    assert set(sampled().kinds) == set(FLOORS)


def test_overall_the_share_is_kept() -> None:
    caught, planted = sampled().total

    assert caught / planted >= 0.85


def test_nothing_is_written() -> None:
    before = {path: (ROOT / path).stat().st_mtime_ns for path in read(ROOT)}
    sampled()

    assert before == {path: (ROOT / path).stat().st_mtime_ns for path in before}


def test_a_year_has_thirty_six_changes_of_one_digit() -> None:
    found = other_digits("2016")

    assert 36 == len(set(found))
    assert all(sum(a != b for a, b in zip(year, "2016", strict=True)) == 1 for year in found)


def test_an_error_that_changes_nothing_is_not_caught() -> None:
    files = read(ROOT)
    day = today(ROOT, files)
    assert day is not None
    trial = Trial(files, day)
    same = Planted("nothing", "docs/index.md", 1, "", "", files["docs/index.md"])

    assert Tried(same, ()).is_caught is False
    assert trial.run(same).is_caught is False
