"""Code, formulas and what programs say: set as it stands, in letters of one width."""

from __future__ import annotations

from docutils import nodes

from sphinx_typst.breaking import LONGEST, longest, parts
from sphinx_typst.translator.base import Base, child, logger, string


class Code(Base):
    """What is quoted to the letter."""

    def visit_literal(self, node: nodes.Element) -> None:
        self.marks(node)
        self.put(_code(node.astext()))
        raise nodes.SkipNode

    def visit_math(self, node: nodes.Element) -> None:
        self._warn_of_source(node)
        self.visit_literal(node)

    def visit_literal_block(self, node: nodes.Element) -> None:
        self.marks(node)
        text = node.astext().rstrip()
        block = f"raw(block: true, {string(text)})"
        self.put(f"\n#fitted({block})\n" if longest(text) > LONGEST else f"\n#{block}\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block

    def visit_math_block(self, node: nodes.Element) -> None:
        self._warn_of_source(node)
        self.visit_literal_block(node)

    def _warn_of_source(self, node: nodes.Element) -> None:
        """TeX is a language of its own; nothing here reads it."""
        logger.warning(
            "a formula is printed as its source; say in words what it says, or draw it: %s",
            " ".join(node.astext().split())[:40],
            location=self.at, type="typst", subtype="math",
        )  # fmt: skip

    def listing(self, node: nodes.container) -> None:
        """A block of code with its caption."""
        self.marks(node)
        words = child(node, nodes.caption)
        rest = [each for each in node if each is not words]
        self.put(f"\n#listing(caption: {self.caption(node, words)}){self.content(rest)}\n")

    def visit_option_string(self, node: nodes.Element) -> None:
        self.put(_code(node.astext()))
        raise nodes.SkipNode

    def visit_desc(self, node: nodes.Element) -> None:
        """A signature with what is said of it, as Sphinx's domains write them."""
        self.marks(node)
        self.put("\n#definition([")

    def visit_desc_signature(self, node: nodes.Element) -> None:
        self.marks(node)
        self.put(f"{_code(node.astext())} ")
        raise nodes.SkipNode

    def visit_desc_content(self, node: nodes.Element) -> None:
        self.put("], [")

    depart_desc_content = Base.nothing

    def depart_desc(self, node: nodes.Element) -> None:
        self.put("])\n")


def _code(text: str) -> str:
    """Code within a line; of a long word of it each piece is code, and the line may break between them."""
    pieces = list(parts(text, longest(text) > LONGEST))
    return f"#raw({string(text)})" if len(pieces) < 2 else f"#code({', '.join(map(string, pieces))})"
