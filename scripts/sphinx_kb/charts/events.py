"""What took place where and when: a row for each place, a mark for each event, the larger the more took part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from kb.core.charted import charted
from kb.core.dates import Date
from kb.core.derive import told_on
from kb.core.interval import Days
from kb.core.model import Corpus, Count, Statement
from sphinx_kb import words
from sphinx_kb.charts import days, scene
from sphinx_kb.charts.axis import Years
from sphinx_kb.charts.scene import WIDE, Cell, Drawn, NothingToDraw, Scene, Shape, Sheet

LANE, ROW = 19, 8
"""How high a lane of a row is, and how far two rows lie apart."""
LEAST, MOST = 4.5, 9.0
"""How large a mark is at least, and at most."""
ELSEWHERE = "place not told"
COLOURS = 5
"""So many wholes have a colour of their own; with more of them, the last colour stands for all others."""
PLANNED = ("ring", "planned, and not seen to be held")


@dataclass(frozen=True, slots=True)
class _Placed:
    """An event with what its mark needs: its row, its day, its size and the whole that it is part of."""

    statement: Statement
    day: Date
    place: str
    size: float
    whole: str


def events(corpus: Corpus, ids: Sequence[str], sheet: Sheet = WIDE) -> Scene:
    """Rows by place, in the order of names; of what has several places, a mark in the row of each."""
    found = [each for statement in charted("events", ids, corpus) for each in _placed(corpus, statement)]
    if not found:
        raise NothingToDraw(f"the ledger has no dated event that is, or is part of, {words.listed(list(ids))}")
    found.sort(key=lambda each: (each.place == ELSEWHERE, each.place, each.day.earliest))
    plan = _Plan(corpus, found, sheet)
    marks = tuple(plan.mark(each, y) for each, y in zip(found, plan.heights, strict=True))
    head = ("Where", "What", "When", "How many")
    return Scene(
        sheet, plan.bottom + 26, tuple(plan.ground()), marks, head, tuple(_row(corpus, each) for each in found)
    )


class _Plan:
    """What stands where: a row for each place, with as many lanes as keep its marks apart."""

    def __init__(self, corpus: Corpus, found: Sequence[_Placed], sheet: Sheet) -> None:
        self.corpus, self.sheet, self.found = corpus, sheet, found
        days = [Days.of(each.day) for each in found]
        self.years = Years.of([end for day in days for end in (day.first, day.last)], corpus.today, sheet)
        self.largest = max(each.size for each in found)
        self.wholes = [whole for whole, _ in Counter(each.whole for each in found).most_common()]
        self.key, self.top = scene.key([*self._looks()], sheet)
        self.rows: dict[str, tuple[float, float]] = {}
        self.heights: list[float] = []
        self.bottom = self._lay()

    def _looks(self) -> Iterator[tuple[str, str]]:
        own = self.wholes if len(self.wholes) <= COLOURS else self.wholes[: COLOURS - 1]
        yield from ((f"fill-{n}", whole.removeprefix("the ")) for n, whole in enumerate(own, 1))
        if len(own) < len(self.wholes):
            yield f"fill-{COLOURS}", "others"
        if any(each.statement.planned for each in self.found):
            yield PLANNED

    def _lay(self) -> int:
        """Give each row its top and its height, each mark its height; where the last row ends."""
        y = float(self.top + ROW)
        for place in dict.fromkeys(each.place for each in self.found):
            row = [(self._x(each), self._radius(each)) for each in self.found if each.place == place]
            placed = lanes(row)
            self.heights += (y + LANE * (lane + 0.5) for lane in placed)
            self.rows[place] = (y, LANE * (max(placed) + 1))
            y += LANE * (max(placed) + 1) + ROW
        return int(y)

    def _x(self, each: _Placed) -> float:
        return self.years.at(days.middle(each.day))

    def _radius(self, each: _Placed) -> float:
        """An area that grows with the number."""
        return LEAST + (MOST - LEAST) * sqrt(each.size / self.largest) if self.largest else LEAST

    def ground(self) -> Iterator[Shape]:
        """The grid, what the rows are called, a line between two of them, and what the colours mean."""
        yield from self.years.grid(self.top, self.bottom)
        for n, (place, (y, high)) in enumerate(self.rows.items()):
            if n:
                yield scene.line("grid", 0, y - ROW / 2, self.sheet.width, y - ROW / 2)
            name = scene.fitted(place, self.sheet.room)
            yield scene.words("name", self.sheet.room + 8, y + high / 2 + 4, name, "end")
        yield from self.key

    def mark(self, each: _Placed, y: float) -> Drawn:
        """An event in the colour of its whole, hollow as long as it is planned."""
        colour = min(self.wholes.index(each.whole) + 1, COLOURS)
        look = f"{'ring' if each.statement.planned else 'fill'}-{colour}"
        return Drawn(
            each.statement.id, _told(self.corpus, each), (scene.dot(look, self._x(each), y, self._radius(each)),)
        )


def _placed(corpus: Corpus, statement: Statement) -> Iterator[_Placed]:
    entity = corpus.entities[statement.subject]
    sizes = [s.value.written[-1] for s in entity.statements if _counts_heads(corpus, s) and isinstance(s.value, Count)]
    whole = corpus.entities[entity.part_of[0]] if entity.part_of else entity
    day = told_on(statement)[1]
    if day is None:
        return
    for place in [corpus.entities[id].label for id in statement.where] or [ELSEWHERE]:
        yield _Placed(statement, day, place, max(sizes, default=0), whole.called)


def _counts_heads(corpus: Corpus, statement: Statement) -> bool:
    """Is it a number whose parts add up, as those of people do? The largest one makes the size of an event."""
    declared = corpus.properties.get(statement.property)
    return declared is not None and declared.adds_up


def lanes(marks: Sequence[tuple[float, float]]) -> list[int]:
    """For each mark from left to right the first lane in which it touches none."""
    ends: list[float] = []
    found: list[int] = []
    for x, radius in marks:
        lane = next((n for n, end in enumerate(ends) if x - radius > end + 1), len(ends))
        ends[lane : lane + 1] = [x + radius]
        found.append(lane)
    return found


def _told(corpus: Corpus, each: _Placed) -> str:
    planned = ", planned" if each.statement.planned else ""
    return f"{corpus.entities[each.statement.subject].label}, {each.place}, {words.when(each.day)}{planned}"


def _row(corpus: Corpus, each: _Placed) -> tuple[Cell, ...]:
    size = f"{each.size:,.0f}" if each.size else ""
    when = words.when(each.day) + (" (planned)" if each.statement.planned else "")
    return (
        Cell(each.place),
        Cell(corpus.entities[each.statement.subject].label),
        Cell(when, each.statement.id),
        Cell(size),
    )
