"""By which name a source is cited: initials that the ledger knows, and what a site is called, not its address."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.core.model import Corpus, Source

_INITIALS = re.compile(r"[A-Z]{2,6}")
_SITE = re.compile(r"(?P<name>[^\W\d_][\w-]{4,})\.[^\W\d_]{2,8}")
"""The address of a site as its name, and behind a dot the ending; what is shorter would say nothing: ``news.am``."""


def cited_by_name(corpus: Corpus) -> list[Source]:
    """The sources; a body that the ledger knows by initials is cited by them, and a site by its name: ``UN 2016``."""
    initials: dict[str, str] = {}
    for entity in corpus.entities.values():
        short = next((name.text for name in entity.names if _INITIALS.fullmatch(name.text)), None)
        initials |= {name.text: short for name in entity.names if short}
    taken = {name.text.casefold() for entity in corpus.entities.values() for name in entity.names}
    return [_shortened(source, initials, taken) for source in corpus.sources.values()]


def _shortened(source: Source, initials: dict[str, str], taken: set[str]) -> Source:
    if source.fields.keys() & {"shortauthor", "shorttitle"} or len(source.makers.names) != 1 or source.makers.others:
        return source
    name = source.makers.names[0].whole
    short = initials.get(name) or _without_ending(name, taken)
    return replace(source, fields={**source.fields, "shortauthor": short}) if short != name else source


def _without_ending(name: str, taken: set[str]) -> str:
    """``Lenta`` for ``Lenta.ru``: what a site is called, but where that is no name, or that of somebody else."""
    site = _SITE.fullmatch(name)
    if site is None or site["name"].casefold() in taken:
        return name
    short = site["name"]
    return short.capitalize() if short.islower() else short
