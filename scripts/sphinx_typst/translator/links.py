"""Links: to places of the same PDF, to the site if it has an address, to the web; all else is plain words."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from sphinx_typst.labels import label
from sphinx_typst.translator.base import Base, string


class Links(Base):
    """What leads somewhere."""

    def visit_reference(self, node: nodes.reference) -> None:
        self.marks(node)
        is_plain = any(name in self.config.typst_plain_links for name in node["classes"])
        target = None if is_plain else self._target(node)
        if target:
            self.put(f"#{target}[")
        node["linked"] = bool(target)

    def depart_reference(self, node: nodes.reference) -> None:
        self.put("]" if node["linked"] else "")
        for name, (sign, _) in self.config.typst_marks.items():
            if name in node["classes"]:
                self.put(f"#sign({string(sign)})")

    def visit_number_reference(self, node: addnodes.number_reference) -> None:
        """Figures and tables are counted in each PDF, so the number is not that of the website."""
        name = self._label(node)
        if name not in self.places.numbers:
            self.visit_reference(node)
            return
        kind, number = self.places.numbers[name]
        formats = self.config.numfig_format
        pattern = str(node.get("title") or "%s")
        if pattern == formats.get("table") and kind == "figure":
            pattern = formats["figure"]  # a timeline is written as a table and drawn
        words = pattern.replace("%s", str(number)).replace("{number}", str(number))
        self.put(f"#inner({string(name)})[#{string(words)}]")
        raise nodes.SkipNode

    depart_number_reference = depart_reference

    def _label(self, node: nodes.Element) -> str:
        """The label that a link leads to, whether it exists here or not."""
        if "refid" in node:
            return self.label(node["refid"])
        docname, _, id = str(node.get("refuri", "")).removeprefix("%").partition("#")
        return label(docname, id)

    def _target(self, node: nodes.Element) -> str | None:
        """The Typst function that links, or nothing."""
        uri = str(node.get("refuri", ""))
        if "refid" not in node and not uri.startswith("%"):
            is_web = uri.lower().startswith(("http://", "https://"))
            return f"outer({string(uri)})" if is_web else None
        name = self._label(node)
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
