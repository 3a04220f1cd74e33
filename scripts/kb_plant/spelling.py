"""The same mistake typed otherwise: with spaces that do not break, with two spaces, with letters in two parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from kb_plant.lines import Line
from kb_plant.planted import Planted, Sheet

_SPACE = re.compile(r"(?<=[\w,.;:)”’]) (?=[\w(“‘])")
_MARKER = re.compile(r"\s*(?:\d+\.|:)$")
"""What opens an item or a definition, and wants a plain space."""


def _spaced(text: str, space: str) -> str:
    """Other spaces between words, where no role, link or mark of a list stands."""
    line = Line(Sheet("", text), 0, text)
    for match in reversed(list(line.free(_SPACE))):
        if not _MARKER.match(text[: match.start()]):
            text = text[: match.start()] + space + text[match.end() :]
    return text


SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "a space that does not break": lambda text: _spaced(text, "\u00a0"),
    "two spaces": lambda text: _spaced(text, "  "),
    "letters in two parts": lambda text: _spaced(unicodedata.normalize("NFD", text), "\u202f"),
}


def respelt(planted: Planted, spelling: str) -> Planted | None:
    """The planted error with its line in another spelling; nothing, if it adds or takes lines."""
    before, after = (text.splitlines(keepends=True) for text in (planted.sheet.text, planted.data.decode()))
    at = planted.line - 1
    if len(before) != len(after) or before[at + 1 :] != after[at + 1 :]:
        return None
    start = sum(map(len, before[:at]))
    edit = (start, start + len(before[at]), SPELLINGS[spelling](after[at]))
    return Planted(planted.kind, planted.sheet, (edit,), planted.strict)
