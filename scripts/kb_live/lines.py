"""Notes on every part of a page the line of its file on which it begins, as a class ``kb-line-12``."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

PARTS = (nodes.paragraph, nodes.list_item, nodes.title, nodes.table, nodes.literal_block)
"""What a finding may be set beside; docutils knows the line of each where it was read from a page."""
CLASS = "kb-line-"


class Lines(SphinxPostTransform):
    """Only pages that are served while they are written carry these classes."""

    default_priority = 900

    def run(self, **_: object) -> None:
        """Note the line of each part that came from the file of this page and not from one that it shows."""
        for part in self.document.findall(lambda node: isinstance(node, PARTS)):
            if isinstance(part, nodes.Element) and part.line:
                part["classes"].append(f"{CLASS}{part.line}")
