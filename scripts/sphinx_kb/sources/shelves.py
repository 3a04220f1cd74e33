"""On which page each source stands, and which lists of them there are: by the letters of its key, by kind, by language.

One page of all sources would be megabytes. A key never changes, so neither does the page, unless a shelf overflows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from docutils.nodes import make_id

from sphinx_kb.sources.authors import sort
from sphinx_kb.sources.naming import cited_by_name

if TYPE_CHECKING:
    from kb.core.model import Corpus, Source

FOLDER = "sources/"
FULL = 60
"""So many sources stand on a page; eight statements that rest on one take the place of another."""
LINES = 400
"""So many lines a list has at most."""
FEW = 60
"""Languages with fewer sources share a list."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of sources: told whole, or listed in a line each."""

    title: str
    sources: tuple[Source, ...]
    is_list: bool = False


@lru_cache(maxsize=2)
def ordered(corpus: Corpus) -> tuple[Source, ...]:
    """All sources, by author as cited."""
    return tuple(sort(cited_by_name(corpus)))


@lru_cache(maxsize=2)
def shelves(corpus: Corpus) -> Mapping[str, Shelf]:
    """Every page of sources, by the name of its document."""
    sources = ordered(corpus)
    made: dict[str, Shelf] = {}
    for start, those in _gathered(sources, lambda source: source.key[0].casefold()).items():
        for beginning, held in _split(corpus, start, those).items():
            shown = held[0].key[: len(beginning)]
            made[f"{FOLDER}{beginning}"] = Shelf(f"Sources {shown[0].upper()}{shown[1:]}…", tuple(held))
    return made | _by_kind(sources) | _by_language(sources)


@lru_cache(maxsize=2)
def places(corpus: Corpus) -> Mapping[str, str]:
    """The document on which each source is told whole."""
    told = ((name, shelf) for name, shelf in shelves(corpus).items() if not shelf.is_list)
    return {source.key: name for name, shelf in told for source in shelf.sources}


def anchor(key: str) -> str:
    """Where a source stands on its page."""
    return make_id(f"cite-{key}")


def language(source: Source) -> str:
    """The language of a source, in a word."""
    return source.fields.get("langid", "").strip().capitalize() or "Unknown"


def _gathered(sources: Iterable[Source], by: Callable[[Source], str]) -> dict[str, list[Source]]:
    found: dict[str, list[Source]] = {}
    for source in sources:
        found.setdefault(by(source), []).append(source)
    return dict(sorted(found.items()))


def _split(corpus: Corpus, start: str, sources: list[Source]) -> dict[str, list[Source]]:
    """The fullest continuations of a beginning get pages of their own, until the rest fits on one."""
    further = _gathered(sources, lambda source: source.key[: len(start) + 1].casefold())
    made: dict[str, list[Source]] = {}
    rest = set(further)
    while len(rest) > 1 and sum(_weight(corpus, further[each]) for each in rest) > FULL:
        fullest = max(sorted(rest), key=lambda each: _weight(corpus, further[each]))
        rest.remove(fullest)
        made |= _split(corpus, fullest, further[fullest])
    if rest == set(further) and len(further) == 1 and _weight(corpus, sources) > FULL and len(sources) > 1:
        return _split(corpus, next(iter(further)), sources)
    return made | {start: [source for source in sources if source.key[: len(start) + 1].casefold() in rest]}


def _weight(corpus: Corpus, sources: Iterable[Source]) -> float:
    return sum(1 + len(corpus.by_source.get(source.key, ())) / 8 for source in sources)


def _by_kind(sources: Sequence[Source]) -> dict[str, Shelf]:
    found = _gathered(sources, lambda source: source.rank)
    return _lists({f"kind-{rank}": (f"{rank.capitalize()} sources", those) for rank, those in found.items() if rank})


def _by_language(sources: Sequence[Source]) -> dict[str, Shelf]:
    found = _gathered(sources, language)
    many = {name: those for name, those in found.items() if len(those) >= FEW}
    told = {f"in-{name.casefold()}": (f"Sources in {name}", those) for name, those in many.items()}
    others = [source for source in sources if language(source) not in many]
    return _lists(told | ({"in-other-languages": ("Sources in other languages", others)} if others else {}))


def _lists(told: Mapping[str, tuple[str, list[Source]]]) -> dict[str, Shelf]:
    """Lists of no more lines than a page may have; the second has a 2 behind its name, and so on."""
    made: dict[str, Shelf] = {}
    for name, (title, sources) in told.items():
        for number, start in enumerate(range(0, len(sources), LINES), 1):
            part = tuple(sources[start : start + LINES])
            shown = (f"{name}-{number}", f"{title}, {number}") if number > 1 else (name, title)
            made[f"{FOLDER}{shown[0]}"] = Shelf(shown[1], part, is_list=True)
    return made
