"""Shows addresses as browsers do: with the letters that their percent signs stand for."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from docutils import nodes

_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "DIGIT")
"""Scripts that print has fonts for, as the names of letters begin."""
SIGNS = "–—‘’“”«»…№"


def readable(address: str) -> str:
    """The address with letters for those of its percent signs that stand for letters."""
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


def mend(tree: nodes.document) -> None:
    """Show each address of a tree that stands as the words of a link so; where it leads stays as it is."""
    for text in list(tree.findall(nodes.Text)):
        if isinstance(text.parent, nodes.reference) and "%" in text and " " not in text:
            text.parent.replace(text, nodes.Text(readable(text)))
