"""How much each has of a whole: a panel for each statement, and in it a bar for each part that it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.core.charted import charted
from kb.core.derive import told_on
from kb.core.model import Corpus, Count, Statement
from sphinx_kb import words
from sphinx_kb.charts import scene
from sphinx_kb.charts.scene import WIDE, Cell, Drawn, NothingToDraw, Scene, Shape, Sheet
from sphinx_kb.events import event

ROW, BAR, BETWEEN, LINE = 22, 14, 18, 17
"""How high a row, its bar, what lies between two panels and a line of their titles are."""
NUMBER = 74
"""Units at the end of the longest bar for its number."""
Part = tuple[str, Count]
"""Whose it is or what is counted, and how much it is."""


def parts(corpus: Corpus, ids: Sequence[str], sheet: Sheet = WIDE) -> Scene:
    """Panels in the order asked, bars in the order in which the statement tells them; one scale for what is alike."""
    panels = [_Panel(corpus, statement, sheet) for statement in charted("parts", ids, corpus)]
    if not panels or not all(panel.parts for panel in panels):
        raise NothingToDraw(f"not each of {words.listed(list(ids))} counts anything")
    ground: list[Shape] = []
    marks: list[Drawn] = []
    y = 0
    for panel in panels:
        most = max(other.most for other in panels if other.unit == panel.unit)
        ground += panel.ground(y)
        marks += panel.marks(y, most)
        y += panel.high + BETWEEN
    rows = tuple(row for panel in panels for row in panel.rows())
    return Scene(sheet, y - BETWEEN + 4, tuple(ground), tuple(marks), ("Who or what", "How much", "Of what"), rows)


class _Panel:
    """One statement: its words as the title, and below them its parts."""

    def __init__(self, corpus: Corpus, statement: Statement, sheet: Sheet) -> None:
        self.statement, self.sheet = statement, sheet
        day = told_on(statement)[1]
        self.title = " · ".join(filter(None, (words.when(day) if day else "", event(corpus, statement))))
        self.lines = scene.wrapped(self.title, scene.BOLD * sheet.width, 6)
        self.parts = _parts(corpus, statement)
        self.unit = {count.of for _, count in self.parts}
        self.most = max((count.n for _, count in self.parts), default=0)
        self.high = LINE * len(self.lines) + 6 + ROW * len(self.parts)

    def _rows(self, y: float) -> Iterator[tuple[float, Part]]:
        for n, part in enumerate(self.parts):
            yield y + LINE * len(self.lines) + 6 + ROW * n, part

    def ground(self, y: float) -> Iterator[Shape]:
        """The title, and what each bar is called."""
        for n, line in enumerate(self.lines):
            yield scene.words("title", 0, y + LINE * (n + 1) - 4, line)
        for at, (called, _) in self._rows(y):
            name = scene.fitted(called, self.sheet.room)
            yield scene.words("name", self.sheet.room + 8, at + BAR - 3, name, "end")

    def marks(self, y: float, most: float) -> Iterator[Drawn]:
        """Bars from nought on, each with its number behind it."""
        left, room = self.sheet.labels, self.sheet.width - self.sheet.labels - NUMBER
        for at, (called, count) in self._rows(y):
            wide = count.n / most * room
            number = scene.words("number", left + max(wide, 1.5) + 6, at + BAR - 3, _number(called, count))
            told = f"{called}: {words.count(count)}"
            yield Drawn(self.statement.id, told, (scene.box("fill-1", left, at, wide, BAR), number))

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """The same for the table."""
        for called, count in self.parts:
            yield Cell(called), Cell(_number(called, count), self.statement.id), Cell(self.title)


def _parts(corpus: Corpus, statement: Statement) -> list[Part]:
    """Each actor with the count that stands where its event stands; without such a pairing, what is counted."""
    counts, events = statement.counts, statement.events
    if len(counts) == len(events) and all(each.agent for each in events):
        pairs = zip(events, counts, strict=True)
        return [(_name(corpus, who), count) for each, count in pairs for who in each.agent]
    return [(count.of[-1], count) for count in counts]


def _name(corpus: Corpus, who: str) -> str:
    known = corpus.entities.get(who)
    return known.called if known else who


def _number(called: str, count: Count) -> str:
    """The number with its unit, which is left out where the bar is called by it."""
    return words.count(count).removesuffix(f" {count.of[0]}") if called in count.of else words.count(count)
