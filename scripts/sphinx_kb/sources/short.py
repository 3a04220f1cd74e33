"""A source in a short list on paper: what finds it again; and what is said once of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pybtex.richtext import HRef, Text
from pybtex.style import FormattedEntry

from kb.core.addresses import fault_of, linked, shown
from sphinx_kb.sources.authors import named, year
from sphinx_kb.sources.listing import container, day, identifiers, publication, title

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

    from kb.core.model import Source

MARKS = {"primary": "■", "tertiary": "□"}
"""What stands before a source of this rank; most are secondary and have no mark."""
LONGEST = 40
"""An address with more letters is told by its host; the link leads all the way."""


def in_short(source: Source) -> FormattedEntry:
    """Who, what, in what, where and when."""
    return FormattedEntry(source.key, Text(*_parts(source)), source.key)


def _parts(source: Source) -> Iterator[BaseText | str]:
    if source.rank in MARKS:
        yield f"{MARKS[source.rank]} "
    if source.makers.names:
        yield f"{named(source.makers)}. "
    yield from title(source)
    for part in (container(source), identifiers(source)):
        yield from [" ", *part] if part else []
    yield from _where(source)
    yield f" {_when(source).rstrip('.')}."


def _where(source: Source) -> Iterator[BaseText | str]:
    """Who published it, and the address; where the words name the host, they are the link."""
    told = "".join(publication(source)).rstrip(".")
    url = source.fields.get("url", "")
    if not url or fault_of(url):
        yield f" {told}," if told else ""
        return
    host = (urlsplit(url).hostname or "").rstrip(".").removeprefix("www.")
    site = _site(told, host)
    if site:
        before, _, after = told.partition(site)
        yield from (f" {before}", HRef(linked(url), site), f"{after},")
    elif source.fields.get("doi"):
        yield f" {told}," if told else ""
    else:
        address = shown(url)
        yield from (f" {told}, " if told else " ", HRef(linked(url), address if len(address) <= LONGEST else host), ",")


def _site(told: str, host: str) -> str:
    """The host as the words name it, whole or without what stands before its site: ``kremlin.ru`` for its pages."""
    names = host.split(".")
    sites = (".".join(names[n:]) for n in range(len(names) - 1))
    return next((site for site in sites if re.search(rf"(?<![\w.-]){re.escape(site)}(?![\w-])", told)), "")


def _when(source: Source) -> str:
    iso = source.fields.get("date", "")
    return day(iso) if len(iso) > 4 else year(source)


def legend(sources: Sequence[Source]) -> str:
    """What holds of all: on which days they were seen, and what the marks mean that they have."""
    days = sorted({source.fields["urldate"] for source in sources if source.fields.get("urldate")})
    told = ["In order of citation; the places cited are in italics."]
    if days:
        told.append(f"All seen on {day(days[0])}." if len(days) == 1 else f"Seen {_between(days[0], days[-1])}.")
    ranks = [f"{mark} {rank}" for rank, mark in MARKS.items() if any(source.rank == rank for source in sources)]
    if ranks:
        told.append(f"{', '.join(ranks)}, all others secondary.")
    return " ".join(told)


def _between(first: str, last: str) -> str:
    """``between 22 and 30 November 2026``: what both days have in common is said once."""
    begin, end = day(first).split(), day(last).split()
    while len(begin) > 1 and begin[-1] == end[-1] and begin[1:] == end[1:]:
        begin = begin[:1]
    if len(begin) == 3 and begin[-1] == end[-1]:
        begin = begin[:2]
    return f"between {' '.join(begin)} and {' '.join(end)}"
