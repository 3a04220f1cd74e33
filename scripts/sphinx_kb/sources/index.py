"""What stands where a page asks for the bibliography: on the site an index of the pages of sources, on paper a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex.nodes import bibliography

from sphinx_kb import nodes as kb_nodes
from sphinx_kb.knowledge import corpus_of
from sphinx_kb.nodes import paragraph, section, text
from sphinx_kb.sources.authors import short_author
from sphinx_kb.sources.shelves import FOLDER, Shelf, ordered, shelves

if TYPE_CHECKING:
    from kb.core.model import Source

PARTS = (("kind-", "By kind"), ("in-", "By language"))


class SourcesIndex(SphinxPostTransform):
    """By letter, by kind and by language; runs before sphinxcontrib-bibtex would write its list."""

    default_priority = 4
    formats = ("html",)

    def run(self, **_: object) -> None:
        """Write the index where a page has the bibliography."""
        for place in list(self.document.findall(bibliography)):
            place.replace_self([*self._lists(), section("By letter", "by-letter", *self._letters())])

    def _lists(self) -> Iterator[nodes.Node]:
        told = shelves(corpus_of(self.env))
        for start, title in PARTS:
            those = [(name, shelf) for name, shelf in told.items() if name.startswith(FOLDER + start) and shelf.is_list]
            items = [[paragraph(self._page(name, shelf), *_counted(shelf))] for name, shelf in those]
            yield section(title, title.lower().replace(" ", "-"), kb_nodes.bullets(items, "kb-index"))

    def _letters(self) -> Iterator[nodes.Node]:
        """For each letter those who are cited, each leading to the first source by that name."""
        for letter, sources in groupby(ordered(corpus_of(self.env)), _letter):
            line = paragraph(text(f"{letter} ", "kb-property"), classes=["kb-authors"])
            for place, (name, those) in enumerate(groupby(sources, short_author)):
                first, *more = those
                line += [nodes.Text(" · ")] * bool(place) + [kb_nodes.link("source", first.key, name)]
                line += [text(f" {len(more) + 1}", "kb-note")] * bool(more)
            yield line

    def _page(self, name: str, shelf: Shelf) -> nodes.Node:
        return kb_nodes.page(self.env, name, nodes.inline("", shelf.title))


def _letter(source: Source) -> str:
    name = short_author(source).removeprefix("The ")
    return next((sign.upper() for sign in name if sign.isalnum()), "–")


def _counted(shelf: Shelf) -> list[nodes.Node]:
    first, last = short_author(shelf.sources[0]), short_author(shelf.sources[-1])
    return [text(f" {len(shelf.sources):,}, {first} to {last}", "kb-note")]
