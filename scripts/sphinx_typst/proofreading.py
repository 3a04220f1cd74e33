"""Reads a finished PDF as a proofreader does: is all text there, on the paper, legible, and nothing torn apart?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from unicodedata import category

from sphinx_typst.keeping import Keeping
from sphinx_typst.losses import losses, words_of
from sphinx_typst.meant import Meant
from sphinx_typst.printed import Piece, Room, Sheet, sheets

SLACK = 6.0
"""Points that a line may stand beyond the room for text: it ends in a space, and italics hang over."""
TOUCH = 2.0
"""Points by which letters beside one another may share their room."""
EDGE = 14.0
"""Points from the edge of the paper on which no printer prints."""
SHOWN = 40
"""So many letters of a text are quoted."""
TOLD = 10
"""So many faults of a kind are told one by one."""


@dataclass(frozen=True)
class Fault:
    """What is wrong, on which sheet, where those words were written, and how a person is told."""

    kind: str
    sheet: int
    place: str
    told: str


def proofread(path: Path, room: Room, keeping: Keeping, meant: Sequence[Meant]) -> list[Fault]:
    """The faults of a PDF, of each kind no more than a person would read; ``meant`` is what it must hold."""
    found: list[Fault] = []
    lines = []
    for sheet in sheets(path):
        pieces = [each for each in sheet.pieces() if each.right - each.left > 0.5 and each.top - each.bottom > 0.5]
        told = chain(_outside(sheet, pieces, room), _overlapping(sheet, pieces), _torn(sheet, keeping, meant))
        found += [Fault(kind, sheet.number, words, why) for kind, words, why in told]
        head = [each for each in pieces if each.bottom > sheet.height - room.top and sheet.is_ornament(each)]
        foot = [each for each in pieces if each.top < room.bottom and sheet.is_ornament(each)]
        lines.append(sheet.between(head, foot))
    found = [replace(fault, place=_written(fault.place, meant)) for fault in _some(found)]
    return [*found, *_some(_lost("\n".join(lines), meant) if meant else ())]


def _some(faults: Iterable[Fault]) -> Iterator[Fault]:
    counted: Counter[str] = Counter()
    for fault in faults:
        counted[fault.kind] += 1
        if counted[fault.kind] <= TOLD:
            yield fault


def _written(words: str, meant: Sequence[Meant]) -> str:
    """The page and line of the text that holds these words, or most of them."""
    sought, single = "".join(words_of(words)), set(words_of(words))
    placed = [each for each in meant if each.place]
    for each in placed:
        if sought in "".join(words_of(each.text)):
            return each.place
    shared = [sum(map(len, single.intersection(words_of(each.text)))) for each in placed]
    return placed[shared.index(max(shared))].place if any(shared) else ""


def _outside(sheet: Sheet, pieces: Iterable[Piece], room: Room) -> Iterator[tuple[str, str, str]]:
    """Text beyond the margins; running heads and feet stand in them, but not at the edge of the paper."""
    those = list(pieces)
    sides = {(room.left, room.right), (room.right, room.left)}
    boxes = [
        Piece(left - SLACK, room.bottom - SLACK, sheet.width - right + SLACK, sheet.height - room.top + SLACK)
        for left, right in sorted(sides)
    ]
    beyond, box = min(
        (([each for each in those if not _within(each, box)], box) for box in boxes), key=lambda pair: len(pair[0])
    )
    paper = Piece(EDGE, EDGE, sheet.width - EDGE, sheet.height - EDGE)
    for piece in beyond:
        if not (_within(piece, paper) and sheet.is_ornament(piece)):
            far = max(box.left - piece.left, piece.right - box.right, box.bottom - piece.bottom, piece.top - box.top)
            told = f"text stands {far + SLACK:.0f} pt beyond the margin"
            yield "outside", sheet.words(piece), f"{told}: {sheet.words(piece)[:SHOWN]!r}"


def _within(piece: Piece, box: Piece) -> bool:
    return piece.left >= box.left and piece.right <= box.right and piece.bottom >= box.bottom and piece.top <= box.top


def _overlapping(sheet: Sheet, pieces: Iterable[Piece]) -> Iterator[tuple[str, str, str]]:
    """Text printed over other text."""
    those = sorted((each for each in pieces if each.right - each.left > TOUCH), key=lambda piece: piece.bottom)
    for at, piece in enumerate(those):
        left, right, top = piece.left + TOUCH, piece.right - TOUCH, piece.top
        for other in those[at + 1 :]:
            if other.bottom >= top:
                break
            if other.left < right and other.right > left and _is_over(piece, other):
                words = sheet.words(piece), sheet.words(other)
                if not _is_signed(words):
                    both = " and ".join(repr(each[:SHOWN]) for each in words)
                    yield "overlap", words[0], f"one text is printed over another: {both}"


def _is_over(piece: Piece, other: Piece) -> bool:
    """Do two pieces share a good part of their height, and more of their width than letters that touch?"""
    tall, low = piece.top - piece.bottom, other.top - other.bottom
    width = min(piece.right, other.right) - max(piece.left, other.left)
    height = min(piece.top, other.top) - max(piece.bottom, other.bottom)
    return width > max(TOUCH, 0.25 * tall) and height > 0.4 * min(tall, low)


def _is_signed(words: Iterable[str]) -> bool:
    """Do signs stand above or below letters? They are set over them, each by itself."""
    return any(category(letter).startswith("M") for each in words for letter in each)


def _torn(sheet: Sheet, keeping: Keeping, meant: Sequence[Meant]) -> Iterator[tuple[str, str, str]]:
    """What a line parts."""
    for place, around in keeping.torn(sheet.lines):
        if not _ends(place, meant):
            yield "torn", around, f"the end of a line parts {place!r}"


def _ends(place: str, meant: Sequence[Meant]) -> bool:
    """Does a text end in this word and its full stop, as in *last s.*, and the next not begin with the number?"""
    word, _, number = place.partition(" | ")
    last = [at for at, each in enumerate(meant) if word.endswith(".") and each.text.split()[-1:] == [word]]
    return any(not "".join(each.text for each in meant[at + 1 : at + 2]).lstrip().startswith(number) for at in last)


def _lost(printed: str, meant: Sequence[Meant]) -> Iterator[Fault]:
    """Words that were to be printed and are not."""
    for at, words in losses(printed, [each.text for each in meant]):
        told = f"{len(words)} words are not printed: {' '.join(words)[:SHOWN]!r}"
        yield Fault("lost", 0, meant[at].place, told)
