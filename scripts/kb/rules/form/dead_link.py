"""A link leads to a page, a place on a page, a picture or a file that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath, relpath

from kb.core.finding import Finding, impossible
from kb.core.model import Entity, Page, Redirect, Reference
from kb.core.nearest import nearest
from kb.load.redirects import astray

ROOT = "docs"
LEDGER = "docs/facts/"
_KINDS = (
    ("heading", "link to a heading, its words in lower case with hyphens"),
    ("statement", "link to a statement or claim by its id within the entity"),
)
HELPED = 20
"""Of so many findings each says what may have been meant: to look for it takes long."""


def check(
    entities: Mapping[str, Entity],
    pages: tuple[Page, ...],
    manuals: tuple[Page, ...],
    files: frozenset[str],
    faults: tuple[Finding, ...],
    redirects: tuple[Redirect, ...],
) -> Iterator[Finding]:
    """A link leads to a page, a place on a page, a picture or a file that is there."""
    documents = (*pages, *manuals)
    anchors: dict[str, frozenset[str] | None] = {page.path.removesuffix(".md"): page.anchors for page in documents}
    known = anchors | {_page_of(entity): _places(entity) for entity in entities.values()}
    unread = {fault.mark.path for fault in faults if fault.rule in ("unreadable", "stray-file")}
    known |= dict.fromkeys((path.rpartition(".")[0] for path in unread), None)
    told = 0
    for page in documents:
        for link in (*page.links, *page.listed):
            for text, help in _dead(link.id, page, entities, known, told < HELPED):
                told += 1
                yield impossible(link.mark, text, help, seen=(link.id,))
        yield from (_missing(file) for file in page.files if _path(file.id, page) not in files | unread)
    yield from astray(redirects, entities, documents, faults)


def _dead(
    id: str, page: Page, entities: Mapping[str, Entity], known: Mapping[str, frozenset[str] | None], helps: bool
) -> Iterator[tuple[str, str]]:
    """Why a link is dead, and what to do; of a file that was not read nobody knows which places it has."""
    target, _, place = id.partition("#")
    path = _path(target, page) if target else page.path.removesuffix(".md")
    if path.endswith("*"):
        if not any(dirname(other) == dirname(path) for other in known):
            yield f"there is no page in {id!r}", "correct the path, or write the page first"
    elif path not in known:
        near = nearest(path, known) if helps else None
        meant = relpath(near, dirname(page.path)) if near else ""
        help = f"did you mean {meant!r}?" if meant else "correct the path, or write the page first"
        yield f"there is no page {target!r}", help
    elif place and (places := known[path]) is not None and place not in places:
        near = nearest(place, places) if helps else None
        kind, help = _KINDS[path.removeprefix(LEDGER) in entities]
        help = f"did you mean {'#' + near!r}?" if near else help
        yield f"there is no {kind} {'#' + place!r} on {repr(target) if target else 'this page'}", help


def _page_of(entity: Entity) -> str:
    return entity.mark.path.removesuffix(".yaml")


def _places(entity: Entity) -> frozenset[str]:
    """Each statement and claim is a row with an id on the page of its entity; what else stands there may be gone."""
    return frozenset(statement.slug for statement in entity.statements)


def _path(target: str, page: Page) -> str:
    return normpath(f"{ROOT}{target}" if target.startswith("/") else join(dirname(page.path), target))


def _missing(file: Reference) -> Finding:
    help = "correct the path, or add the file"
    return impossible(file.mark, f"there is no file {file.id!r}", help, seen=(file.id,))
