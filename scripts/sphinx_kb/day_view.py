"""A view of any day in the tree of a page; the periods that its script needs are laid beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_kb.beside import lay

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

FOLDER = "_static"
MADE = "day-{}.js"
"""The periods that the build lays beside a page: a script, for a page that is opened as a file may fetch nothing."""


class DayView(nodes.General, nodes.Element):
    """What a script makes a view of one day; ``days`` is what it needs for that, as a script of its own."""


def register(app: Sphinx) -> None:
    """On the site a view is a part of the page that the script finds; elsewhere what it holds stands as it is."""
    nothing = (_nothing, _nothing)
    app.add_node(
        DayView, html=(_open, _close), text=nothing, latex=nothing, man=nothing, texinfo=nothing, typst=nothing
    )
    app.connect("html-page-context", _lay)


def _lay(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Put the periods of a page beside it, and have it load them with the script that shows them."""
    builder = app.builder
    if doctree is None or not isinstance(builder, StandaloneHTMLBuilder) or builder.embedded:
        return
    for view in doctree.findall(DayView):
        name = MADE.format(pagename.replace("/", "-"))
        lay(app, f"{FOLDER}/{name}", view["days"])
        for script in (name, "day.js"):
            app.add_js_file(script, loading_method="defer")


def _open(self: HTML5Translator, node: DayView) -> None:
    self.body.append('<div class="kb-day">\n')


def _close(self: HTML5Translator, node: DayView) -> None:
    self.body.append("</div>\n")


def _nothing(self: nodes.NodeVisitor, node: DayView) -> None:
    """Neither opens nor closes anything."""
