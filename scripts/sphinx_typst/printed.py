"""What stands on the sheets of a finished PDF: its lines of text, and the places where pieces of text stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import byref, c_double, c_ulong, create_string_buffer
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

NEAR = 0.5
"""Points around a piece in which its letters are looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one font on one line, in points from the lower left corner of the sheet."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Room:
    """Where text stands on a sheet: the margins around it, in points; left and right change sides in a book."""

    left: float
    right: float
    top: float
    bottom: float


class Sheet:
    """One side of paper; it must be asked while its document is open."""

    def __init__(self, page: pypdfium2.PdfPage, number: int) -> None:
        self.number = number
        self.width, self.height = page.get_size()
        self._text = page.get_textpage()
        self.lines: str = self._text.get_text_range().replace("\ufffe", "-\n")

    def pieces(self) -> Iterator[Piece]:
        """Every piece of text, in the order in which they are read."""
        ends = [c_double() for _ in range(4)]
        left, top, right, bottom = map(byref, ends)
        for index in range(pdfium.FPDFText_CountRects(self._text, 0, -1)):
            pdfium.FPDFText_GetRect(self._text, index, left, top, right, bottom)
            yield Piece(ends[0].value, ends[3].value, ends[2].value, ends[1].value)

    def words(self, piece: Piece) -> str:
        """The letters of a piece."""
        found: str = self._text.get_text_bounded(piece.left, piece.bottom, piece.right, piece.top)
        return " ".join(found.split())

    def between(self, head: Iterable[Piece], foot: Iterable[Piece]) -> str:
        """The lines of the sheet without those that begin and end it."""
        lines = self.lines
        for piece in head:
            lines = lines.replace(self.words(piece), "", 1)
        for piece in foot:
            before, _, after = lines.rpartition(self.words(piece))
            lines = before + after
        return lines

    def is_ornament(self, piece: Piece) -> bool:
        """Is it part of a running head or foot, and not of the text?"""
        across, up = (piece.right - piece.left) / 2, (piece.top - piece.bottom) / 2
        at = piece.left + across, piece.bottom + up
        index = pdfium.FPDFText_GetCharIndexAtPos(self._text, *at, across + NEAR, up + NEAR)
        shown = pdfium.FPDFText_GetTextObject(self._text, index) if index >= 0 else None
        if not shown:
            return False
        marks = (pdfium.FPDFPageObj_GetMark(shown, n) for n in range(pdfium.FPDFPageObj_CountMarks(shown)))
        return any(_name(mark) == "Artifact" for mark in marks)


def _name(mark: object) -> str:
    room, used = create_string_buffer(64), c_ulong()
    words = (pdfium.FPDF_WCHAR * 32).from_buffer(room)
    pdfium.FPDFPageObjMark_GetName(mark, words, 64, byref(used))
    return room.raw[: max(0, used.value - 2)].decode("utf-16-le", "replace")


def sheets(path: Path) -> Iterator[Sheet]:
    """The sheets of a PDF, one after the other."""
    with pypdfium2.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf, 1):
            yield Sheet(page, number)
            page.close()
