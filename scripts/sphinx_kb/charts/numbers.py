"""How many, by year and source: a panel for each thing counted, a mark for each number that a source gives."""

from __future__ import annotations

from collections.abc import Sequence

from kb.core.charted import charted
from kb.core.derive import told_on
from kb.core.interval import Days
from kb.core.model import Corpus, Count
from sphinx_kb import words
from sphinx_kb.charts import scene
from sphinx_kb.charts.axis import Years
from sphinx_kb.charts.panel import LOOKS, SPREAD, Number, Panel, look
from sphinx_kb.charts.scene import WIDE, Cell, Drawn, NothingToDraw, Scene, Shape, Sheet
from sphinx_kb.sources.authors import short_author, year

PANEL, BETWEEN = 112, 30
"""How high a panel is, and how far two lie apart."""
LABELS = 62
"""Units on the left for the numbers of a scale."""


def numbers(corpus: Corpus, ids: Sequence[str], sheet: Sheet = WIDE) -> Scene:
    """A panel for each subject and what is counted of it, in the order asked; all have one time from left to right."""
    found = _panels(corpus, ids)
    if not found:
        raise NothingToDraw(f"the ledger has no dated number of {words.listed(list(ids))}")
    days = [Days.of(number.day).first for panel in found for number in panel]
    years = Years.of(days, corpus.today, Sheet(sheet.width, LABELS))
    used = {look(corpus, number) for panel in found for number in panel}
    used |= {SPREAD} if any(Panel(corpus, panel, years, 0, 0).spreads for panel in found) else set()
    key, below = scene.key([(each, told) for each, told in LOOKS.items() if each in used], sheet)
    ground: list[Shape] = [*key]
    marks: list[Drawn] = []
    for n, numbers in enumerate(found):
        top = below + n * (PANEL + BETWEEN)
        panel = Panel(corpus, numbers, years, top, top + PANEL)
        ground += panel.ground()
        marks += panel.marks()
    rows = tuple(_row(corpus, number) for panel in found for number in panel)
    head = ("Of what", "Number", "When", "Source")
    return Scene(sheet, below + len(found) * (PANEL + BETWEEN), tuple(ground), tuple(marks), head, rows)


def _panels(corpus: Corpus, ids: Sequence[str]) -> list[list[Number]]:
    """The numbers of each subject and property, in the order of time."""
    panels: dict[tuple[str, str], list[Number]] = {}
    for statement in charted("numbers", ids, corpus):
        day = told_on(statement)[1]
        if isinstance(statement.value, Count) and day is not None:
            panel = panels.setdefault((statement.subject, statement.property), [])
            panel.append(Number(statement, statement.value, day))
    return [sorted(panel, key=lambda one: (Days.of(one.day).first, one.count.n)) for panel in panels.values()]


def _row(corpus: Corpus, one: Number) -> tuple[Cell, ...]:
    entity = corpus.entities[one.statement.subject]
    cited = (corpus.sources[each.by] for each in one.statement.evidence if each.by in corpus.sources)
    sources = "; ".join(dict.fromkeys(f"{short_author(source)} {year(source)}" for source in cited))
    return (
        Cell(entity.called),
        Cell(words.count(one.count), one.statement.id),
        Cell(words.when(one.day)),
        Cell(sources),
    )
