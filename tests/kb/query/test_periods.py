"""Periods of answers: they cover each day once, and say of it what is answered when one asks for that day alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from kb.core.derive import has_roll, tenures
from kb.core.model import Corpus
from kb.core.truth import Truth
from kb.load.corpus import assemble, load
from kb.query.periods import Period, Question, comes_into_force, of_existence, of_force, of_holders, of_members, periods
from kb.query.questions import Answer, existing, holder, in_force, members

ROOT = Path(__file__).parents[3]
FIRST, TODAY = date(1985, 1, 1), date(2020, 1, 1)
SCHEMA = ROOT / "docs/facts/schema"
LEAGUE = """
id: league
kind: organisation
names: {en: The League}
statements:
  arvenia: {member: arvenia, from: 1990-06-03, until: 1999}
  boreland: {member: boreland, from: 1995, until: ongoing, checked: 2020-01-01}
"""
POST = """
id: secretary
kind: post
names: {en: Secretary}
statements:
  voss: {held-by: voss, from: 2001-04-02, until: 2005}
  rask: {held-by: rask, as: acting, from: 2005, through: 2006-03-01}
"""
PACT = """
id: pact
kind: instrument
names: {en: The Pact}
statements:
  force: {in-force: 1990-06}
  end: {expires: 2000-06-03}
"""
FLEET = "id: fleet\nkind: force\nnames: {en: Fleet}\nstatements: {begun: {founded: 1990}}\n"
NAMES = {"arvenia": "state", "boreland": "state", "voss": "person", "rask": "person"}
DAYS = some.dates(FIRST, TODAY)
ENDS = some.sampled_from(["until", "through"])


def written(day: date, precision: int) -> str:
    """A day as precise as one knows it: to the year, the month or the day, or about."""
    text = day.isoformat()
    return (text[:4], text[:7], text, f"{text[:4]}~")[precision]


@some.composite
def memberships(draw: some.DrawFn) -> str:
    """A body whose members came and went on days of all precisions."""
    lines = []
    for n in range(draw(some.integers(1, 4))):
        begin, end = sorted((draw(DAYS), draw(DAYS)))
        first = written(begin, draw(some.integers(0, 3)))
        last = f"{draw(ENDS)}: {written(end, draw(some.integers(0, 3)))}"
        last = draw(some.sampled_from([last, "until: ongoing, checked: 2019-05-01", "until: unknown"]))
        member = draw(some.sampled_from(["arvenia", "boreland"]))
        lines.append(f"  m{n}: {{member: {member}, from: {first}, {last}}}")
    return "\n".join(["id: league", "kind: organisation", "names: {en: The League}", "statements:", *lines, ""])


@cache
def schema() -> dict[str, bytes]:
    return {f"docs/facts/schema/{path.name}": path.read_bytes() for path in SCHEMA.glob("*.yaml")}


def corpus(*texts: str) -> Corpus:
    """A ledger of these files, and of states and persons of whom nothing is said."""
    bare = (f"id: {id}\nkind: {kind}\nnames: {{en: {id.title()}}}\n" for id, kind in NAMES.items())
    files = {f"docs/facts/{n}.yaml": text.encode() for n, text in enumerate((*bare, *texts))}
    return assemble({**schema(), **files}, TODAY)


def every(known: Corpus) -> list[Question]:
    """Everything that can be asked."""
    entities = known.entities.values()
    return [
        *(of_members(known, body) for body in sorted(known.entities) if has_roll(known, body)),
        *(of_force(known, entity) for entity in entities if comes_into_force(entity)),
        *(of_holders(known, entity.id) for entity in entities if tenures(known, entity.id)),
        *(of_existence(known, entity) for entity in entities if entity.kind == "force"),
    ]


def asked(known: Corpus, day: date) -> list[Answer]:
    """The same, of one day."""
    entities = known.entities.values()
    posts = [each for entity in entities for each in holder(known, entity.id, day)]
    forces = [each for entity in entities if entity.kind == "force" for each in existing(known, entity, day)]
    return [*members(known, day), *in_force(known, day), *posts, *forces]


def on(found: Sequence[Period], day: date) -> list[Answer]:
    """What the period of a day answers."""
    (one,) = [each for each in found if each.first <= day <= each.last]
    return [answer for answers in one.answers for answer in answers]


@settings(max_examples=30)
@given(memberships())
def test_each_day_lies_in_one_period_and_no_two_alike_are_beside_one_another(text: str) -> None:
    found = periods(every(corpus(text)), FIRST, TODAY)

    assert (FIRST, TODAY) == (found[0].first, found[-1].last)
    assert all(one.last + timedelta(1) == other.first for one, other in pairwise(found))
    assert all(one.first <= one.last for one in found)
    assert all(one.answers != other.answers for one, other in pairwise(found))


@settings(max_examples=30)
@given(memberships(), some.lists(DAYS, min_size=5, max_size=20))
def test_a_period_says_of_a_day_what_is_answered_when_one_asks_for_it(text: str, days: Sequence[date]) -> None:
    known = corpus(text, POST, PACT, FLEET)
    found = periods(every(known), FIRST, TODAY)

    for day in days:
        assert asked(known, day) == on(found, day)


@settings(max_examples=30)
@given(memberships())
def test_the_first_and_the_last_day_of_a_period_are_answered_alike(text: str) -> None:
    known = corpus(text)

    for each in periods(every(known), FIRST, TODAY):
        assert asked(known, each.first) == asked(known, each.last)


@cache
def ledger() -> tuple[Corpus, tuple[Period, ...]]:
    """The ledger of this repository, and its periods."""
    known = load(ROOT, date(2026, 11, 30))
    return known, periods(every(known), date(1992, 1, 1), known.today)


@given(some.dates(date(1992, 1, 1), date(2026, 11, 30)))
def test_so_it_is_of_the_whole_ledger(day: date) -> None:
    known, found = ledger()

    assert asked(known, day) == on(found, day)


def test_what_is_known_to_the_year_is_possible_through_that_year() -> None:
    found = periods(every(corpus(LEAGUE)), date(1994, 1, 1), date(1996, 12, 31))
    told = [(each.first, [(a.answer, a.certainty) for a in each.answers[0]]) for each in found]

    arvenia = ("Arvenia", Truth.SURELY)
    assert [
        (date(1994, 1, 1), [arvenia]),
        (date(1995, 1, 1), [arvenia, ("Boreland", Truth.POSSIBLY)]),
        (date(1995, 12, 31), [arvenia, ("Boreland", Truth.SURELY)]),
    ] == told


def test_what_began_and_is_not_known_to_have_ended_exists() -> None:
    known = corpus(FLEET)
    days = date(1989, 12, 31), date(1990, 6, 1), date(2019, 1, 1)
    told = [[(a.answer, a.certainty) for a in existing(known, known.entities["fleet"], day)] for day in days]

    assert [[], [("since 1990", Truth.POSSIBLY)], [("since 1990", Truth.SURELY)]] == told
