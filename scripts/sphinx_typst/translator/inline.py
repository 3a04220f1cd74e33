"""Words, emphasis, links, footnotes and citations."""

from __future__ import annotations

from docutils import nodes

from sphinx_typst.labels import label
from sphinx_typst.translator.base import Base, folded, string

TOLD = ("cited", "places", "guilabel", "kb-tag")
"""Classes of words that the templates know."""
DISPUTED = "kb-disputed"
BREAK = "\u200b"
"""A space of no width, at which a line may break."""


class Inline(Base):
    """What stands within a line."""

    def visit_Text(self, node: nodes.Text) -> None:
        text = folded(node.astext())
        if isinstance(node.parent, nodes.reference) and " " not in text:
            text = text.replace("%", BREAK + "%")  # an address in percent signs has no other place to break
        self.put("#" + string(text))

    depart_Text = Base.nothing

    def visit_emphasis(self, node: nodes.Element) -> None:
        self.marks(node)
        self.put("#emph[")

    def visit_strong(self, node: nodes.Element) -> None:
        self.marks(node)
        self.put("#strong[")

    depart_emphasis = depart_strong = Base.close
    visit_title_reference = visit_literal_emphasis = visit_manpage = visit_emphasis
    depart_title_reference = depart_literal_emphasis = depart_manpage = Base.close
    visit_literal_strong = visit_strong
    depart_literal_strong = Base.close

    def visit_subscript(self, node: nodes.Element) -> None:
        self.put("#sub[")

    def visit_superscript(self, node: nodes.Element) -> None:
        self.put("#super[")

    depart_subscript = depart_superscript = Base.close

    def visit_literal(self, node: nodes.literal) -> None:
        self.marks(node)
        self.put(f"#raw({string(node.astext())})")
        raise nodes.SkipNode

    def visit_inline(self, node: nodes.inline) -> None:
        if "visually-hidden" in node["classes"]:
            raise nodes.SkipNode
        self.marks(node)
        spoken = next((name[9:] for name in node["classes"] if name.startswith("language-")), None)
        spoken = spoken if spoken and len(spoken) == 2 else None
        self.put(f"#words({self.classes(node, TOLD)}, {string(spoken) if spoken else 'none'})[")

    depart_inline = Base.close
    visit_generated = Base.through
    depart_generated = Base.nothing
    visit_abbreviation = Base.through
    depart_abbreviation = Base.nothing
    visit_problematic = Base.through
    depart_problematic = Base.nothing
    visit_pending_xref = Base.through
    depart_pending_xref = Base.nothing
    visit_download_reference = Base.nothing
    depart_download_reference = Base.nothing
    visit_target = Base.through
    depart_target = Base.nothing

    def visit_reference(self, node: nodes.reference) -> None:
        self.marks(node)
        target = self._target(node)
        if target:
            self.put(f"#{target}[")
        node["linked"] = bool(target)

    def depart_reference(self, node: nodes.reference) -> None:
        self.put("]" if node["linked"] else "")
        if DISPUTED in node["classes"]:
            self.put("#disputed()")

    visit_number_reference = visit_reference
    depart_number_reference = depart_reference

    def _target(self, node: nodes.reference) -> str | None:
        """The function that links: to a label of this PDF, to the site, or to another http address; else nothing."""
        if "refid" in node:
            name = self.label(node["refid"])
            return f"inner({string(name)})" if name in self.places.known else None
        uri = str(node.get("refuri", ""))
        if not uri.startswith("%"):
            return f"outer({string(uri)})" if uri.startswith(("http://", "https://")) else None
        docname, _, id = uri[1:].partition("#")
        name = label(docname, id)
        if docname in self.builder.included:
            return f"inner({string(name)})" if name in self.places.known else None
        if "kb-agreed" in node["classes"]:  # on the site a quiet link; on paper plain words
            return None
        url = self.builder.web_url(docname, f"#{id}" if id else "")
        return f"outer({string(url)})" if url else None

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        name = self.label(node["refid"])
        note = self.places.footnotes.get(name)
        if note is None:
            raise nodes.SkipNode
        if name in self.marked:
            self.put(f"#footnote(label({string(name)}))")
        else:
            self.marked.add(name)
            body = self.content(child for child in note if not isinstance(child, nodes.label))
            self.put(f"#[#footnote{body}#label({string(name)})]")
        raise nodes.SkipNode

    visit_footnote = Base.skip
    visit_label = Base.skip

    def visit_citation(self, node: nodes.citation) -> None:
        number = next((child.astext() for child in node if isinstance(child, nodes.label)), "")
        anchors = self._anchors(node)
        entry = next((child for child in node if isinstance(child, nodes.paragraph)), None)
        shown = string(number) if self.template == "brief" else '""'
        self.put(f"\n#source({shown})[{anchors}{self.capture(entry.children) if entry else ''}]\n")
        raise nodes.SkipNode

    def _anchors(self, node: nodes.Element) -> str:
        kept, self.out = self.out, []
        self.marks(node)
        anchors, self.out = self.body(), kept
        return anchors
