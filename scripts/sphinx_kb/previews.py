"""What a preview of a page says, where the site has an address: escaped, whatever the title holds."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

MAKER = "sphinxext.opengraph"


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Hand over title and description as they may stand in an attribute; the extension escapes only quotation marks."""
    if doctree is None or MAKER not in app.extensions:
        return
    meta = dict(context.get("meta") or {})
    title = app.env.titles[pagename].astext()
    meta["og:title"] = escape(title)
    context["meta"] = meta
