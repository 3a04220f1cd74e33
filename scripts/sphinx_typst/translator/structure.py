"""Pages, sections, headings and paragraphs."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from sphinx_typst.translator.base import Base, string


class Structure(Base):
    """The skeleton of a document."""

    def visit_document(self, node: nodes.document) -> None:
        self.mark(self.label(""))

    depart_document = Base.nothing

    def visit_start_of_file(self, node: addnodes.start_of_file) -> None:
        self.pages.append(node["docname"])
        self.mark(self.label(""))

    def depart_start_of_file(self, node: addnodes.start_of_file) -> None:
        self.pages.pop()

    def visit_section(self, node: nodes.section) -> None:
        self.level += 1
        self.put("\n\n")
        self.marks(node)
        if "references" in node["classes"]:
            self.put("\n#show: references-section\n")

    def depart_section(self, node: nodes.section) -> None:
        self.level -= 1

    def visit_title(self, node: nodes.title) -> None:
        if not isinstance(node.parent, nodes.section):
            raise nodes.SkipNode
        level = self.level if self.template == "book" else self.level - 1
        if level < 1:  # the template of a brief sets its title
            raise nodes.SkipNode
        self.put(f"\n#heading(level: {level})[")

    def depart_title(self, node: nodes.title) -> None:
        self.put("]\n\n")

    visit_subtitle = Base.skip

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        self.put("\n\n")
        self.marks(node)

    def depart_paragraph(self, node: nodes.Node) -> None:
        self.put("\n\n")

    def visit_compact_paragraph(self, node: nodes.Node) -> None:
        self.put("\n\n")

    depart_compact_paragraph = depart_paragraph
    visit_compound = Base.through
    visit_PassthroughTextElement = Base.through  # of sphinx-design: what a card links to
    depart_PassthroughTextElement = Base.nothing
    depart_compound = Base.nothing

    def visit_transition(self, node: nodes.transition) -> None:
        if "footnotes" not in node["classes"] and node.next_node(descend=False, siblings=True) is not None:
            self.put("\n#transition()\n")
        raise nodes.SkipNode

    def visit_rubric(self, node: nodes.rubric) -> None:
        self.marks(node)
        self.put("\n#rubric[")

    depart_rubric = Base.close_block

    def visit_centered(self, node: nodes.Node) -> None:
        self.put("\n#align(center)[")

    depart_centered = Base.close_block

    def visit_block_quote(self, node: nodes.block_quote) -> None:
        self.marks(node)
        self.put("\n#quote(block: true)[")

    depart_block_quote = Base.close_block

    def visit_attribution(self, node: nodes.attribution) -> None:
        self.put("\n#attribution[")

    depart_attribution = Base.close_block

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        self.marks(node)
        self.put(f"\n#raw(block: true, {string(node.astext().rstrip())})\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block
    visit_toctree = Base.skip
    visit_comment = Base.skip
    visit_substitution_definition = Base.skip
    visit_tabular_col_spec = Base.skip
    visit_meta = Base.skip
    visit_system_message = Base.skip
    visit_highlightlang = Base.skip
    visit_index = Base.skip
    visit_raw = Base.skip
    visit_docinfo = Base.skip
