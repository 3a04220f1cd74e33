"""Links: to places of the same PDF, to the site if it has an address, to the web; all else is plain words."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from sphinx_typst.labels import target
from sphinx_typst.translator.base import Base, string

PAGED = frozenset({"doc", "std-doc", "std-ref", "paged"})
"""Classes of links that lead to pages and places by name; ``paged`` is for extensions that make some of their own."""
MOST = 500
"""How many links of one paragraph lead somewhere; Typst's time grows with the square of them. The words all stay."""


class Links(Base):
    """What leads somewhere."""

    linking = 0
    """How many links are open; a link within a link would lead to two places."""
    links = 0
    """How many links the paragraph holds."""

    def visit_reference(self, node: nodes.reference) -> None:
        self.marks(node)
        is_plain = any(name in self.config.typst_plain_links for name in node["classes"])
        leading = None if is_plain or self._is_enough() else self._leading(node)
        if leading and self._tells_page(node):
            leading = leading.replace("inner(", f"paged({string(self.words['p'])}, ", 1)
        if leading:
            self.put(f"#{leading}[")
        node["linked"] = bool(leading)
        self.linking += bool(leading)
        self.links += bool(leading)

    def _is_enough(self) -> bool:
        return self.is_plain or self.linking > 0 or self.links >= MOST

    def depart_reference(self, node: nodes.reference) -> None:
        self.put("]" if node["linked"] else "")
        self.linking -= bool(node["linked"])
        if self.is_plain:
            return
        for name, (sign, _) in self.config.typst_marks.items():
            if name in node["classes"]:
                self.put(f"#sign({string(sign)})")

    def visit_number_reference(self, node: addnodes.number_reference) -> None:
        """Figures and tables are counted in each PDF, so the number is not that of the website."""
        name = target(self.pages[-1], node)
        if name not in self.places.numbers:
            self.visit_reference(node)
            return
        kind, number = self.places.numbers[name]
        formats = self.config.numfig_format
        pattern = str(node.get("title") or "%s")
        if pattern == formats.get("table") and kind == "figure":
            pattern = formats["figure"]  # a timeline is written as a table and drawn
        words = pattern.replace("%s", str(number)).replace("{number}", str(number))
        leading = f"paged({string(self.words['p'])}, " if self.template == "book" else "inner("
        self.put(f"#{string(words)}" if self._is_enough() else f"#{leading}{string(name)})[#{string(words)}]")
        self.links += 1
        raise nodes.SkipNode

    depart_number_reference = depart_reference

    def _tells_page(self, node: nodes.reference) -> bool:
        """Does a link in a book lead to another of its chapters, by words that name a page or a place on it?"""
        if self.template != "book" or "refid" in node or not str(node.get("refuri", "")).startswith("%"):
            return False
        docname = target(self.pages[-1], node).partition("#")[0]
        names = {name for each in (node, *node.findall(nodes.inline)) for name in each["classes"]}
        return docname != self.pages[-1] and docname in self.builder.included and bool(names & PAGED)

    def _leading(self, node: nodes.Element) -> str | None:
        """The Typst function that links, or nothing."""
        uri = str(node.get("refuri", ""))
        if "refid" not in node and not uri.startswith("%"):
            is_web = uri.lower().startswith(("http://", "https://"))
            return f"outer({string(uri)})" if is_web else None
        name = target(self.pages[-1], node)
        docname, _, id = name.partition("#")
        if "refid" in node or docname in self.builder.included:
            return f"inner({string(name)})" if name in self.places.known else None
        url = self.builder.web_url(docname, f"#{id}" if id else "")
        return f"outer({string(url)})" if url else None

    visit_pending_xref = Base.through
    depart_pending_xref = Base.nothing
    visit_download_reference = Base.through
    depart_download_reference = Base.nothing
    visit_target = Base.through
    depart_target = Base.nothing
