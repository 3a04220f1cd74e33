"""The answer to the question of a brief, below its title."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_kb.nodes import paragraph


class ShownAnswer(SphinxPostTransform):
    """Only where it is read on a screen: a printed brief has its own place for it."""

    default_priority = 700
    formats = ("html",)

    def run(self, **_: object) -> None:
        """Put its lines behind the first title, as front matter has them."""
        told = self.env.metadata[self.env.docname].get("answer", "").replace("'", "’")
        lines = [nodes.inline("", line.strip()) for line in told.splitlines() if line.strip()]
        title = next(iter(self.document.findall(nodes.title)), None)
        if lines and title is not None:
            title.parent.insert(title.parent.index(title) + 1, paragraph(*lines, classes=["kb-answer"]))
