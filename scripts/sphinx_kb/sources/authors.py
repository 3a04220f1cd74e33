"""Who made a source and when, as a citation names it: short, and with letters where two would look alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING

from kb.core.published import published

if TYPE_CHECKING:
    from kb.core.model import People, Source

_ARTICLE = re.compile(r"^(the|a) ")


def short_author(source: Source) -> str:
    """How a citation names the author: ``Indeo``, ``Aris and Snetkov``, ``Aris et al.``, or a body's short name."""
    if source.fields.get("shortauthor"):
        return source.fields["shortauthor"]
    makers = source.makers
    names = [maker.family for maker in makers.names]
    if not names:
        return source.title or source.key
    return f"{names[0]} et al." if len(names) > 2 or makers.others else " and ".join(names)


def named(people: People) -> str:
    """All names, as a reference lists them: ``Mira Osk, Per Lund and Ilmar Rask``."""
    names = [maker.whole for maker in people.names]
    if people.others:
        return ", ".join(names) + " et al."
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def year(source: Source) -> str:
    """The year, or ``n.d.`` where none was seen."""
    when = published(source)
    return f"{when.earliest.year:04}" if when else "n.d."


def sort(sources: Iterable[Source]) -> list[Source]:
    """By author as cited, year, title."""
    return sorted(sources, key=lambda each: (_folded(short_author(each)), year(each), each.title, each.key))


def labels(ordered: Iterable[Source]) -> Iterator[str]:
    """``Indeo 2016``; letters where two labels would be the same."""
    bare = [f"{short_author(source)} {year(source)}" for source in ordered]
    total, seen = Counter(bare), Counter[str]()
    for label in bare:
        letter = _letter(seen[label]) if total[label] > 1 else ""
        seen[label] += 1
        yield f"{label}{'-' if letter and label.endswith('.') else ''}{letter}"


def _folded(text: str) -> str:
    return _ARTICLE.sub("", text.casefold())


def _letter(number: int) -> str:
    """``a`` to ``z``, ``aa`` to ``zz``, ``aaa`` …: a letter for each, however many they are."""
    letters = ""
    while number >= 0:
        number, last = divmod(number, 26)
        letters, number = ascii_lowercase[last] + letters, number - 1
    return letters
