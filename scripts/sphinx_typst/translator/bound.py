"""What a book has and a brief has not: parts, numbered chapters, appendices, and an index."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from sphinx_typst.binding import appendices, cover, front, index_of_book, part
from sphinx_typst.days import readable
from sphinx_typst.indexing import Head, Index
from sphinx_typst.settings import months
from sphinx_typst.translator.base import array, string
from sphinx_typst.translator.notes import Notes

REPEATED = (nodes.thead, nodes.Titular, nodes.caption)
"""What may be set twice, where a mark would count for two pages."""
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Bound(Notes):
    """Where chapters begin, what number they have, and which of their words the index names."""

    has_front = False
    """Pages before the first part say what signs mean."""
    below, is_front, is_appendix = 0, False, False
    parts, chapters = 0, 0
    sections = 0
    on_cover = "none"
    opening: tuple[str, ...] = ()
    """The places that the next heading is: a link leads to the page on which its words stand."""

    def visit_document(self, node: nodes.document) -> None:
        self.index = Index()
        self.mark(self.label(""))
        if self.template == "book" and not any(isinstance(each, front) for each in node.children):
            self.put("\n#show: main-matter\n")

    depart_document = Notes.nothing

    def arguments(self) -> str:
        """What the template is given beside the front matter."""
        if self.template != "book":
            return f"noted: {self.noted}"
        return f"picture: {self.on_cover}, explains: {str(not self.has_front).lower()}"

    def visit_cover(self, node: cover) -> None:
        """The picture of the cover, which is set by the template."""
        self.on_cover = self.content(node.children)
        raise nodes.SkipNode

    def visit_start_of_file(self, node: addnodes.start_of_file) -> None:
        self.pages.append(node["docname"])
        self.opening = (self.label(""),)
        self.put("\n#pagebreak(weak: true)\n" if self.is_front else "")

    def opened(self, section: nodes.section) -> None:
        """Keep the places of a section for its heading."""
        self.opening += tuple(map(self.label, section["ids"]))

    def depart_start_of_file(self, node: addnodes.start_of_file) -> None:
        self.pages.pop()

    def visit_front(self, node: front) -> None:
        self.is_front = self.has_front = True

    def depart_front(self, node: front) -> None:
        self.is_front = False
        self.put("\n#show: main-matter\n")

    def visit_part(self, node: part) -> None:
        self.below = int(bool(node["title"]))
        if node["title"]:
            self.parts += 1
            number = f"{self.words['part']} {roman(self.parts)}"
            self.put(f"\n#part({string(number)}, {string(node['title'])})\n")

    def depart_part(self, node: part) -> None:
        self.below = 0

    def visit_appendices(self, node: appendices) -> None:
        self.is_appendix, self.below, self.chapters = True, 1, 0
        self.put(f"\n#part(none, {string(self.words['appendices'])})\n")

    def depart_appendices(self, node: appendices) -> None:
        self.is_appendix, self.below = False, 0

    def heading(self, title: nodes.title) -> None:
        """A chapter with its number, a section numbered within it, or a heading below; two styles for all others."""
        if self.level == 1:
            self._open_chapter()
        elif self.level == 2:
            self.sections += 1
        role = ("chapter", "section", "subsection", "minor")[min(self.level, 4) - 1]
        # contents and running head show the words alone, as anchors and notes may stand once and not in an ornament
        inner = self.inner(title.children)
        words = f"[{self._places()}{inner}], words: {self.plain(title.children)}"
        level, number = self.level + self.below, self._number()
        self.put(f"\n#headed({string(role)}, {level}, {string(number)}, {words}{self._dated()})\n\n")

    def _places(self) -> str:
        kept, self.out = self.out, []
        for name in self.opening:
            self.mark(name)
        marked, self.out, self.opening = self.body(), kept, ()
        return marked

    def _open_chapter(self) -> None:
        self.chapters += not self.is_front
        self.sections = 0

    def _number(self) -> str:
        if self.is_front or self.level > 2:
            return ""
        chapter = chr(ord("A") + self.chapters - 1) if self.is_appendix else str(self.chapters)
        return chapter if self.level == 1 else f"{chapter}.{self.sections}"

    def _dated(self) -> str:
        """The day that a chapter is as of, where its page says so, and where links to the page lead."""
        if self.level > 1:
            return ""
        asof = str(self.builder.env.metadata.get(self.pages[-1], {}).get("asof", ""))
        told = readable(asof, self.config.language or "en", months(self.config)) if asof else ""
        shown = f"{self.words['asof']} {told}" if told else ""
        return f", asof: {string(shown)}"

    def visit_index(self, node: nodes.Node) -> None:
        """A mark on the page, which the index finds."""
        is_left = self.template != "book" or self.is_plain or self.is_front
        if isinstance(node, addnodes.index) and not is_left and not _is_within(node):
            for mark, is_main in self.index.marks(node):
                self.put(f"#indexed({string(mark)}, {str(is_main).lower()})")
        raise nodes.SkipNode

    def visit_index_of_book(self, node: index_of_book) -> None:
        """The index: under each letter its heads, each with its mark, what it refers to, and what stands under it."""
        told = [f"({string(letter)}, {array(map(self._head, heads))})" for letter, heads in self.index.letters()]
        if told:
            self.put(f"\n#index-list({string(self.words['index'])}, {string(self.words['indexed'])}, {array(told)})\n")
        raise nodes.SkipNode

    def _head(self, head: Head) -> str:
        see = array(f"({string(self.words[kind])}, {string(name)})" for name, kind in sorted(head.see.items()))
        under = array(map(self._head, sorted(head.under.values(), key=lambda each: each.order)))
        return f"({string(head.name)}, {string(head.mark)}, {see}, {under})"


def roman(number: int) -> str:
    """A number as parts of books are counted."""
    written = ""
    for value, letters in ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _is_within(node: nodes.Node) -> bool:
    """Does a node stand where its mark could be set twice, or in a glossary, which is sorted by itself?"""
    above = node.parent
    while above is not None:
        if isinstance(above, (*REPEATED, nodes.term)):
            return True
        above = above.parent
    return False
