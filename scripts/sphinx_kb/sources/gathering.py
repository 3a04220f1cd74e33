"""What the clauses of a sentence cite is told at its end, in one bracket: a sentence is read before its proof is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_kb.sources.places import once

_END = re.compile(r"[^\n]*\n|[.?!][”’\"')]*\s")
"""The end of a sentence: that of its line, for each has one, or a full stop behind a citation."""


class AtTheEnd(SphinxPostTransform):
    """Runs before citations become links, and only for the screen: in print they are numbers, which are short.

    Their ids have been counted through for lists of references that lead back; here none does.
    """

    default_priority = 4
    formats = ("html",)

    def run(self, **_: object) -> None:
        """Gather the citations of each sentence where its last one stands."""
        for citation in self.document.findall(pending_xref):
            if citation.get("refdomain") == "cite":
                citation["ids"].clear()
        for paragraph in self.document.findall(nodes.paragraph):
            for sentence in list(_sentences(paragraph.children)):
                _gather([node for node in sentence if isinstance(node, pending_xref) and _is_bracket(node)])


def _is_bracket(node: pending_xref) -> bool:
    return (node.get("refdomain"), node.get("reftype")) == ("cite", "p")


def _sentences(parts: Iterable[nodes.Node]) -> Iterator[list[nodes.Node]]:
    found: list[nodes.Node] = []
    for part in parts:
        if isinstance(part, nodes.Text) and _END.match(part):
            yield found
            found = []
        found.append(part)
    yield found


def _gather(citations: list[pending_xref]) -> None:
    if len(citations) < 2:
        return
    *before, last = citations
    last["reftarget"] = once(",".join(node["reftarget"] for node in citations))
    for node in before:
        place = node.parent.index(node)
        ahead = node.parent[place - 1] if place else None
        if isinstance(ahead, nodes.Text):
            node.parent[place - 1] = nodes.Text(ahead.rstrip(" "))  # by place: texts that read alike are equal
        node.parent.remove(node)
