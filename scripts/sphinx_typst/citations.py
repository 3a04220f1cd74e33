"""Citations of a brief: a number and the place in the source, and a list of references that tells every place cited.

Nothing here is needed, and nothing is done, where sphinxcontrib-bibtex is not among the extensions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util import logging

from sphinx_typst.keeping import JOINT
from sphinx_typst.settings import words
from sphinx_typst.shortest import shortest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pybtex.style import FormattedEntry
    from sphinxcontrib.bibtex.citation_target import CitationTarget
    from sphinxcontrib.bibtex.domain import BibtexDomain

    from sphinx_typst.printing import Printing

logger = logging.getLogger(__name__)
NAMING = ("t", "ts", "ct", "cts")
"""Roles by which a sentence names the author, the number following."""
SHORT = 40
"""A citation with fewer letters stays on one line."""
NAME_ONLY = ("author", "authors", "authorpar", "authorpars", "cauthor", "cauthors")


def empty_bibliographies(builder: Printing) -> None:
    """Empty the entries that sphinxcontrib-bibtex keeps and appends to whenever a document is resolved.

    Without this a second PDF with the same bibliography prints each entry twice (2.7, ``BibliographyTransform.run``).
    """
    for bibliography in builder.env.domaindata.get("cite", {}).get("bibliographies", {}).values():
        for node in bibliography.citation_nodes.values():
            node.children = []


def bibtex_domain(builder: Printing) -> BibtexDomain | None:
    """What knows the sources, where something does."""
    if "cite" not in builder.env.domains:
        return None
    from sphinxcontrib.bibtex.domain import BibtexDomain

    domain = builder.env.get_domain("cite")
    return domain if isinstance(domain, BibtexDomain) else None


def cites(tree: nodes.Element) -> list[pending_xref]:
    """The citations of a tree."""
    return [each for each in tree.findall(pending_xref) if each.get("refdomain") == "cite"]


def number_citations(builder: Printing, tree: nodes.document, briefly: bool = False) -> None:
    """Replace the citations of a page by numbers in order of appearance, and append the list they lead to."""
    domain = bibtex_domain(builder)
    if domain is None:
        return
    from sphinxcontrib.bibtex.nodes import bibliography

    for whole in list(tree.findall(bibliography)):  # the list below takes its place
        whole.parent.remove(whole)
    numbering = Numbering(builder, domain, briefly)
    for node in cites(tree):
        node.replace_self(numbering.cite(node))
    if numbering.places:
        top: nodes.Element = next(iter(tree.findall(nodes.section)), tree)
        top.append(numbering.references())


class Numbering:
    """The sources that one page cites, in order of appearance, each with the places cited."""

    def __init__(self, builder: Printing, domain: BibtexDomain, briefly: bool = False) -> None:
        self.builder, self.domain, self.briefly = builder, domain, briefly
        self.known = {citation.key: citation for citation in domain.citations}
        self.places: dict[str, dict[str, None]] = {}
        self.words = words(builder.config)

    def cite(self, node: pending_xref) -> nodes.inline:
        """``[3, ¶ 1; 5]``, with the author before it where the sentence names him by the citation."""
        role, targets = node["reftype"], self.targets(node)
        for target in targets:
            self.places.setdefault(target.key, {}).update(dict.fromkeys(_split(target.post)))
        made = nodes.inline(ids=node["ids"])
        if role == "empty" or not targets:
            return made
        if role in NAME_ONLY:
            made += _joined([self.link(t.key, self._author(t.key)) for t in targets], ", ")
        elif role in NAMING:
            made += _joined([self._named(target) for target in targets], ", ")
        else:
            made += self._bracket(targets)
        return made

    def targets(self, node: pending_xref) -> list[CitationTarget]:
        """The sources that a citation names, each with its place; of one that nobody knows a warning."""
        from sphinxcontrib.bibtex.citation_target import parse_citation_targets

        targets = list(parse_citation_targets(node["reftarget"]))
        for target in targets:
            if target.key not in self.known:
                logger.warning(
                    "could not find bibtex key %r", target.key, location=node, type="bibtex", subtype="key_not_found"
                )
        return [target for target in targets if target.key in self.known]

    def _named(self, target: CitationTarget) -> nodes.inline:
        return nodes.inline("", "", nodes.Text(f"{self._author(target.key)} "), *self._bracket([target]))

    def _bracket(self, targets: Iterable[CitationTarget]) -> list[nodes.Node]:
        each = [nodes.inline("", "", *self._one(target)) for target in targets]
        words = nodes.inline("", "", nodes.Text("["), *_joined(each, "; "), nodes.Text("]"), classes=["cited"])
        return [words]

    def _one(self, target: CitationTarget) -> list[nodes.Node]:
        before = [nodes.Text(f"{target.pre} ")] if target.pre else []
        after = [nodes.Text(f",{JOINT}{_whole(target.post)}")] if target.post else []
        return [*before, self.link(target.key, str(self.number(target.key))), *after]

    def link(self, key: str, words: str) -> nodes.reference:
        """A link to the entry of a source."""
        return nodes.reference("", words, internal=True, refid=self.id(key))

    def id(self, key: str) -> str:
        """The id of the entry."""
        return f"source-{self.number(key)}"

    def number(self, key: str) -> int:
        """The place of a source among those cited."""
        return list(self.places).index(key) + 1

    def _author(self, key: str) -> str:
        """The author as the style of the project names him, else the label of the source."""
        from sphinxcontrib.bibtex.style.referencing import format_references
        from sphinxcontrib.bibtex.style.template import SphinxReferenceInfo

        source, style = self.known[key], self.domain.reference_style
        if "author" not in style.role_names():
            return str(source.formatted_entry.label)
        at = source.bibliography_key.docname
        info = SphinxReferenceInfo(self.builder, at, at, source.citation_id, None, "", "")
        made = format_references(style, "author", [(source.entry, source.formatted_entry, info)])
        return "".join(node.astext() for node in made.render(self.domain.backend))

    def in_order(self, places: Iterable[str]) -> list[str]:
        """As the style of the project puts the places of a source in order, else by words and numbers."""
        style = self.domain.reference_style
        return list(style.in_order(places)) if hasattr(style, "in_order") else sorted(places, key=_counted)

    def _told(self, key: str) -> nodes.paragraph:
        """The source as the style of the project has it, or in as few words as can be."""
        if self.briefly:
            return shortest(self.known[key].entry, self._author(key))
        told: nodes.paragraph = self.domain.backend.paragraph(self.formatted(key))
        return told

    def references(self) -> nodes.section:
        """The list of sources, each with the places cited."""
        title = nodes.title("", self.words["references"])
        section = nodes.section("", title, ids=["references"], classes=["references"])
        if legend := self._legend():
            section += nodes.paragraph("", legend, classes=["legend"])
        section += self.entries()
        return section

    @property
    def _is_short(self) -> bool:
        """Has the style of the project a form for a short list?"""
        return hasattr(self.domain.reference_style, "in_short")

    def _legend(self) -> str:
        """What the style of the project says once of all sources, where it has a form for a short list."""
        if self.briefly or not self._is_short:
            return ""
        style: Any = self.domain.reference_style
        return str(style.legend([self.known[key].entry for key in self.places]))

    def formatted(self, key: str) -> FormattedEntry:
        """The source as the style of the project has it in a short list, else as everywhere."""
        style: Any = self.domain.reference_style
        source = self.known[key]
        return style.in_short(source.entry) if self._is_short else source.formatted_entry

    def entries(self) -> list[nodes.Node]:
        """The entries of the list, in order."""
        return [self.entry(key, places) for key, places in self.places.items()]

    def entry(self, key: str, places: Iterable[str] = ()) -> nodes.citation:
        """One source, with the places cited."""
        entry = nodes.citation("", nodes.label("", str(self.number(key))), ids=[self.id(key)])
        paragraph = self._told(key)
        if places:
            # a short list says once what its italics are; the places hold on to what stands before them
            before = JOINT if self._is_short else f" {self.words['cited']}{JOINT}"
            told = f"{before}{_whole('; '.join(self.in_order(places))).removesuffix('.')}."
            paragraph += nodes.inline("", told, classes=["places"])
        entry += paragraph
        return entry


def _split(places: str) -> list[str]:
    """The places that a citation names: semicolons separate them, while commas lead from a part to what is in it."""
    return [place.strip() for place in places.split(";") if place.strip()]


def _whole(places: str) -> str:
    """The places of a citation, of which short ones stand on one line."""
    return places.replace(" ", JOINT) if len(places) <= SHORT else places


def _counted(place: str) -> list[tuple[int, int, str]]:
    """By which places are put in order: words by their letters, numbers as numbers."""
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in re.split(r"(\d+)", place)]


def _joined(each: Sequence[nodes.Element], between: str) -> list[nodes.Node]:
    made: list[nodes.Node] = []
    for node in each:
        made += [nodes.Text(between)] * bool(made) + [node]
    return made
