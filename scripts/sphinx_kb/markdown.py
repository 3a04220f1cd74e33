"""How a page is parsed: by the configuration of the site, which nothing that stands in a page can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser

from kb.load.front import KNOWN, front
from kb.load.markup import DIRECTIVES, ROLES
from sphinx_kb.agreed import figure
from sphinx_kb.figures import on_page
from sphinx_kb.knowledge import path_of
from sphinx_kb.marks import Marks
from sphinx_kb.wall import Unsafe

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


class PageRenderer(SphinxRenderer):
    """Reads front matter as the checker does, and of directives and roles only those that the checker knows."""

    def render_front_matter(self, token: SyntaxTreeNode) -> None:
        """The fields are what templates and printers know of the page; none of them is text of the page."""
        docname = self.sphinx_env.docname
        fields = front(path_of(docname), token.content).fields
        self.sphinx_env.metadata[docname].update({name: fields[name] for name in KNOWN if name in fields})

    def run_directive(
        self, name: str, first_line: str, content: str, position: int,
        additional_options: dict[str, str] | None = None, *, block_text: str | None = None,
    ) -> list[nodes.Element]:  # fmt: skip
        """Run a directive of the closed table."""
        self._hold(f"the directive {name!r}", position, name in DIRECTIVES)
        return super().run_directive(name, first_line, content, position, additional_options, block_text=block_text)

    def render_myst_role(self, token: SyntaxTreeNode) -> None:
        """Run a role of the closed table."""
        name = token.meta["name"]
        self._hold(f"the role {name!r}", token_line(token, 0), name in ROLES)
        super().render_myst_role(token)

    def nested_render_text(
        self, text: str, lineno: int, inline: bool = False, temp_root_node: nodes.Element | None = None,
        heading_offset: int = 0,
    ) -> None:  # fmt: skip
        """Render the text of a directive, which begins on a line of the page."""
        self.md.options["kb_marks"].base = lineno
        super().nested_render_text(text, lineno, inline, temp_root_node, heading_offset)

    def render_kb_figure(self, token: SyntaxTreeNode) -> None:
        """A figure that agrees with the ledger."""
        self.current_node.append(figure(token.meta["figure"], token.content))

    def render_restructuredtext(self, token: SyntaxTreeNode) -> None:
        """Another language would bring all its directives and roles along."""
        self._hold("the directive 'eval-rst'", token_line(token, 0), False)

    def _hold(self, what: str, line: int, known: bool) -> None:
        if not known:
            raise Unsafe(f"{path_of(self.sphinx_env.docname)}:{line}: error: {what}, against those that pages may use")


class PageParser(MystParser):
    """MyST, but for its merging of the configuration with what a page says of it."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page. No raw markup and no other file comes in, whatever syntax asks for it."""
        document.settings.raw_enabled = False
        document.settings.file_insertion_enabled = False
        env = document.settings.env
        parser = create_md_parser(env.myst_config, PageRenderer)
        Marks(inputstring, on_page(env, env.docname)).use(parser)
        parser.options["document"] = document
        parser.render(inputstring)
        for block in document.findall(nodes.literal_block):
            block["force"] = True  # code is shown as it stands, also where it breaks the grammar of its language
