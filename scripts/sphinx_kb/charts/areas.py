"""Who belonged on a day, on a map: each state in the colour of its body, and a mark where something is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kb.core.charted import charted
from kb.core.derive import entities, holds_on, told_on
from kb.core.model import Corpus, Statement
from kb.core.truth import Truth
from sphinx_kb import words
from sphinx_kb.charts import scene
from sphinx_kb.charts.labels import Room, labels
from sphinx_kb.charts.outlines import outlines
from sphinx_kb.charts.pins import around, pinned
from sphinx_kb.charts.projection import Projection, path, vast
from sphinx_kb.charts.scene import WIDE, Cell, Drawn, NothingToDraw, Scene, Shape, Sheet
from sphinx_kb.events import event

FINE, LINE = 11, 15
"""How tall the words are that say whose work the borders are, and units below the map for each line of them."""
COARSE = 10
"""How coarse other land is drawn, in tenths: it is there for orientation, and its borders are many."""
SMALL = 6
"""How coarse states are drawn where they are small."""
MAPPED, GAP = 340, 20
"""How wide a map is on paper, and how far from it the words begin that stand beside it."""
LAND = "land"
"""How land looks that belongs to no body that is asked for."""


@dataclass(frozen=True, slots=True)
class Area:
    """A state on a map: the statement that its mark leads to, its look, and what a reader is told."""

    entity: str
    statement: str
    look: str
    told: str


class Map:
    """The map on which all states lie that ever belonged to some bodies, so that it is the same on every day."""

    def __init__(self, corpus: Corpus, ids: Sequence[str], sheet: Sheet = WIDE) -> None:
        self.corpus, self.sheet = corpus, sheet
        self.bodies = [id for id in ids if id in corpus.entities]
        held = {id for statement in charted("map", self.bodies, corpus) for id in _of(statement)}
        self.states = sorted((id for id in held if self._code(id)), key=lambda id: corpus.entities[id].label)
        if not self.states:
            text = f"nobody who belongs to {words.listed(list(ids))} has an outline"
            raise NothingToDraw(f"{text}, which is found by the identifier {outlines().scheme!r}")
        top = scene.key([*self._looks()], sheet)[1]
        self.cut, self.projection = self._framed(top)

    def _framed(self, top: float) -> tuple[str, Projection]:
        """Where the states lie, and on paper which one lies there in part for the sake of all others."""
        width = MAPPED if self.sheet.spelt else self.sheet.width
        largest = vast({id: self._rings(id) for id in self.states}) if self.sheet.spelt else ""
        others = Projection(tuple(self._rings(id) for id in self.states if id != largest), top, width)
        if not largest or any(others.drawn(self._rings(largest))):
            return largest, others
        return "", Projection(tuple(map(self._rings, self.states)), top, width)

    def _code(self, id: str) -> str:
        return outlines().code(self.corpus.entities[id])

    def _rings(self, id: str) -> tuple[tuple[tuple[float, float], ...], ...]:
        return outlines().states[self._code(id)]

    def _looks(self) -> Iterator[tuple[str, str]]:
        for n, body in enumerate(self.bodies, 1):
            yield f"area-{n}", self.name(body)
        yield "faint-1", "possibly"
        yield LAND, "other land"

    def name(self, id: str) -> str:
        """What an entity is called on the map."""
        return self.corpus.entities[id].called

    def area(self, id: str, day: date) -> Area | None:
        """How a state looks on a day: in the colour of the first body of those asked for to which it belongs."""
        for body in self.bodies:
            for statement in charted("map", [body], self.corpus, day):
                if id in _of(statement):
                    look = "area" if holds_on(self.corpus, statement, day) is Truth.SURELY else "faint"
                    told = f"{self.name(id)}, {self.name(body)}: {words.span(statement)}"
                    return Area(id, statement.id, f"{look}-{self.bodies.index(body) + 1}", told)
        return None

    def bare(self, id: str) -> Area:
        """How a state looks while it belongs to no body; its mark has the last statement by which it did."""
        last = [s for s in charted("map", self.bodies, self.corpus) if id in _of(s)][-1]
        return Area(id, last.id, LAND, f"{self.name(id)}, {self.name(last.subject)}: {words.span(last)}")

    def room(self, id: str) -> Room:
        """What the largest part of a state takes of the picture."""
        rooms = [Room.of(ring) for ring in self.projection.drawn(self._rings(id))]
        return max(rooms, key=lambda room: (room.right - room.left) * (room.bottom - room.top))

    def mark(self, area: Area) -> Drawn:
        """The whole of a state as one mark."""
        drawn = path(self.projection.drawn(self._rings(area.entity)), 1 if self.sheet is WIDE else SMALL)
        return Drawn(area.statement, area.told, (Shape("path", area.look, (("d", drawn),)),), area.entity)

    def point(self, statement: Statement) -> Drawn:
        """A mark on the first state that a statement names."""
        named = [id for id in (*statement.where, *sorted(entities(statement))) if id in self.states]
        if not named:
            raise NothingToDraw(f"{statement.id!r} names no state of the map")
        day = told_on(statement)[1]
        told = ", ".join([event(self.corpus, statement), *([words.when(day)] if day else [])])
        return Drawn(statement.id, told, pinned(self.room(named[0]), self.projection.width), named[0])

    def whole_key(self) -> list[Shape]:
        """What all looks mean that a state has on any day."""
        return scene.key([*self._looks()], self.sheet)[0]

    def key(self, areas: Sequence[Area]) -> list[Shape]:
        """What the looks of these areas mean."""
        used = {LAND, *("faint-1" if area.look.startswith("faint") else area.look for area in areas)}
        return scene.key([(look, told) for look, told in self._looks() if look in used], self.sheet)[0]

    def scene(
        self, areas: Sequence[Area], points: Sequence[Drawn], rows: Sequence[tuple[Cell, ...]], key: Sequence[Shape]
    ) -> Scene:
        """The whole picture: other land, the states, their names above them, and whose work the borders are."""
        shown = {area.entity for area in areas}
        bare = {self._code(id) for id in shown}
        others = (rings for code, rings in outlines().states.items() if code not in bare)
        land = "".join(path(self.projection.drawn(rings), COARSE) for rings in others)
        part = f"{self.name(self.cut)} is drawn in part. " if self.cut else ""
        lines = scene.wrapped(part + outlines().source, self.sheet.counted(self.sheet.width, FINE), 3)
        beside, ends = self._spelt(rows) if self.sheet.spelt else ([], 0)
        below = [max(self.projection.bottom, ends) + LINE * (n + 1) for n in range(len(lines))]
        source = (scene.words("axis", self.sheet.width, y, line, "end") for y, line in zip(below, lines, strict=True))
        ground = (*key, Shape("path", LAND, (("d", land),)), *source, *beside)
        taken = [around(self.room(mark.of), self.projection.width) for mark in points]
        over = tuple(labels(((self.name(id), self.room(id)) for id in self.states), taken, self.projection.width))
        marks = (*(self.mark(area) for area in areas), *points)
        head = ("Who", "Of what", "When")
        return Scene(self.sheet, round(below[-1] + 7), ground, marks, head, tuple(rows), over)

    def _spelt(self, rows: Sequence[tuple[Cell, ...]]) -> tuple[list[Shape], float]:
        """On paper what the table says stands beside the map, once for all of whom it holds, and where that ends."""
        told: dict[str, list[str]] = {}
        for who, *rest in rows:
            told.setdefault(": ".join(filter(None, (cell.text for cell in rest))), []).append(who.text)
        y, made = self.projection.top, list[Shape]()
        room = self.sheet.counted(self.sheet.width - MAPPED - GAP)
        for text, those in told.items():
            named = words.listed(those)
            lines = [("title", line) for line in scene.wrapped(f"{named[:1].upper()}{named[1:]}", scene.BOLD * room, 4)]
            lines += [("words", line) for line in scene.wrapped(text, room, 4)]
            for n, (look, line) in enumerate(lines, 1):
                made.append(scene.words(look, MAPPED + GAP, y + LINE * n, line))
            y += LINE * (len(lines) + 0.5)
        return made, y


def areas(corpus: Corpus, ids: Sequence[str], sheet: Sheet = WIDE, day: date | None = None) -> Scene:
    """The members of bodies on a day, today if none is named; a statement that is named is marked where it names."""
    then, made = day or corpus.today, Map(corpus, ids, sheet)
    found = [area for id in made.states if (area := made.area(id, then))]
    shown = [s for s in charted("map", ids, corpus, then) if s.id not in ids]
    named = [corpus.statements[id] for id in ids if id in corpus.statements]
    points = [made.point(statement) for statement in named]
    rows = [
        *((Cell(made.name(id)), Cell(made.name(s.subject)), Cell(words.span(s), s.id)) for s in shown for id in _of(s)),
        *((Cell(made.name(mark.of)), Cell(""), Cell(mark.told, mark.statement)) for mark in points),
    ]
    return made.scene(found, points, sorted(rows, key=lambda row: row[0].text), made.key(found))


def _of(statement: Statement) -> tuple[str, ...]:
    return statement.value if isinstance(statement.value, tuple) else ()
