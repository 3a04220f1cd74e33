"""Figures and images, each with the words that stand for it."""

from __future__ import annotations

import re

from docutils import nodes

from sphinx_typst.translator.base import Base, child, logger, string

_LENGTH = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,5})?)\s*(px|%|pt|cm|mm|in|em|)")
POINTS = {"px": 0.75, "pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "em": 10.0, "%": 4.4}
"""How long a unit is; a hundredth is of the width of the text."""
LONGEST = 600.0
"""Points; what would be drawn larger gets the room there is."""


class Pictures(Base):
    """What is drawn."""

    def visit_figure(self, node: nodes.figure) -> None:
        self.marks(node)
        words, legend = child(node, nodes.caption), child(node, nodes.legend)
        rest = [each for each in node if each is not words and each is not legend]
        more = self.content(legend.children) if legend is not None else "none"
        self.put(f"\n#picture(caption: {self.caption(node, words)}, legend: {more}){self.content(rest)}\n")
        raise nodes.SkipNode

    def visit_image(self, node: nodes.image) -> None:
        self.marks(node)
        uri = node["uri"]
        if uri not in self.builder.images:
            why = node.get("unfit", "it is not in the project")
            logger.warning(
                "the image %s is not printed, its words are kept: %s", uri, why, location=self.at, type="typst",
                subtype="image",
            )  # fmt: skip
            self.put(f"#{string(node.get('alt') or uri)}")
            raise nodes.SkipNode
        if not node.get("alt"):
            logger.warning("the image %s has no alt text", uri, location=self.at, type="typst", subtype="alt")
        sizes = "".join(f", {name}: {size}" for name in ("width", "height") if (size := _length(node.get(name))))
        name = self.builder.images[uri]
        drawn = f'image({string("/_images/" + name)}, alt: {string(node.get("alt") or uri)}{sizes}, fit: "contain")'
        within = isinstance(node.parent, nodes.TextElement) and len(node.parent.children) > 1
        self.put(f"#box({drawn})" if within else f"#{drawn}")
        raise nodes.SkipNode

    def drawing(self, drawn: str, alt: str) -> None:
        """A picture that an extension has drawn itself, as SVG."""
        shown = f'format: "svg", width: 100%, fit: "contain", alt: {string(alt)}'
        self.put(f"\n#picture(image(bytes({string(drawn)}), {shown}))\n")


def _length(text: object) -> str | None:
    """A length as Typst writes it; pixels are three quarters of a point. Nothing, if it is none or leaves the paper."""
    match = _LENGTH.fullmatch(str(text)) if text else None
    if not match:
        return None
    number, unit = float(match[1]), match[2] or "px"
    if not 0 < number * POINTS[unit] <= LONGEST:
        return None
    return f"{number * 0.75:g}pt" if unit == "px" else f"{number:g}{unit}"
