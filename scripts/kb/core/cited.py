"""Which pages cite each place of a source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.core.model import Page, Statement

Cited = Mapping[tuple[str, str], frozenset[str]]
"""The paths of pages, by the key of a source and the place in it."""


def citing_pages(pages: tuple[Page, ...]) -> Cited:
    """The pages that tell something of the subject, by what their sentences cite."""
    found: dict[tuple[str, str], set[str]] = {}
    for page in pages:
        for block in page.blocks if page.vouched else ():
            for sentence in block.sentences:
                for citation in sentence.citations:
                    found.setdefault((citation.key, citation.locator), set()).add(page.path)
    return {place: frozenset(paths) for place, paths in found.items()}


def on(cited: Cited, statements: Iterable[Statement]) -> frozenset[str]:
    """The pages that cite what any of these rests on."""
    places = ((one.by, one.at) for statement in statements for one in statement.evidence)
    return frozenset(path for place in places for path in cited.get(place, ()))
