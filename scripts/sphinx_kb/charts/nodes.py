"""A picture in the tree of a page: the whole, and in it a mark for each statement with the link that leads there.

The site has it twice, laid out for a desk and for a phone: of these the style sheet shows the one that fits, and no
reader has to move a picture aside to see its end. Print has one of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING, Protocol

from docutils import nodes

from sphinx_kb.charts import svg
from sphinx_kb.charts.scene import Drawn, Scene
from sphinx_kb.nodes import link
from sphinx_kb.words import plural

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


LONGEST = 2000
"""So many characters of what stands for a picture on paper."""


class Printer(Protocol):
    """The part of the translator for print that pictures need."""

    def drawing(self, drawn: str, alt: str) -> None:
        """Print a drawing (SVG) with the words that stand for it."""


class Picture(nodes.General, nodes.Element):
    """A whole picture; its children are its marks. ``scene`` is what is drawn, ``alt`` says so in words.

    ``narrow`` is the same for a phone and ``paper`` for print, with the same marks in the same order.
    """


class PictureMark(nodes.General, nodes.Element):
    """One mark: its child is the link to its statement, ``drawn`` what it looks like."""


def pictured(scene: Scene, narrow: Scene, title: str, paper: Scene | None = None) -> Picture:
    """The picture in the tree of a page, for a desk, a phone and paper, each of its marks a link to its statement."""
    drawn = plural(len(scene.marks), "statement")
    alt = f"{title}: a picture of {drawn}; the table below it says the same"
    picture = Picture("", scene=scene, narrow=narrow, paper=paper or scene, alt=alt, title=title)
    for mark in scene.marks:
        picture += PictureMark("", link("statement", mark.statement, nodes.inline()), drawn=mark)
    return picture


def register(app: Sphinx) -> None:
    """The site shows a picture with links, print shows it without; in plain text its words stand for it."""
    words = (_say, None)
    app.add_node(Picture, html=(_show, None), typst=(_print, None), text=words, latex=words, man=words, texinfo=words)
    app.add_node(PictureMark, html=(_skip, None), typst=(_skip, None), text=(_skip, None), latex=(_skip, None))


def _show(self: HTML5Translator, node: Picture) -> None:
    """Both layouts, of which the style sheet shows one; only where one hovers, marks have tips."""
    scene, narrow = node["scene"], node["narrow"]
    links = [next(iter(mark.findall(nodes.reference)), None) for mark in node.findall(PictureMark)]
    tips = [_tip(drawn, to) for drawn, to in zip(scene.marks, links, strict=True)]
    self.body.append(_layout(scene, links, tips, f'class="kb-picture kb-wide" aria-label="{escape(node["alt"])}"'))
    bare = [""] * len(links)
    self.body.append(_layout(narrow, links, bare, f'class="kb-picture kb-narrow" aria-label="{escape(node["alt"])}"'))
    raise nodes.SkipNode


def _layout(scene: Scene, links: Sequence[nodes.reference | None], tips: Sequence[str], named: str) -> str:
    marks = "".join(_mark(*each) for each in zip(scene.marks, links, tips, strict=True))
    size = f'viewBox="0 0 {scene.sheet.width} {scene.height}"'
    return f'<svg {named} role="group" {size}>{svg.shown(scene.ground)}{marks}{svg.shown(scene.over)}</svg>\n'


def _mark(drawn: Drawn, to: nodes.reference | None, tip: str) -> str:
    """A link around the shapes; where the link led nowhere, Sphinx has said so."""
    shapes = svg.shown(drawn.shapes)
    if to is None:
        return shapes
    href = to.get("refuri") or f"#{to['refid']}"
    named = f'href="{escape(href)}" class="kc-mark" aria-label="{escape(drawn.told)}"'
    named += f' data-of="{escape(drawn.of)}"' if drawn.of else ""
    return f"<a {named}>{tip}{shapes}</a>"


def _tip(drawn: Drawn, to: nodes.reference | None) -> str:
    """What a mark rests on, in a few words."""
    told = to.get("reftitle") if to is not None else ""
    return f"<title>{escape(told or drawn.told)}</title>"


def _print(self: Printer, node: Picture) -> None:
    self.drawing(svg.printed(node["paper"]), f"{node['title']}: {_in_words(node['paper'])}")
    raise nodes.SkipNode


def _in_words(scene: Scene) -> str:
    """What the table beside a picture says, for whoever has it read aloud: on paper there is no table."""
    rows = (", ".join(filter(None, (cell.text for cell in row))) for row in scene.rows)
    return shorten("; ".join(rows), LONGEST, placeholder=" …")


def _say(self: nodes.NodeVisitor, node: Picture) -> None:
    raise nodes.SkipNode


def _skip(self: nodes.NodeVisitor, node: PictureMark) -> None:
    raise nodes.SkipNode
