"""Keeps together what is read as one: the parts of a day, the letters behind percent signs of an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import unquote

from docutils import nodes

HARD = "\u00a0"
"""A space at which no line ends."""
_ENGLISH = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "DIGIT")
"""Scripts that print has fonts for, as the names of letters begin."""
SIGNS = "–—‘’“”«»…№"
VERBATIM = (nodes.FixedTextElement, nodes.literal, nodes.raw, nodes.math, nodes.math_block, nodes.image)


def joined(text: str, months: Sequence[str] = ()) -> str:
    """The text with no line end within a day such as ``6 January 2022``."""
    names = "|".join(map(re.escape, dict.fromkeys((*_ENGLISH, *months))))
    day = re.compile(rf"(?<![\w.,])(\d{{1,2}}) ({names})\b(?: (?=\d{{4}}\b))?")
    return day.sub(lambda match: f"{match[1]}{HARD}{match[2]}{HARD * match[0].endswith(' ')}", text)


def readable_address(address: str) -> str:
    """The address with letters for those of its percent signs that stand for letters, as browsers show it."""
    return _ESCAPED.sub(lambda match: _letters(match[0]), address)


def _letters(escaped: str) -> str:
    """The letters that a run of bytes stands for; the run as it is where any of them is no letter."""
    try:
        told = unquote(escaped, errors="strict")
    except UnicodeDecodeError:
        return escaped
    return told if all(_is_readable(letter) for letter in told) else escaped


def _is_readable(letter: str) -> bool:
    return letter in SIGNS or (letter.isalnum() and unicodedata.name(letter, "").startswith(SCRIPTS))


def keep_together(tree: nodes.document, months: Sequence[str] = ()) -> None:
    """Mend the texts of a tree; what is verbatim stays as it is."""
    for text in list(tree.findall(nodes.Text)):
        parent = text.parent
        if parent is None or _is_verbatim(parent):
            continue
        told = str(text)
        if isinstance(parent, nodes.reference) and " " not in told and "%" in told:
            mended = readable_address(told)
        else:
            mended = joined(told, months)
        if mended != told:
            parent.replace(text, nodes.Text(mended))


def _is_verbatim(node: nodes.Node | None) -> bool:
    while node is not None:
        if isinstance(node, VERBATIM):
            return True
        node = node.parent
    return False
