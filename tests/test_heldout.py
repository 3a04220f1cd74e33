"""The held-out set: pages on other subjects, written without sight of the rules, read by the rules as they are."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from kb.core.finding import Finding, Severity
from kb.core.model import Corpus
from kb.load.corpus import assemble, read
from kb.run.known import start
from kb.run.runner import examine, rules
from kb.verify.page import reading
from kb_plant.planted import Planted
from kb_plant.trial import Trial

ROOT = Path(__file__).parents[1]
HELD_OUT = Path(__file__).parent / "heldout"
FLOORS: Mapping[str, float] = json.loads((HELD_OUT / "floors.json").read_text())
TODAY = date(2026, 11, 22)
FAMILIES = frozenset({"prose", "claim", "event"})
EACH, SEED = 15, 2016


@cache
def files() -> Mapping[str, bytes]:
    """The held-out content under the real schema; nothing else of the real content."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    return schema | read(HELD_OUT)


@cache
def corpus() -> Corpus:
    return assemble(files(), TODAY)


@cache
def figures() -> int:
    """How many figures the checker finds on the pages."""
    return sum(len(start(corpus()).ask(reading, page=page).figures) for page in corpus().pages)


@cache
def alarms() -> tuple[Finding, ...]:
    """Errors and warnings of the rules on prose, claims and events, on pages in which every sentence is true."""
    those = tuple(rule for rule in rules() if rule.family in FAMILIES)
    pages = {page.path for page in corpus().pages}
    found = examine(corpus(), those).findings
    return tuple(each for each in found if each.mark.path in pages and each.severity is not Severity.NOTE)


@cache
def planted() -> Mapping[Planted, bool]:
    """A sample of every kind of error that is planted in a page, and whether each is caught."""
    trial = Trial(files(), TODAY)
    pages = {page.path for page in corpus().pages}
    drawn = [each for each in trial.sample(EACH, SEED) if each.path in pages]
    return {each: trial.run(each).is_caught for each in drawn}


def test_the_set_is_large_enough() -> None:
    assert len(corpus().pages) >= FLOORS["pages"]
    assert figures() >= FLOORS["figures"]


def test_false_alarms_are_few() -> None:
    """Each alarm on these pages is false; their share is counted in figures."""
    share = len(alarms()) / figures()
    sys.stdout.write(f"\nheld out: {len(alarms())} alarms on {figures()} figures, {share:.1%}\n")

    assert share <= FLOORS["false alarms"]


def test_planted_errors_are_caught() -> None:
    caught, tried = sum(planted().values()), len(planted())
    sys.stdout.write(f"\nheld out: {caught} of {tried} planted errors caught, {caught / tried:.1%}\n")

    assert caught / tried >= FLOORS["caught"]
