"""The outline of the site: its sections as the start page lists them, and the pages of each in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Place:
    """A page with those below it."""

    docname: str
    title: str
    below: tuple[Place, ...] = ()

    def whole(self) -> Iterator[Place]:
        """The page itself, then all below it."""
        yield self
        for place in self.below:
            yield from place.whole()


@dataclass(frozen=True)
class Section:
    """A part of the site under one caption; without a caption its pages stand for themselves."""

    title: str
    places: tuple[Place, ...]

    def whole(self) -> Iterator[Place]:
        """Its pages in the order of reading."""
        for place in self.places:
            yield from place.whole()


def outline(env: BuildEnvironment) -> tuple[Section, ...]:
    """The sections of the start page; what is listed nowhere, such as the ledger's entities, is in none."""
    root = env.config.root_doc
    seen = {root}
    return tuple(
        Section(tree.get("caption") or "", tuple(_places(env, tree, seen)))
        for tree in env.tocs[root].findall(addnodes.toctree)
    )


def title(env: BuildEnvironment, docname: str) -> str:
    """What a page is called, in plain words."""
    return " ".join(env.titles[docname].astext().split())


def _places(env: BuildEnvironment, tree: addnodes.toctree, seen: set[str]) -> Iterator[Place]:
    """The pages of a table of contents, each once, however often it is listed."""
    for _, docname in tree["entries"]:
        if docname in env.titles and docname not in seen:
            seen.add(docname)
            below = (
                place for each in env.tocs[docname].findall(addnodes.toctree) for place in _places(env, each, seen)
            )
            yield Place(docname, title(env, docname), tuple(below))
