"""Footnotes, which stand at the foot of their page, and the entries of bibliographies."""

from __future__ import annotations

from docutils import nodes

from sphinx_typst.bibliography import sources
from sphinx_typst.translator.base import Base, child, string


class Notes(Base):
    """What the text refers to."""

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        name = self.label(node["refid"]) if "refid" in node else ""
        note = self.places.footnotes.get(name)
        if note is None or self.is_plain:
            raise nodes.SkipNode
        self._pull_up()
        if name in self.marked:
            self.put(f"#footnote(label({string(name)}))")
        else:
            self.marked.update(self.label(id) for id in note["ids"])
            body = self.content(each for each in note if not isinstance(each, nodes.label))
            self.put(f"#[#footnote{body}#label({string(name)})]")
        raise nodes.SkipNode

    def _pull_up(self) -> None:
        """Take the space before a mark away, so that no line begins with a mark."""
        if self.out and self.out[-1].startswith('#"') and self.out[-1].endswith(' "'):
            self.out[-1] = self.out[-1][:-1].rstrip() + '"'

    visit_footnote = Base.skip
    visit_label = Base.skip

    def visit_citation(self, node: nodes.citation) -> None:
        self.put(f"\n#source{self._source(node)}\n")
        raise nodes.SkipNode

    def visit_sources(self, node: sources) -> None:
        """The sources that a book cites: numbered as they stand, so each is told without its number."""
        entries = ", ".join(f"[{self._entry(each)}]" for each in node if isinstance(each, nodes.Element))
        self.put(f"\n#source-list({entries})\n")
        raise nodes.SkipNode

    def _source(self, node: nodes.Element) -> str:
        """``("3", [entry])``; in a book sources are found by author, so they have no number."""
        number = child(node, nodes.label)
        shown = number.astext() if number is not None and self.template == "brief" else ""
        return f"({string(shown)}, [{self._entry(node)}])"

    def _entry(self, node: nodes.Element) -> str:
        self.links = 0
        anchors = self.anchors(node)
        blocks = [each for each in node if not isinstance(each, nodes.label)]
        return anchors + "".join(
            self.capture(each.children if isinstance(each, nodes.paragraph) else [each]) for each in blocks
        )

    def references(self, section: nodes.section) -> None:
        """The references of a brief, as one array that the template sets in columns."""
        title = child(section, nodes.title)
        heading = self.content(title.children if title is not None else [])
        legend = child(section, nodes.paragraph)
        told = f", legend: {self.content(legend.children)}" if legend is not None else ""
        entries = ", ".join(self._source(node) for node in section if isinstance(node, nodes.citation))
        self.put(f"\n{self.anchors(section)}#references({heading}, ({entries},){told})\n")
