"""A picture in the tree of a page: the whole, and in it a mark for each statement with the link that leads there."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Protocol

from docutils import nodes

from sphinx_kb.charts import svg
from sphinx_kb.charts.scene import WIDTH, Scene

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class Printer(Protocol):
    """The part of the translator for print that pictures need."""

    def drawing(self, drawn: str, alt: str) -> None:
        """Print a drawing (SVG) with the words that stand for it."""


class Picture(nodes.General, nodes.Element):
    """A whole picture; its children are its marks. ``scene`` is what is drawn, ``alt`` says so in words."""


class PictureMark(nodes.General, nodes.Element):
    """One mark: its child is the link to its statement, ``drawn`` what it looks like."""


def register(app: Sphinx) -> None:
    """The site shows a picture with links, print shows it without; in plain text its words stand for it."""
    words = (_say, None)
    app.add_node(Picture, html=(_open, _close), typst=(_print, None), text=words, latex=words, man=words, texinfo=words)
    app.add_node(PictureMark, html=(_mark, None), typst=(_skip, None), text=(_skip, None), latex=(_skip, None))


def _open(self: HTML5Translator, node: Picture) -> None:
    scene: Scene = node["scene"]
    self.body.append(
        f'<div class="kb-scroll"><svg class="kb-picture" viewBox="0 0 {WIDTH} {scene.height}" role="group"'
        f' aria-label="{escape(node["alt"])}">{svg.shown(scene.ground)}'
    )


def _close(self: HTML5Translator, node: Picture) -> None:
    self.body.append(f"{svg.shown(node['scene'].over)}</svg></div>\n")


def _mark(self: HTML5Translator, node: PictureMark) -> None:
    """A link around the shapes, with what it rests on; where the link led nowhere, Sphinx has said so."""
    drawn = node["drawn"]
    link = next(iter(node.findall(nodes.reference)), None)
    shapes = svg.shown(drawn.shapes)
    if link is not None:
        href = link.get("refuri") or f"#{link['refid']}"
        told = escape(link.get("reftitle") or drawn.told)
        named = f'href="{escape(href)}" class="kc-mark" aria-label="{escape(drawn.told)}"'
        named += f' data-of="{escape(drawn.of)}"' if drawn.of else ""
        shapes = f"<a {named}><title>{told}</title>{shapes}</a>"
    self.body.append(shapes)
    raise nodes.SkipNode


def _print(self: Printer, node: Picture) -> None:
    self.drawing(svg.printed(node["scene"]), node["alt"])
    raise nodes.SkipNode


def _say(self: nodes.NodeVisitor, node: Picture) -> None:
    raise nodes.SkipNode


def _skip(self: nodes.NodeVisitor, node: PictureMark) -> None:
    raise nodes.SkipNode
