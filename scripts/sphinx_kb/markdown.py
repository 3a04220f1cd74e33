"""How a page is parsed: by the configuration of the site, which nothing that stands in a page can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser

from kb.load.front import KNOWN, front
from sphinx_kb.knowledge import path_of

if TYPE_CHECKING:
    from docutils import nodes
    from markdown_it.tree import SyntaxTreeNode


class PageRenderer(SphinxRenderer):
    """Reads front matter as the checker does, and only the fields that the checker knows."""

    def render_front_matter(self, token: SyntaxTreeNode) -> None:
        """The fields are what templates and printers know of the page; none of them is text of the page."""
        docname = self.sphinx_env.docname
        fields = front(path_of(docname), token.content).fields
        self.sphinx_env.metadata[docname].update({name: fields[name] for name in KNOWN if name in fields})


class PageParser(MystParser):
    """MyST, but for its merging of the configuration with what a page says of it."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page. No raw markup and no other file comes in, whatever syntax asks for it."""
        document.settings.raw_enabled = False
        document.settings.file_insertion_enabled = False
        parser = create_md_parser(document.settings.env.myst_config, PageRenderer)
        parser.options["document"] = document
        parser.render(inputstring)
