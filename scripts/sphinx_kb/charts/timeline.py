"""What happened when, at one view: a row for each kind of subject, a mark for each statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.core.charted import charted
from kb.core.dates import Date
from kb.core.interval import Days
from kb.core.model import Corpus, Statement
from sphinx_kb import timeline as told
from sphinx_kb import words
from sphinx_kb.charts import days, scene
from sphinx_kb.charts.axis import Years
from sphinx_kb.charts.events import LANE, ROW, lanes
from sphinx_kb.charts.scene import WIDE, Drawn, NothingToDraw, Scene, Shape, Sheet
from sphinx_kb.charts.spelt import HEAD, RADIUS, Told, rows, spelt
from sphinx_kb.events import event


def timeline(corpus: Corpus, ids: Sequence[str], sheet: Sheet = WIDE) -> Scene:
    """Rows in the order of the schema; what has no day is left out."""
    found = [(s, day) for s in charted("timeline", ids, corpus) if (day := days.day(s))]
    if not found:
        raise NothingToDraw(f"none of {words.listed(list(ids))} has a day")
    found.sort(key=lambda each: each[1].earliest)
    if sheet.spelt:
        return spelt(corpus, found, sheet)
    ends = [end for _, day in found for end in (Days.of(day).first, Days.of(day).last)]
    years = Years.of(ends, corpus.today, sheet)
    ground: list[Shape] = []
    marks: list[Drawn] = []
    y = float(ROW)
    for kind, row in _by_kind(corpus, found):
        placed = lanes([(years.at(days.middle(day)), RADIUS) for _, day in row])
        high = LANE * (max(placed) + 1)
        ground += _row(corpus.kinds[kind].many, y, high, sheet)
        for (statement, day), lane in zip(row, placed, strict=True):
            marks.append(_mark(corpus, statement, day, years.at(days.middle(day)), y + LANE * (lane + 0.5)))
        y += high + ROW
    return Scene(sheet, int(y) + 26, (*years.grid(0, y), *ground), tuple(marks), HEAD, rows(corpus, found))


def _by_kind(corpus: Corpus, found: Sequence[Told]) -> Iterator[tuple[str, list[Told]]]:
    """The statements of each kind of subject that has any."""
    for kind in corpus.kinds:
        if row := [each for each in found if told.kind(corpus, each[0]) == kind]:
            yield kind, row


def _row(called: str, y: float, high: float, sheet: Sheet) -> Iterator[Shape]:
    """What a row is called, and the line below it."""
    yield scene.words("name", sheet.room + 8, y + high / 2 + 4, scene.fitted(called, sheet.room), "end")
    yield scene.line("grid", 0, y + high + ROW / 2, sheet.width, y + high + ROW / 2)


def _mark(corpus: Corpus, statement: Statement, day: Date, x: float, y: float) -> Drawn:
    """The mark has the names by which a filter finds it."""
    of = " ".join(told.names(corpus, statement))
    return Drawn(
        statement.id, f"{words.when(day)}: {event(corpus, statement)}", (scene.dot("fill-1", x, y, RADIUS),), of
    )
