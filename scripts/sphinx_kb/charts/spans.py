"""Who belonged, or held a post, from when to when: a row for each, and a bar for each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.core.charted import charted
from kb.core.derive import entities, interval, told_on
from kb.core.interval import AFTER_ALL, BEFORE_ALL, Days
from kb.core.model import Corpus, Statement
from sphinx_kb import words
from sphinx_kb.charts import scene
from sphinx_kb.charts.axis import Years
from sphinx_kb.charts.scene import WIDE, Cell, Drawn, NothingToDraw, Scene, Shape, Sheet
from sphinx_kb.events import event

BAR, GAP, ROW = 11, 3, 10
"""How high a bar is, how far two bars of a row lie apart, and how far two rows."""


class _Plan:
    """What stands where: a row for each of whom the bars are, and in it a lane for each body or post."""

    def __init__(self, corpus: Corpus, bars: Sequence[Statement], sheet: Sheet) -> None:
        self.corpus, self.sheet = corpus, sheet
        self.bodies = list(dict.fromkeys(s.subject for s in bars))
        self.bar_high, self.lane = BAR * sheet.dense, (BAR + GAP) * sheet.dense
        self.row_high = ROW * sheet.dense
        self.high = len(self.bodies) * self.lane - GAP * sheet.dense
        rows = _in_order(corpus, bars)
        self.are_brief = not all(scene.fits(self.name(id), sheet.room) for id in rows)
        self.years = Years.of([day for s in bars for day in _begun(s)], corpus.today, sheet)
        self.bars = bars
        self.key, high = scene.key([*self._looks()], sheet)
        self.top = high + ROW
        self.rows = {id: self.top + n * (self.high + self.row_high) for n, id in enumerate(rows)}
        self.bottom = self.top + len(rows) * (self.high + self.row_high)

    def _looks(self) -> Iterator[tuple[str, str]]:
        """What the colours mean; that pale is what nobody knows to the day needs saying where anything is."""
        yield from ((f"fill-{n}", self.name(body)) for n, body in enumerate(self.bodies, 1))
        if any(look == "pale" for statement in self.bars for look, *_ in self._stretches(statement)):
            yield "pale-1", "not known to the day"

    def name(self, id: str) -> str:
        """What an entity is called."""
        return self.corpus.entities[id].called

    def row(self, id: str) -> str:
        """What a row is called: of people all by the last word of their names, where one of them is too long."""
        called = self.name(id)
        is_person = self.corpus.kinds[self.corpus.entities[id].kind].acts_as == "person"
        return called.split()[-1] if self.are_brief and is_person else scene.fitted(called, self.sheet.room)

    def bar(self, statement: Statement, id: str) -> Drawn:
        """Full where it surely held, pale where it may have."""
        lane = self.bodies.index(statement.subject)
        y = self.rows[id] + lane * self.lane
        shapes = [
            scene.box(f"{look}-{lane + 1}", x, y, end - x, self.bar_high) for look, x, end in self._stretches(statement)
        ]
        told = f"{self.name(id)}, {self.name(statement.subject)}: {words.span(statement)}"
        return Drawn(statement.id, told, tuple(shapes))

    def _stretches(self, statement: Statement) -> Iterator[tuple[str, float, float]]:
        """The parts of a bar that are to be seen: their look, and from where to where they go."""
        held, last = interval(statement, self.corpus.today), self._latest(statement)
        for look, first, end in (
            ("fill", held.begin.last, held.end.first + 1),
            ("pale", held.begin.first, min(held.begin.last, held.end.first + 1)),
            ("pale", max(held.end.first + 1, held.begin.last), last),
        ):
            if self.years.at(first) < self.years.at(end):
                yield look, self.years.at(first), self.years.at(end)

    def _latest(self, statement: Statement) -> int:
        """The first day on which it surely no longer held: of a post that one holds at a time, before the next one."""
        begun = [
            interval(s).begin.last for s in self.bars if s.subject == statement.subject and _is_post(self.corpus, s)
        ]
        later = [day for day in begun if day > interval(statement).begin.last]
        return min([interval(statement, self.corpus.today).end.last + 1, *later])

    def point(self, statement: Statement) -> Drawn:
        """A day on the row of somebody whom the statement names."""
        day = told_on(statement)[1]
        rows = [id for id in self.rows if id in entities(statement)]
        if day is None or not rows:
            raise NothingToDraw(f"{statement.id!r} {'names nobody who has a row' if day else 'has no day'}")
        x = self.years.at(Days.of(day).first)
        told = f"{event(self.corpus, statement)}, {words.when(day)}"
        return Drawn(statement.id, told, (scene.diamond("point", x, self.rows[rows[0]] + self.high / 2, 7),))

    def ground(self) -> Iterator[Shape]:
        """The grid, what the rows are called, and what the colours mean."""
        yield from self.years.grid(self.top - 6, self.bottom)
        for id, y in self.rows.items():
            yield scene.words("name", self.sheet.room + 8, y + self.high / 2 + 4, self.row(id), "end")
        yield from self.key


def spans(corpus: Corpus, ids: Sequence[str], sheet: Sheet = WIDE) -> Scene:
    """Rows by whom it is of, the first comer first; bars by body or post; a day that is named stands on its row."""
    shown = charted("spans", ids, corpus)
    bars = [s for s in shown if isinstance(s.value, tuple) and told_on(s)[0] == "from"]
    if not bars:
        raise NothingToDraw(f"the ledger knows nobody who belongs to or holds {words.listed(list(ids))}")
    plan = _Plan(corpus, bars, sheet)
    held = [(id, s) for id in plan.rows for s in bars if id in _of(s)]
    marks = [*(plan.bar(s, id) for id, s in held), *(plan.point(s) for s in shown if s not in bars)]
    rows = tuple((Cell(plan.name(id)), Cell(plan.name(s.subject)), Cell(words.span(s), s.id)) for id, s in held)
    return Scene(sheet, round(plan.bottom) + 26, tuple(plan.ground()), tuple(marks), ("Who", "Of what", "When"), rows)


def _is_post(corpus: Corpus, statement: Statement) -> bool:
    declared = corpus.properties.get(statement.property)
    return declared is not None and declared.at_once == 1


def _of(statement: Statement) -> tuple[str, ...]:
    return statement.value if isinstance(statement.value, tuple) else ()


def _begun(statement: Statement) -> Iterator[int]:
    """The days on which it may have begun, if they are known."""
    begin = interval(statement).begin
    yield from (day for day in (begin.first, begin.last) if BEFORE_ALL < day < AFTER_ALL)


def _in_order(corpus: Corpus, bars: Sequence[Statement]) -> list[str]:
    """Of whom the bars are: who began first, first; of several at once by name."""
    first: dict[str, int] = {}
    for statement in bars:
        for id in _of(statement):
            first[id] = min(first.get(id, AFTER_ALL), interval(statement).begin.first)
    return sorted(first, key=lambda id: (first[id], corpus.entities[id].label))
