"""Where a line may break within what has no spaces: addresses, code, and words too long for any line."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONG = 24
"""An address with more letters may be broken."""
LONGEST = 40
"""A word with more letters may be broken anywhere, which is better than letters beyond the edge of the paper."""
PIECE = 12
"""So many letters of such a word stay together."""
_PLACES = re.compile(r"(?<=[/_=&?.,])(?=[^/\s])|(?=[%(])")
_ENDLESS = re.compile(rf"\S{{{LONGEST + 1},}}")
_BETWEEN = re.compile(r"[\s/]+|[-–—](?!\d)")
"""What a line may end at by itself; before a number a hyphen holds on to it."""


def is_long(text: str) -> bool:
    """Is this an address, or another word, that should be broken at its signs?"""
    return len(text) > LONG and " " not in text


def endless(text: str) -> list[str]:
    """The words of a text that may be broken anywhere."""
    return _ENDLESS.findall(text)


def parts(text: str, is_address: bool = False) -> Iterator[str]:
    """The pieces of a text between which a line may break beside its spaces: at signs first, then anywhere."""
    start = 0
    for at, last in [(0, len(text))] if is_address else [match.span() for match in _ENDLESS.finditer(text)]:
        for piece in _PLACES.split(text[at:last]):
            cuts = range(at + PIECE, at + len(piece), PIECE) if len(piece) > LONGEST else ()
            at += len(piece)
            for end in (*cuts, at):
                yield text[start:end]
                start = end
    if start < len(text):
        yield text[start:]


def longest(text: str) -> int:
    """How many letters the longest word of a text has that no line would break by itself."""
    return max(map(len, _BETWEEN.split(text)))
