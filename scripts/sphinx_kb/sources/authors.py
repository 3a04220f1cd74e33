"""How a citation names a source: who made it and when, or the short title of an instrument, and no two alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING

from kb.core.months import name as month_name
from kb.core.published import published

if TYPE_CHECKING:
    from kb.core.model import People, Source

_ARTICLE = re.compile(r"^(the|a) ")
_PART = re.compile(r"\s*(?:[:;|(]|(?<=\w\w)[.?!](?=\s)|\s[–—-]\s)")
"""Where the first part of a title ends."""
_INNER = str.maketrans("“”«»", "‘’‘’")
WORDS = 5
"""So many words of a title tell one source from another."""


def short_author(source: Source) -> str:
    """What a citation begins with: ``Indeo``, ``Aris and Snetkov``, ``Aris et al.``, a body's short name, ``Treaty``.

    An instrument is known by its title, not by the states that made it: ``shorttitle`` goes before any author.
    """
    for name in ("shorttitle", "shortauthor"):
        if source.fields.get(name):
            return source.fields[name]
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


def day(source: Source) -> str:
    """The year with month and day, as far as they are known: ``12 May 2022``."""
    when = published(source)
    if when is None or when.precision not in ("day", "month"):
        return year(source)
    _, month, number = when.parts
    return " ".join([*[str(number)] * bool(number), month_name(month or 1), year(source)])


def sort(sources: Iterable[Source]) -> list[Source]:
    """By author as cited, year, day, title."""
    return sorted(
        sources, key=lambda each: (_folded(short_author(each)), year(each), _when(each), each.title, each.key)
    )


def labels(ordered: Iterable[Source]) -> Iterator[str]:
    """``Osk 2016``; where two would look alike ``Herald 1 May 2022``, ``League “Basic facts”``, and letters at last."""
    sources = list(ordered)
    bare = [f"{short_author(each)} {year(each)}" for each in sources]
    alike = Counter(bare)
    made = [_finer(each) if alike[label] > 1 else label for each, label in zip(sources, bare, strict=True)]
    total, seen = Counter(made), Counter[str]()
    for label in made:
        letter = _letter(seen[label]) if total[label] > 1 else ""
        seen[label] += 1
        yield f"{label}{letter}" if label[-1].isdigit() else f"{label} {letter}".rstrip()


def after_author(label: str, source: Source) -> str:
    """What follows the author in the label of a source: its year, its day, or the words of its title."""
    return label.removeprefix(short_author(source)).strip()


def _finer(source: Source) -> str:
    """By the day, or by the title of what has no date."""
    if published(source):
        return f"{short_author(source)} {day(source)}"
    return f"{short_author(source)} “{_beginning(source.title or source.key)}”"


def _beginning(title: str) -> str:
    """The first part of a title, if it is more than a word, and not more of it than a citation can hold."""
    first = _PART.split(title.strip(), maxsplit=1)[0].split()
    words = first if len(first) > 1 else title.split()
    return " ".join(words[:WORDS]).translate(_INNER) + " …" * (len(words) > WORDS)


def _when(source: Source) -> tuple[int, int]:
    when = published(source)
    return (when.parts[1] or 0, when.parts[2] or 0) if when else (0, 0)


def _folded(text: str) -> str:
    return _ARTICLE.sub("", text.casefold())


def _letter(number: int) -> str:
    """``a`` to ``z``, ``aa`` to ``zz``, ``aaa`` …: a letter for each, however many they are."""
    letters = ""
    while number >= 0:
        number, last = divmod(number, 26)
        letters, number = ascii_lowercase[last] + letters, number - 1
    return letters
