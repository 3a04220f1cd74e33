"""Words: text, emphasis, and inline classes."""

from __future__ import annotations

import re

from docutils import nodes

from sphinx_typst import breaking
from sphinx_typst.meant import HIDDEN
from sphinx_typst.scripts import composed, runs
from sphinx_typst.translator.base import Base, array, folded, string

TOLD = ("cited", "places", "bibtex-citation", "guilabel", "menuselection", "kb-tag", "strike", "sd-badge")
"""Classes of words that the templates know."""
SEAM = "#seam"
"""Where a line may break; no character, so that what is copied from the PDF holds none that was not written."""
_SPOKEN = re.compile("language-([a-z]{2})")


class Inline(Base):
    """What stands within a line."""

    def visit_Text(self, node: nodes.Text) -> None:
        text = composed(folded(node.astext()))
        is_address = isinstance(node.parent, nodes.reference) and breaking.is_long(text)
        self.put(SEAM.join(map(self._spoken, breaking.parts(text, is_address))))

    depart_Text = Base.nothing

    def _spoken(self, text: str) -> str:
        """A text in its languages."""
        return "".join(
            f"#{string(run)}" if language == self.language else f"#spoken({string(language)})[#{string(run)}]"
            for language, run in runs(text, self.language)
        )

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

    def visit_inline(self, node: nodes.inline) -> None:
        if any(name in node["classes"] for name in HIDDEN):
            raise nodes.SkipNode
        self.marks(node)
        node["spoken"] = self.language
        opened = 0
        if names := self.classes(node, TOLD):
            self.put(f"#words({array(map(string, names))})[")
            opened += 1
        if (spoken := _language(node)) and spoken != self.language:
            self.language = spoken
            self.put(f"#spoken({string(spoken)})[")
            opened += 1
        node["opened"] = opened

    def depart_inline(self, node: nodes.inline) -> None:
        self.language = node["spoken"]
        self.put("]" * node["opened"])

    visit_generated = Base.through
    depart_generated = Base.nothing
    visit_abbreviation = Base.through

    def depart_abbreviation(self, node: nodes.Element) -> None:
        """What an abbreviation means is told where it first stands; on the site it shows when it is pointed at."""
        means = str(node.get("explanation") or "")
        if means and not self.is_plain and (told := (node.astext(), means)) not in self.explained:
            self.explained.add(told)
            self.put(f"#{string(f' ({means})')}")

    visit_acronym = Base.through
    depart_acronym = Base.nothing
    visit_problematic = Base.through
    depart_problematic = Base.nothing

    def visit_raw(self, node: nodes.raw) -> None:
        """Nothing raw is printed; but MyST writes the end of a line that an author asks for so."""
        if node.get("format") == "html" and node.astext().strip() in ("<br />", "<br>"):
            self.put("#linebreak()")
        raise nodes.SkipNode


def _language(node: nodes.inline) -> str:
    """The language that a class of words names: ``language-ru``."""
    return next((match[1] for name in node["classes"] if (match := _SPOKEN.fullmatch(name))), "")
