"""Takes from a page the style sheets and scripts that have nothing to do on it: a browser would ask for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NEVER = frozenset({"_static/sphinx_highlight.js", "_static/design-tabs.js"})
"""What marks the finds of Sphinx's own search, where this site has another, and tabs, which no page may hold."""
ONLY_WITH = {
    "_static/pygments.css": 'class="highlight',
    "_static/sphinx-design.min.css": 'class="sd-',
}
"""What stands in the body of a page on which the file has something to do."""


def choose(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Leave what the page needs, after every extension has said what it brings along."""
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.embedded:
        return
    for kind in ("css_files", "script_files"):
        context[kind] = [*_needed(context[kind], context.get("body") or "")]


def _needed(files: Iterable[Any], body: str) -> Iterable[Any]:
    for file in files:
        name = str(getattr(file, "filename", file))
        if name not in NEVER and ONLY_WITH.get(name, "") in body:
            yield file
