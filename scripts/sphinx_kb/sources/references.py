"""How each source is cited and listed, which it repeats, and which repeat it: once for a whole corpus."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_kb.sources.authors import labels
from sphinx_kb.sources.listing import VouchedStyle
from sphinx_kb.sources.shelves import ordered

if TYPE_CHECKING:
    from pybtex.style import FormattedEntry

    from kb.core.model import Corpus, Source


@lru_cache(maxsize=2)
def references(corpus: Corpus) -> dict[str, FormattedEntry]:
    """Label and reference of each source, by its key, in the order of the references."""
    style, sources = VouchedStyle(), ordered(corpus)
    return {
        source.key: style.format_entry(label, source) for source, label in zip(sources, labels(sources), strict=True)
    }


@lru_cache(maxsize=2)
def copies(corpus: Corpus) -> dict[str, list[str]]:
    """The sources that repeat each one."""
    found: dict[str, list[str]] = {}
    for source in ordered(corpus):
        for origin in origins(source, corpus):
            found.setdefault(origin, []).append(source.key)
    return found


def origins(source: Source, corpus: Corpus) -> list[str]:
    """The sources that it repeats."""
    named = source.fields.get("x-derives", "").replace(",", " ").split()
    return [key for key in named if key in corpus.sources]
