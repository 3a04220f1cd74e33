"""Parts of a page for which docutils has no node: what a reader may unfold, and the mark of what is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from docutils import nodes
from sphinx.errors import SphinxError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


AGAIN = "kb-fold"
"""The class of what says the same in another form."""


COMPACT = "kb-judgement"
"""The class of what paper sets in small type."""


class Printer(Protocol):
    """The part of the translator for print that these need."""

    def put(self, text: str) -> None:
        """Write Typst."""


class Details(nodes.General, nodes.Element):
    """Content that is folded under its first child, a ``Summary``, or under the plain words of ``summary``.

    What only says again what stands above it (``AGAIN``) is left out on paper, where nobody unfolds anything.
    """


class Summary(nodes.paragraph):
    """The line that stays when details are folded; where nothing folds, the paragraph above them."""


class Disputed(nodes.General, nodes.Inline, nodes.Element):
    """The mark on a figure in doubt. It holds no text, so that previews and search do not read it as part of it."""


def register(app: Sphinx) -> None:
    """Only the site folds; elsewhere what is held stands as it is. Formulas would ask another host for help."""
    nothing = (_nothing, _nothing)
    for element, html in ((Details, (_open_details, _close_details)), (Disputed, (_mark, _nothing))):
        app.add_node(
            element, html=html, text=nothing, latex=nothing, man=nothing, texinfo=nothing, typst=(_print, _end)
        )
    app.add_node(Summary, html=(_open_summary, _close_summary))
    app.add_html_math_renderer("none", (_refuse, None), (_refuse, None))


def _open_details(self: HTML5Translator, node: Details) -> None:
    self.body.append(self.starttag(node, "details"))
    if node.get("summary"):
        self.body.append(f"<summary>{self.encode(node['summary'])}</summary>\n")


def _close_details(self: HTML5Translator, node: Details) -> None:
    self.body.append("</details>\n")


def _open_summary(self: HTML5Translator, node: Summary) -> None:
    self.body.append(self.starttag(node, "summary", ""))


def _close_summary(self: HTML5Translator, node: Summary) -> None:
    self.body.append("</summary>\n")


def _mark(self: HTML5Translator, node: Disputed) -> None:
    self.body.append('<sup class="kb-mark">†</sup><span class="visually-hidden"> (disputed)</span>')


def _refuse(self: HTML5Translator, node: nodes.Element) -> None:
    raise SphinxError(f"there are no formulas, against {node.astext()!r}")


def _print(self: Printer, node: nodes.Element) -> None:
    if AGAIN in node["classes"]:
        raise nodes.SkipNode
    self.put("\n#compact[" if COMPACT in node["classes"] else "")


def _end(self: Printer, node: nodes.Element) -> None:
    self.put("]\n" if COMPACT in node["classes"] else "")


def _nothing(self: object, node: nodes.Element) -> None:
    """Neither opens nor closes anything."""
