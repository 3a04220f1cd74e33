"""From docutils nodes to Typst."""

from __future__ import annotations

from sphinx_typst.translator.boxes import Boxes
from sphinx_typst.translator.inline import Inline
from sphinx_typst.translator.links import Links
from sphinx_typst.translator.lists import Lists
from sphinx_typst.translator.pictures import Pictures
from sphinx_typst.translator.structure import Structure
from sphinx_typst.translator.tables import Tables


class TypstTranslator(Structure, Inline, Links, Lists, Boxes, Tables, Pictures):
    """Every construct of a page; custom nodes come with ``app.add_node(…, typst=(visit, depart))``."""
