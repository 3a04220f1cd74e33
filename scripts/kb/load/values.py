"""Reads the value of one field of BibTeX: between braces, between quotation marks, a number or a month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from kb.core.months import SHORT

LONGEST = 10_000
"""So many characters a value may have."""
_LINE = r"\n[ \t]*(?:@[ \t]*[A-Za-z]+[ \t]*[{(]|[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"])"
"""A line that begins another field or entry, which no value holds."""
_BRACED = re.compile(rf"[{{}}]|{_LINE}")
_QUOTED = re.compile(rf"[{{}}\"]|{_LINE}")
_BARE = re.compile(r"[^\s{},\"#]*")


class End(Enum):
    """How a value ends: as it should, or where another field begins, or so that the entry can not be read on.

    Where it is unknown, it ends well enough, but nobody can tell what it stands for.
    """

    CLOSED = "closed"
    FIELD = "field"
    LOST = "lost"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Value:
    """A value as written, where it begins, where reading goes on, and what is wrong with it: the text and the help."""

    text: str
    start: int
    stop: int
    end: End = End.CLOSED
    fault: tuple[str, str] | None = None


def value(text: str, at: int, name: str) -> Value:
    """The value of the field of this name, which begins at this place."""
    opened = text[at : at + 1]
    if opened not in ("{", '"'):
        return _bare(text, at, name)
    stop, end = _end_of(text, at + 1, opened)
    written, fault = text[at + 1 : stop], None
    if end is not End.CLOSED:
        closing = "}" if opened == "{" else '"'
        fault = f"the field {name!r} is never closed: a `{closing}` is missing", "close it at its end"
        return Value(written.rstrip(", \t\n"), at + 1, stop, end, fault)
    if len(written) > LONGEST:
        fault = f"the field {name!r} has {len(written):,} characters, against at most {LONGEST:,}", "shorten it"
    return Value(written, at + 1, stop + 1, end, fault)


def _end_of(text: str, start: int, opened: str) -> tuple[int, End]:
    """Where it ends that a brace or a quotation mark has opened, and how."""
    depth, closing = 0, "}" if opened == "{" else '"'
    for match in (_BRACED if opened == "{" else _QUOTED).finditer(text, start):
        seen = match[0]
        if seen == closing and not depth:
            return match.start(), End.CLOSED
        if seen in ("{", "}"):
            depth += 1 if seen == "{" else -1
            if depth < 0:  # a brace that closes what a quotation mark has opened
                return match.start(), End.LOST
        elif seen != '"':
            return match.start(), End.LOST if "@" in seen else End.FIELD
    return len(text), End.LOST


def _bare(text: str, at: int, name: str) -> Value:
    match = _BARE.match(text, at)
    assert match  # noqa: S101  # it matches nothing at all
    word, end, fault = match[0], End.UNKNOWN, None
    if not word:
        fault = f"the field {name!r} has no value", f"write `{name} = {{…}},`, or take the field out"
    elif word.lower() in SHORT:
        word, end = word.lower(), End.CLOSED
    elif word.isascii() and word.isdigit():
        end = End.CLOSED
    else:
        fault = (
            f"the value {word[:40]!r} of the field {name!r} stands without braces",
            (f"write `{name} = {{…}},` with the words themselves; abbreviations are not read here"),
        )
    return Value(word, at, match.end(), end, fault)
