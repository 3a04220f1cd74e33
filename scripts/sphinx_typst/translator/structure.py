"""Pages, sections, headings and paragraphs."""

from __future__ import annotations

from docutils import nodes

from sphinx_typst.translator.bound import Bound

MANY = 1000
"""A paragraph of more pieces is broken line by line; to weigh all its lines at once takes the square of the time."""


class Structure(Bound):
    """The skeleton of a document."""

    def visit_section(self, node: nodes.section) -> None:
        if "references" in node["classes"] and self.template == "brief":
            self.references(node)
            raise nodes.SkipNode
        if _holds_only_notes(node):
            raise nodes.SkipNode
        self.level += 1
        if self.template == "book":
            self.opened(node)
            return
        self.put("\n\n")
        self.marks(node)

    def depart_section(self, node: nodes.section) -> None:
        self.level -= 1

    def visit_title(self, node: nodes.title) -> None:
        if not isinstance(node.parent, nodes.section):
            raise nodes.SkipNode
        if self.template == "book":
            self.heading(node)
            raise nodes.SkipNode
        level = self.level - 1
        if level < 1 and not self.is_titled:  # the template of a brief sets its title
            self.is_titled, self.noted = True, self.content(_notes(node))
            raise nodes.SkipNode
        # contents and running head show the words alone, as anchors and notes may stand once and not in an ornament
        told = self.content(node.children)
        self.put(f"\n#heading(level: {max(level, 1)}, supplement: {self.plain(node.children)}){told}\n\n")
        raise nodes.SkipNode

    def visit_subtitle(self, node: nodes.subtitle) -> None:
        self.put("\n\n#strong[")

    def depart_subtitle(self, node: nodes.subtitle) -> None:
        self.put("]\n\n")

    def visit_paragraph(self, node: nodes.Element) -> None:
        self.links = 0
        is_title = any(name in self.config.typst_titles for name in node["classes"])
        is_long = sum(1 for _ in node.findall()) > MANY
        node["opened"] = "rubric" if is_title else "simply" if is_long else ""
        self.put(f"\n\n#{node['opened']}[" if node["opened"] else "\n\n")
        self.marks(node)

    def depart_paragraph(self, node: nodes.Element) -> None:
        self.put("]\n\n" if node["opened"] else "\n\n")

    visit_compact_paragraph = visit_paragraph
    depart_compact_paragraph = depart_paragraph
    visit_compound = Bound.through
    depart_compound = Bound.nothing
    visit_PassthroughTextElement = Bound.through  # of sphinx-design: what a card links to
    depart_PassthroughTextElement = Bound.nothing

    def visit_transition(self, node: nodes.transition) -> None:
        """A line between paragraphs; the one that MyST puts before its footnotes has nothing below it on paper."""
        following = node.parent[node.parent.index(node) + 1 :]
        if any(not isinstance(each, (nodes.footnote, nodes.Invisible)) for each in following):
            self.put("\n#transition()\n")
        raise nodes.SkipNode

    def visit_rubric(self, node: nodes.rubric) -> None:
        self.marks(node)
        self.put("\n#rubric[")

    depart_rubric = Bound.close_block

    def visit_centered(self, node: nodes.Node) -> None:
        self.put("\n#align(center)[")

    depart_centered = Bound.close_block

    def visit_block_quote(self, node: nodes.block_quote) -> None:
        self.marks(node)
        self.put("\n#quotation[")

    depart_block_quote = Bound.close_block

    def visit_attribution(self, node: nodes.attribution) -> None:
        self.put("\n#attribution[")

    depart_attribution = Bound.close_block
    visit_toctree = Bound.skip
    visit_comment = Bound.skip
    visit_substitution_definition = Bound.skip
    visit_tabular_col_spec = Bound.skip
    visit_meta = Bound.skip
    visit_system_message = Bound.skip
    visit_highlightlang = Bound.skip
    visit_docinfo = Bound.skip


def _notes(title: nodes.title) -> list[nodes.Node]:
    """The footnotes and citations of a title."""
    return [
        each
        for each in title.findall(nodes.Element)
        if isinstance(each, nodes.footnote_reference) or "cited" in each.get("classes", [])
    ]


def _holds_only_notes(node: nodes.section) -> bool:
    """Does nothing stand under a heading but notes, which are at the foot of their pages?"""
    rest = [each for each in node if not isinstance(each, (nodes.title, nodes.transition, nodes.Invisible))]
    return bool(rest) and all(isinstance(each, nodes.footnote) for each in rest)
