"""What a picture is made of: shapes, marks that stand for statements, a key, and the same as rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

SMALL = 12
"""How tall the words of a picture are."""
LETTER, PRINTED = 6.6, 5.9
"""How wide one of its letters is at most in the mean, in the fonts of site and print, and in that of print alone."""
BOLD = 0.8
"""So much of a room is counted for words of a title, whose letters are wider."""

_DAY = re.compile(r"\b(\d{1,2}) (?=[A-Z]\w+ \d{4}\b)")
"""A day before its month, from which no line end parts it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """On what a picture is drawn: units from left to right, of which ``labels`` are for what a row is called.

    A unit is a pixel where there is room. Words are as large on every sheet: a small one has fewer of them. On a
    ``dense`` one bars are as much lower, and nearer to one another. On a ``spelt`` one words beside the marks say what
    they stand for: nobody can touch them there, and no table is near.
    """

    width: int
    labels: int
    dense: float = 1.0
    spelt: bool = False

    @property
    def letter(self) -> float:
        """How wide a letter is counted."""
        return PRINTED if self.spelt else LETTER

    def counted(self, width: float, tall: float = SMALL) -> float:
        """A width as those see it who count every letter as wide as the widest font has it."""
        return width * LETTER / self.letter * SMALL / tall

    @property
    def room(self) -> int:
        """Units that the words themselves have beside a row."""
        return self.labels - 20


WIDE = Sheet(720, 150)
"""A desk."""
PAPER = Sheet(720, 150, 0.62, spelt=True)
"""Paper, where a page holds much and nobody touches a bar."""
NARROW = Sheet(350, 120)
"""A phone."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape or word of SVG: its element, its look by name, its attributes in their order, and its words."""

    tag: str
    look: str
    at: tuple[tuple[str, str], ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands for one statement, and what a reader is told who meets it without seeing it; ``of`` what it shows."""

    statement: str
    told: str
    shapes: tuple[Shape, ...]
    of: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table says beside the picture; with a statement, it leads there."""

    text: str
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture: how high it is, what lies below its marks, what stands for statements, and what lies above.

    The same stands in ``rows`` as a table.
    """

    sheet: Sheet
    height: int
    ground: tuple[Shape, ...]
    marks: tuple[Drawn, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(default=())
    over: tuple[Shape, ...] = ()


class NothingToDraw(ValueError):
    """What is asked for cannot be drawn; the message says why."""


def box(look: str, x: float, y: float, width: float, height: float) -> Shape:
    """A bar with round corners."""
    at = {"x": x, "y": y, "width": max(width, 1.5), "height": height, "rx": min(2, height / 2)}
    return Shape("rect", look, _written(at))


def dot(look: str, x: float, y: float, radius: float) -> Shape:
    """A round mark around its middle."""
    return Shape("circle", look, _written({"cx": x, "cy": y, "r": radius}))


def diamond(look: str, x: float, y: float, radius: float) -> Shape:
    """A mark on its corner."""
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return Shape("polygon", look, (("points", " ".join(f"{_short(a)},{_short(b)}" for a, b in corners)),))


def cross(look: str, x: float, y: float, radius: float) -> Shape:
    """Two strokes across each other."""
    a, b, c, d = (_short(each) for each in (x - radius, x + radius, y - radius, y + radius))
    return Shape("path", look, (("d", f"M{a} {c}L{b} {d}M{a} {d}L{b} {c}"),))


def mark(look: str, x: float, y: float, radius: float) -> Shape:
    """A mark in the shape that goes with its look: looks are told apart without colour."""
    shapes = {"point": diamond, "cross": cross}
    return shapes.get(look, dot)(look, x, y, radius)


def line(look: str, x: float, y: float, to_x: float, to_y: float) -> Shape:
    """A straight line."""
    return Shape("line", look, _written({"x1": x, "y1": y, "x2": to_x, "y2": to_y}))


def words(look: str, x: float, y: float, text: str, anchor: str = "start") -> Shape:
    """Words that begin, have their middle or end (``start``, ``middle``, ``end``) at a place on their line."""
    return Shape("text", look, (*_written({"x": x, "y": y}), ("text-anchor", anchor)), text)


def key(items: Sequence[tuple[str, str]], sheet: Sheet = WIDE) -> tuple[list[Shape], int]:
    """What the looks mean, side by side in as many lines as it takes, and how high they are; one alone needs no key."""
    made: list[Shape] = []
    x, y = 8.0, 12
    for look, text in items if len(items) > 1 else []:
        wide = 32 + LETTER * len(text)
        if x + wide > sheet.width and x > 8:
            x, y = 8.0, y + 20
        made += [mark(look, x + 5, y, 5), words("words", x + 15, y + 4, text)]
        x += wide
    return made, y + 16 if made else 0


def fits(text: str, width: float) -> bool:
    """Is there room for all of these words?"""
    return len(text) * LETTER <= width


def fitted(text: str, width: float) -> str:
    """The words as far as there is room for them."""
    return text if fits(text, width) else f"{text[: int(width / LETTER) - 1].rstrip()}…"


def wrapped(text: str, width: float, most: int) -> list[str]:
    """The words on as many lines as it takes, at most so many; the last ends where there is no more room."""
    lines: list[str] = []
    rest = _DAY.sub("\\1\u00a0", text).split(" ")
    while rest and len(lines) < most - 1:
        taken = next((n for n in range(len(rest), 0, -1) if fits(" ".join(rest[:n]), width)), 1)
        lines.append(fitted(" ".join(rest[:taken]), width))
        rest = rest[taken:]
    return [*lines, fitted(" ".join(rest), width)] if rest else lines


def _written(at: dict[str, float]) -> tuple[tuple[str, str], ...]:
    return tuple((name, _short(value)) for name, value in at.items())


def _short(value: float) -> str:
    return f"{round(value, 1):g}"
