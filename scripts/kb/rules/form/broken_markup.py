"""What is written on a page is whole: Sphinx can make something of it."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Page, Reference

ROOT, INDEX = "docs", "docs/index.md"


def check(
    faults: tuple[Finding, ...], pages: tuple[Page, ...], manuals: tuple[Page, ...], files: frozenset[str]
) -> Iterator[Finding]:
    """What is written on a page is whole: Sphinx can make something of it."""
    yield from (fault for fault in faults if fault.rule == "broken-markup")
    documents = (*pages, *manuals)
    yield from _twice(documents)
    listed = {path for page in documents for entry in page.listed for path in _paths(entry, page)}
    for page in documents:
        for entry in page.listed:
            if f"{_path(entry.id, page)}.md" == page.path:
                yield impossible(entry.mark, f"the page lists itself as {entry.id!r}", "leave it out")
        folder = f"{dirname(page.path)}/*"
        lone = page.path != INDEX and "orphan" not in page.front and not {page.path, folder} & listed
        if lone and INDEX in files:
            help = f"name it in a `{{toctree}}` of {INDEX}, or write `orphan: true` at its head"
            yield impossible(Mark(page.path), "no list of pages names this page", help)


def _twice(pages: tuple[Page, ...]) -> Iterator[Finding]:
    seen: dict[str, Mark] = {}
    for page in pages:
        for thing in page.once:
            other = seen.setdefault(thing.id.casefold(), thing.mark)
            if other != thing.mark:
                yield impossible(thing.mark, f"{thing.id} stands twice", "keep one of the two", compare=(other,))


def _paths(entry: Reference, page: Page) -> Iterator[str]:
    path = _path(entry.id, page)
    yield path if path.endswith("*") else f"{path}.md"


def _path(id: str, page: Page) -> str:
    return normpath(f"{ROOT}{id}" if id.startswith("/") else join(dirname(page.path), id))
