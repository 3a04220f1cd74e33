"""A timeline on paper: one axis, and beside each mark what it stands for, in as many lanes as keep the words apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.core.dates import Date
from kb.core.interval import Days
from kb.core.model import Corpus, Statement
from sphinx_kb import words
from sphinx_kb.charts import days, scene
from sphinx_kb.charts.axis import Years
from sphinx_kb.charts.requests import asks
from sphinx_kb.charts.scene import Cell, Drawn, Scene, Sheet
from sphinx_kb.events import event

RADIUS, TALL = 5.5, 11
"""How large marks are, and how tall their words."""
LANE, BELOW, ASIDE, EDGE = 13, 4, 4, 8
"""How high a lane is, how far the last lies above the axis, words stand from their mark, and the axis from the edge."""
LONGEST = 68
"""So many letters of an event are written out; of a longer one stands what it happened to, if no mark shares that."""
HEAD = ("When", "What")
Told = tuple[Statement, Date]
"""A statement and its day."""
LOOKS = {True: ("point", "asked"), False: ("ring-1", "said that nobody asked")}
"""How it looks that somebody asked, and that nobody did."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a mark stand: in which lane, from where to where, and on which side."""

    lane: int
    left: float
    right: float
    anchor: str


def spelt(corpus: Corpus, found: Sequence[Told], sheet: Sheet) -> Scene:
    """Marks in the order of time, each with its words on the side where there is room first."""
    whole = replace(sheet, labels=EDGE)
    ends = [end for _, day in found for end in (Days.of(day).first, Days.of(day).last)]
    years = Years.of(ends, corpus.today, whole)
    looks = [asks(corpus, statement) for statement, _ in found]
    used = [LOOKS[each] for each in LOOKS if each in looks] if None not in looks else []
    key, top = scene.key(used, whole)
    places: list[Place] = []
    marks: list[Drawn] = []
    subjects = Counter(statement.subject for statement, _ in found)
    for (statement, day), look in zip(found, looks, strict=True):
        x = years.at(days.middle(day))
        label = _label(corpus, statement, named=bool(used) or subjects[statement.subject] == 1)
        label = scene.fitted(label, whole.counted(max(x, sheet.width - x) - RADIUS - 2 * ASIDE, TALL))
        place = placed(x, whole.letter * TALL / scene.SMALL * len(label), places, sheet.width)
        places.append(place)
        y = top + LANE * (place.lane + 0.5)
        beside = x + RADIUS + ASIDE if place.anchor == "start" else x - RADIUS - ASIDE
        shapes = (
            scene.mark(LOOKS[look][0] if used and look is not None else "fill-1", x, y, RADIUS),
            scene.words("label", beside, y + 4, label, place.anchor),
        )
        marks.append(Drawn(statement.id, f"{words.when(day)}: {event(corpus, statement)}", shapes))
    bottom = top + LANE * (max(place.lane for place in places) + 1) + BELOW
    ground = (*years.grid(top, bottom), *key)
    return Scene(sheet, int(bottom) + 26, ground, tuple(marks), HEAD, rows(corpus, found))


def rows(corpus: Corpus, found: Sequence[Told]) -> tuple[tuple[Cell, ...], ...]:
    """The same as a table."""
    return tuple((Cell(words.when(day)), Cell(event(corpus, s), s.id)) for s, day in found)


def _label(corpus: Corpus, statement: Statement, *, named: bool) -> str:
    """What happened, or to what if that is told apart by its name."""
    told, name = event(corpus, statement), corpus.entities[statement.subject].called.removeprefix("the ")
    if named and (len(told) > LONGEST or asks(corpus, statement) is not None):
        return f"{name[:1].upper()}{name[1:]}"
    return told if len(told) <= LONGEST else f"{told[:LONGEST].rsplit(' ', 1)[0]} …"


def placed(x: float, wide: float, others: Sequence[Place], width: float) -> Place:
    """The first lane in which mark and words touch no others, with the words behind the mark if they fit there."""
    reach = wide + RADIUS + 2 * ASIDE
    sides = [(x - RADIUS, x + reach, "start"), (x - reach, x + RADIUS, "end")]
    sides = [side for side in sides if side[0] >= 0 and side[1] <= width] or sides[1:]
    for lane in range(len(others) + 1):
        taken = [other for other in others if other.lane == lane]
        for left, right, anchor in sides:
            if all(right <= other.left or other.right <= left for other in taken):
                return Place(lane, left, right, anchor)
    raise AssertionError
