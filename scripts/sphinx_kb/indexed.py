"""Whom and what the text of a book names, marked for its index; the ledger knows the names, print finds the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from kb.annotate.entities import NameFinder, finder
from sphinx_kb.knowledge import corpus_of, path_of

if TYPE_CHECKING:
    from kb.core.model import Corpus, Entity

LEFT = (
    nodes.Titular, nodes.caption, nodes.thead, nodes.term, nodes.label, nodes.citation, nodes.literal, nodes.raw,
    nodes.FixedTextElement, nodes.footnote, nodes.Invisible, addnodes.index,
)  # fmt: skip
"""In these no name is marked: headings and what is set twice, sources, code, and notes, which move to another page."""
CHAPTERS = 5
"""An entity with more chapters of its own has no main passage."""


LONG = 45
"""Of a longer name the index has the short one."""


class MarkNames(SphinxPostTransform):
    """Runs when all links are resolved, on a tree that binds several pages together."""

    default_priority = 800
    formats = ("typst",)

    def run(self, **_: object) -> None:
        """Put a mark before every name of an entity that the index has."""
        chapters = list(self.document.findall(addnodes.start_of_file))
        if not chapters:
            return
        corpus = corpus_of(self.env)
        heads, about = Heads(corpus, self.document["docname"]), _about(corpus)
        names = finder(corpus.entities)
        for chapter in chapters:
            main = about.get(path_of(chapter["docname"]), "")
            for text in list(_texts(chapter)):
                parts = list(_marked(text.astext(), names, heads, main))
                if len(parts) > 1:
                    above = text.parent
                    place = next(at for at, each in enumerate(above.children) if each is text)
                    above[place : place + 1] = parts


class Heads:
    """What the index calls each entity: persons by family name, bodies without the name of what they belong to."""

    def __init__(self, corpus: Corpus, start: str) -> None:
        whole = next((page.about[0] for page in corpus.pages if page.path == path_of(start) and page.about), "")
        self.own = _bare(corpus.entities[whole].called) if whole else ""
        self.known = {
            id: self._head(each) for id, each in corpus.entities.items() if id != whole and each.acts_as != "place"
        }
        self.also = {id: _abbreviations(corpus.entities[id]) for id in self.known}

    def _head(self, entity: Entity) -> str:
        if entity.acts_as == "person":
            return _by_family(entity)
        name = entity.label if len(entity.label) <= LONG else entity.called
        name = _bare(name).removeprefix(f"{self.own} ") if self.own else _bare(name)
        return name[:1].upper() + name[1:]

    def entries(self, id: str, is_main: bool) -> list[tuple[str, str, str, str, None]]:
        """As Sphinx writes entries of an index."""
        if id not in self.known:
            return []
        head = self.known[id].replace(";", ",")
        also = (("see", f"{name}; {head}", "", "", None) for name in self.also[id] if name != head)
        return [("single", head, "", "main" if is_main else "", None), *also]


def _about(corpus: Corpus) -> dict[str, str]:
    """The entity that each page is about first of all, where it has few pages."""
    first = {page.path: page.about[0] for page in corpus.pages if page.about}
    pages = Counter(first.values())
    return {path: id for path, id in first.items() if pages[id] <= CHAPTERS}


def _by_family(person: Entity) -> str:
    """``Zas, Stanislav``: the family name is what the ledger also has alone, else the last word."""
    label = person.label
    alone = (name.text for name in person.names if name.language == "en" and name.text in label.split())
    family = next(alone, label.split()[-1])
    given = " ".join(word for word in label.split() if word != family)
    return f"{family}, {given}" if given else family


def _abbreviations(entity: Entity) -> list[str]:
    """Names in capitals by which a reader may look: ``CIS`` for the Commonwealth of Independent States."""
    named = [name.text for name in entity.names if name.language == "en"]
    forms = dict.fromkeys(_bare(form) for form in (*named, *entity.also, entity.short or ""))
    return [form for form in forms if form.isupper() and len(form) > 1]


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _texts(node: nodes.Element) -> Iterator[nodes.Text]:
    """The texts of a chapter in which names are marked."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child
        elif isinstance(child, nodes.Element) and not isinstance(child, LEFT) and "cited" not in child["classes"]:
            yield from _texts(child)


def _marked(text: str, names: NameFinder, heads: Heads, main: str) -> Iterator[nodes.Node]:
    """The text in pieces, with a mark before each name."""
    end = 0
    for name in names.find(text):
        entries = heads.entries(name.entity_id, name.entity_id == main)
        if entries:
            if name.start > end:
                yield nodes.Text(text[end : name.start])
            yield addnodes.index(entries=entries)
            end = name.start
    if end < len(text):
        yield nodes.Text(text[end:])
