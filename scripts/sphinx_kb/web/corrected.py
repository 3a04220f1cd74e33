"""Reads the page of corrections: its sections, and the statements that each names by their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kb.load.anchors import Anchors
from sphinx_kb.history import Section
from sphinx_kb.knowledge import corpus_of, path_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from kb.core.model import Page

PAGE = "about/corrections"
_NAMED = re.compile(r"(?P<entity>[a-z0-9-]+)?#(?P<slug>[a-z0-9-]+)")


def page(env: BuildEnvironment) -> Page | None:
    """The page, where there is one."""
    return next((page for page in corpus_of(env).pages if page.path == path_of(PAGE)), None)


def sections(page: Page) -> Iterator[Section]:
    """Its sections in their order, the newest first."""
    anchors, title, anchor, told = Anchors(), "", "", list[str]()
    for block in page.blocks:
        words = " ".join(sentence.text for sentence in block.sentences)
        if block.kind == "heading":
            yield _section(title, anchor, told)
            title, anchor, told = words, anchors.name(words), []
        elif block.kind in ("row", "item"):
            told.append(words)
    yield _section(title, anchor, told)


def _section(title: str, anchor: str, told: Sequence[str]) -> Section:
    return Section(title, anchor, tuple(told), frozenset(id for row in told for id in _named(row)))


def _named(row: str) -> Iterator[str]:
    """The ids in a row; ``#b`` behind ``a#x`` is ``a#b``."""
    entity = ""
    for found in _NAMED.finditer(row):
        entity = found["entity"] or entity
        yield f"{entity}#{found['slug']}"
