"""Citations of a book: a number and the place in the source, and one list of what is cited, by author as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_typst.binding import appendices, index_of_book
from sphinx_typst.citations import Numbering, bibtex_domain, cites
from sphinx_typst.indexing import folded

if TYPE_CHECKING:
    from sphinxcontrib.bibtex.domain import BibtexDomain

    from sphinx_typst.printing import Printing


class sources(nodes.General, nodes.Element):  # noqa: N801 (docutils names its nodes so)
    """The sources of a book, each a citation with its number."""


def list_sources(builder: Printing, tree: nodes.document) -> None:
    """Replace the citations by numbers, and the first bibliography by the sources they lead to; others go."""
    domain = bibtex_domain(builder)
    if domain is None:
        return
    from sphinxcontrib.bibtex.nodes import bibliography

    places = list(tree.findall(bibliography))
    page = _page(places[0]) if places else tree["docname"]
    numbering = Listed(builder, domain, page)
    cited = cites(tree)
    numbering.collect(cited)
    for node in cited:
        node.replace_self(numbering.cite(node))
    if not numbering.numbers:
        return
    if not places:
        behind = next(tree.findall(appendices), tree)
        behind.insert(_end(behind), numbering.references())
    for place in places:
        place.replace_self(numbering.entries() if place is places[0] else [])


class Listed(Numbering):
    """The sources that a book cites, numbered as they are listed: by what stands first in each."""

    def __init__(self, builder: Printing, domain: BibtexDomain, page: str) -> None:
        super().__init__(builder, domain)
        self.page = page
        self.numbers: dict[str, int] = {}

    def collect(self, cited: list[addnodes.pending_xref]) -> None:
        """Number all sources that are cited."""
        keys = dict.fromkeys(target.key for node in cited for target in self.targets(node))
        ordered = sorted(keys, key=lambda key: (folded(str(self.formatted(key).text)), key))
        self.numbers = {key: number for number, key in enumerate(ordered, 1)}

    def number(self, key: str) -> int:
        """The place of a source in the list."""
        return self.numbers[key]

    def link(self, key: str, words: str) -> nodes.reference:
        """The list stands on another page."""
        return nodes.reference("", words, internal=True, refuri=f"%{self.page}#{self.id(key)}")

    def references(self) -> nodes.section:
        """A chapter of its own, where no page asks for the list."""
        title = nodes.title("", self.words["references"])
        return nodes.section("", title, *self.entries(), ids=["references"])

    def entries(self) -> list[nodes.Node]:
        """The list, without the places: they stand where the source is cited."""
        return [sources("", *(self.entry(key) for key in self.numbers))]


def _end(group: nodes.Element) -> int:
    """Where a chapter is added: behind all others, before the index."""
    return len(group) - sum(isinstance(each, index_of_book) for each in group)


def _page(node: nodes.Node) -> str:
    """The page that a node stands on."""
    while not isinstance(node, (addnodes.start_of_file, nodes.document)):
        node = node.parent
    docname: str = node["docname"]
    return docname
