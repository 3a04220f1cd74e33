"""Code, formulas and what programs say: set as it stands, in letters of one width."""

from __future__ import annotations

from docutils import nodes

from sphinx_typst.translator.base import Base, child, string


class Code(Base):
    """What is quoted to the letter."""

    def visit_literal(self, node: nodes.Element) -> None:
        self.marks(node)
        self.put(f"#raw({string(node.astext())})")
        raise nodes.SkipNode

    visit_math = visit_literal

    def visit_literal_block(self, node: nodes.Element) -> None:
        self.marks(node)
        self.put(f"\n#raw(block: true, {string(node.astext().rstrip())})\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block
    visit_math_block = visit_literal_block

    def listing(self, node: nodes.container) -> None:
        """A block of code with its caption."""
        self.marks(node)
        words = child(node, nodes.caption)
        rest = [each for each in node if each is not words]
        self.put(f"\n#listing(caption: {self.caption(node, words)}){self.content(rest)}\n")

    def visit_option_string(self, node: nodes.Element) -> None:
        self.put(f"#raw({string(node.astext())})")
        raise nodes.SkipNode

    def visit_desc(self, node: nodes.Element) -> None:
        """A signature with what is said of it, as Sphinx's domains write them."""
        self.marks(node)
        self.put("\n#definition([")

    def visit_desc_signature(self, node: nodes.Element) -> None:
        self.marks(node)
        self.put(f"#raw({string(node.astext())}) ")
        raise nodes.SkipNode

    def visit_desc_content(self, node: nodes.Element) -> None:
        self.put("], [")

    depart_desc_content = Base.nothing

    def depart_desc(self, node: nodes.Element) -> None:
        self.put("])\n")
