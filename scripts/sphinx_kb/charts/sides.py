"""Who did what on which occasion: a row for each actor, a column for each statement, a mark for what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.core.charted import charted
from kb.core.derive import told_on
from kb.core.model import Corpus, Statement
from sphinx_kb import words
from sphinx_kb.charts import days, scene
from sphinx_kb.charts.scene import WIDE, Cell, Drawn, NothingToDraw, Scene, Shape, Sheet
from sphinx_kb.events import event

ROW, HEAD, RADIUS = 26, 36, 7
"""How high a row and the head are, and how large a mark is."""
MOST = 76
"""Columns are no wider, however few there are."""
LOOKS = ("fill-1", "ring-2", "cross", "pale-5")
"""How each thing that is done looks, in the order in which the statements tell them."""
Deed = tuple[str, bool]
"""An event, and whether it did not happen."""


@dataclass(frozen=True, slots=True)
class _Side:
    """What one did on one occasion."""

    who: str
    statement: Statement
    deed: Deed


def sides(corpus: Corpus, ids: Sequence[str], sheet: Sheet = WIDE) -> Scene:
    """Actors by name, statements by time; an actor is an entity of the ledger that does one of their events."""
    occasions = sorted(charted("sides", ids, corpus), key=days.begins)
    found = [side for statement in occasions for side in _sides(corpus, statement)]
    deeds = list(dict.fromkeys(side.deed for side in found))
    if not 0 < len(deeds) <= len(LOOKS):
        text = f"{words.listed(list(ids))} tell {words.plural(len(deeds), 'thing')} that somebody did"
        raise NothingToDraw(f"{text}; a picture has looks for 1 to {len(LOOKS)}")
    plan = _Plan(corpus, occasions, found, deeds, sheet)
    rows = tuple(plan.row(side) for side in found)
    head = ("When", "Who", "What was done", "On what occasion")
    return Scene(sheet, plan.bottom, tuple(plan.ground()), tuple(plan.mark(side) for side in found), head, rows)


class _Plan:
    """What stands where."""

    def __init__(
        self,
        corpus: Corpus,
        occasions: Sequence[Statement],
        found: Sequence[_Side],
        deeds: Sequence[Deed],
        sheet: Sheet,
    ) -> None:
        self.corpus, self.sheet, self.occasions = corpus, sheet, occasions
        self.looks = dict(zip(deeds, LOOKS, strict=False))
        self.key, top = scene.key([(look, self.called(deed)) for deed, look in self.looks.items()], sheet)
        self.top = top + HEAD
        wide = min(MOST, (sheet.width - sheet.labels) / len(occasions))
        self.across = {each.id: sheet.labels + wide * (n + 0.5) for n, each in enumerate(occasions)}
        self.end = sheet.labels + wide * len(occasions)
        names = sorted({side.who for side in found}, key=self.name)
        self.down = {id: self.top + ROW * (n + 0.5) for n, id in enumerate(names)}
        self.bottom = self.top + ROW * len(names) + 4

    def name(self, id: str) -> str:
        """What an actor is called."""
        return self.corpus.entities[id].called

    def called(self, deed: Deed) -> str:
        """What was done, in the word by which the schema has it told or denied."""
        declared = self.corpus.events[deed[0]]
        if not deed[1]:
            return declared.told_by[0]
        return declared.denied_by[0] if declared.denied_by else f"not {declared.told_by[0]}"

    def ground(self) -> Iterator[Shape]:
        """Rows with their names, columns with their month and year, and what the looks mean."""
        yield from self.key
        for each in self.occasions:
            for n, line in enumerate(_when(each)):
                yield scene.words("axis", self.across[each.id], self.top - HEAD + 14 * (n + 1), line, "middle")
        for id, y in self.down.items():
            yield scene.line("grid", self.sheet.labels, y, self.end, y)
            yield scene.words("name", self.sheet.room + 8, y + 4, scene.fitted(self.name(id), self.sheet.room), "end")

    def mark(self, side: _Side) -> Drawn:
        """What one did, where its row and its column meet."""
        shape = scene.mark(self.looks[side.deed], self.across[side.statement.id], self.down[side.who], RADIUS)
        told = f"{self.name(side.who)}, {' '.join(_when(side.statement))}: {self.called(side.deed)}"
        return Drawn(side.statement.id, told, (shape,), side.who)

    def row(self, side: _Side) -> tuple[Cell, ...]:
        """The same for the table."""
        day = told_on(side.statement)[1]
        when = words.when(day) if day else ""
        occasion = Cell(event(self.corpus, side.statement), side.statement.id)
        return Cell(when), Cell(self.name(side.who)), Cell(self.called(side.deed)), occasion


def _sides(corpus: Corpus, statement: Statement) -> Iterator[_Side]:
    for each in statement.events:
        for who in (id for id in each.agent if id in corpus.entities):
            yield _Side(who, statement, (each.type, each.negated))


def _when(statement: Statement) -> list[str]:
    """The month and the year, one above the other."""
    day = told_on(statement)[1]
    if day is None:
        return []
    first = day.earliest
    return [f"{first:%b}", f"{first.year}"] if first.month == day.latest.month else [f"{first.year}"]
