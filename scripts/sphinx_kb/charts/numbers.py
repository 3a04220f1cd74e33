"""How many, by year and source: a panel for each thing counted, a mark for each number that a source gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.core.charted import charted
from kb.core.dates import Date
from kb.core.derive import overruled, told_on
from kb.core.interval import Days
from kb.core.model import Corpus, Count, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.charts import scene
from sphinx_kb.charts.axis import Scale, Years
from sphinx_kb.charts.scene import LABELS, Cell, Drawn, NothingToDraw, Scene, Shape

PANEL, TITLE, BETWEEN = 110, 22, 26
"""How high a panel is, how much of it is for its title, and how far two lie apart."""
LOOKS = {"fill-1": "so many", "ring-1": "about, over or up to so many", "pale-1": "another source is followed"}
WIDE = 46
"""So far apart two numbers must stand to be both written out."""
Number = tuple[Statement, Count, Date]


def numbers(corpus: Corpus, ids: Sequence[str]) -> Scene:
    """A panel for each subject and what is counted of it, in the order asked; all have one time from left to right."""
    panels: dict[tuple[str, str], list[Number]] = {}
    for statement in charted("numbers", ids, corpus):
        day = told_on(statement)[1]
        if isinstance(statement.value, Count) and day is not None:
            panels.setdefault((statement.subject, statement.property), []).append((statement, statement.value, day))
    if not panels:
        raise NothingToDraw(f"the ledger has no dated number of {words.listed(list(ids))}")
    used = {_look(corpus, statement, count) for panel in panels.values() for statement, count, _ in panel}
    key, below = scene.key([(look, text) for look, text in LOOKS.items() if look in used])
    days = [Days.of(day).first for panel in panels.values() for _, _, day in panel]
    years = Years.of(days, corpus.today)
    ground: list[Shape] = key
    marks: list[Drawn] = []
    rows: list[tuple[Cell, ...]] = []
    for n, panel in enumerate(panels.values()):
        panel.sort(key=lambda one: (Days.of(one[2]).first, one[1].n))
        top = below + n * (PANEL + BETWEEN)
        scale = Scale.of(max(most for _, count, _ in panel for most in count.written), top + TITLE + 14, top + PANEL)
        ground += _ground(corpus, panel, years, scale, top)
        marks += _marks(corpus, panel, years, scale)
        rows += (_row(corpus, one) for one in panel)
    height = below + len(panels) * (PANEL + BETWEEN)
    return Scene(height, tuple(ground), tuple(marks), ("Of what", "Number", "When", "Source"), tuple(rows))


def _ground(corpus: Corpus, panel: Sequence[Number], years: Years, scale: Scale, top: float) -> Iterator[Shape]:
    statement, count, _ = panel[0]
    entity = corpus.entities[statement.subject]
    called = entity.short or entity.label
    yield scene.words("title", 8, top + 14, f"{called[:1].upper()}{called[1:]}: {count.of[0]}")
    yield from years.grid(top + TITLE, top + PANEL)
    yield from scale.grid(LABELS)


def _marks(corpus: Corpus, panel: Sequence[Number], years: Years, scale: Scale) -> Iterator[Drawn]:
    """Marks from left to right; a number is written out where no other stands."""
    written: list[tuple[float, float]] = []
    for statement, count, day in panel:
        x, y = years.at(_middle(day)), scale.at(count.n)
        shapes = [*_mark(corpus, statement, count, x, scale)]
        if all(abs(x - other) >= WIDE or abs(y - height) >= scene.SMALL for other, height in written):
            written.append((x, y))
            shapes.append(scene.words("number", x, y - 9, f"{count.n:,.0f}", "middle"))
        told = f"{kb_nodes.told(corpus, statement)}, {words.when(day)}"
        yield Drawn(statement.id, told, tuple(shapes))


def _mark(corpus: Corpus, statement: Statement, count: Count, x: float, scale: Scale) -> Iterator[Shape]:
    """One mark; between two numbers a line as well."""
    y = scale.at(count.n)
    if count.to is not None:
        yield scene.line("range", x, y, x, scale.at(count.to))
    yield scene.dot(_look(corpus, statement, count), x, y, 4.5)


def _look(corpus: Corpus, statement: Statement, count: Count) -> str:
    if overruled(corpus, statement):
        return "pale-1"
    return "fill-1" if count.bound == "exactly" else "ring-1"


def _middle(day: Date) -> int:
    return (day.earliest.toordinal() + day.latest.toordinal()) // 2


def _row(corpus: Corpus, one: Number) -> tuple[Cell, ...]:
    statement, count, day = one
    entity = corpus.entities[statement.subject]
    sources = ", ".join(dict.fromkeys(evidence.by for evidence in statement.evidence))
    return (
        Cell(entity.short or entity.label),
        Cell(words.count(count), statement.id),
        Cell(words.when(day)),
        Cell(sources),
    )
