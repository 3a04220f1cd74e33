"""A source as BibTeX, to be taken over into another bibliography; what only we know of it stays here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.core.model import Maker, People, Source

_SIGNS = re.compile(r"[&%$#_{}]")
VERBATIM = frozenset({"url", "doi", "date", "urldate"})
"""Fields that TeX does not read."""
OURS = ("x-", "shortauthor", "shorttitle", "keywords")


def bibtex(source: Source) -> str:
    """The entry: names in their parts, signs as TeX needs them."""
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(source))
    return f"@{source.type}{{{source.key},\n{fields}\n}}"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    for name, value in source.fields.items():
        if name in source.people:
            yield name, _names(source.people[name])
        elif not name.startswith(OURS):
            yield name, value if name in VERBATIM else _escaped(value)


def _names(people: People) -> str:
    return " and ".join([*map(_name, people.names), *["others"] * people.others])


def _name(maker: Maker) -> str:
    if maker.is_body:
        return f"{{{_escaped(maker.whole)}}}"
    return ", ".join(_escaped(part) for part in (maker.family, maker.suffix, maker.given) if part)


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)
