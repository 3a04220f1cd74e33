"""Keeps old addresses alive: of places on pages that are there, and of pages that have gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_kb.moved import pages
from sphinx_kb.moved.places import OldPlaces

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Before links are resolved the one, when all pages are written the other."""
    app.add_post_transform(OldPlaces)
    app.connect("build-finished", pages.write)
