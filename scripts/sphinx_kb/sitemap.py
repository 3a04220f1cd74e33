"""The list of pages for search engines, in one order whoever wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def sort(app: Sphinx, error: Exception | None) -> None:
    """Several processes write pages and queue them as they come; sphinx-sitemap lists them as they are queued."""
    queued = getattr(app, "sitemap_links", None)
    if queued is None:
        return
    found = [queued.get() for _ in range(queued.qsize())]
    for link in sorted(found):
        queued.put(link)
