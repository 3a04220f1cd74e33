"""``{keyfacts}``: the box at the head of a brief that holds what a reader must know."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

from sphinx_kb.nodes import paragraph


class KeyFacts(SphinxDirective):
    """A titled list; ``:asof:`` says up to which day it holds."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = {"asof": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """A container with a title line and the content."""
        given = self.arguments[0] if self.arguments else ""
        title, asof = given or "Key facts", self.options.get("asof", "").strip()
        box = nodes.container(classes=["keyfacts"], title=given, asof=asof)  # print has words of its own for none
        self.set_source_info(box)
        box += paragraph(f"{title}, as of {asof}" if asof else title, classes=["keyfacts-title"])
        box += self.parse_content_to_nodes()
        return [box]
