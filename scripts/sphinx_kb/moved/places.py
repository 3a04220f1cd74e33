"""On a page that is there, the old names of its places: at the place itself, or a line that leads to another page.

That line is seen by those alone who come by the old address: the style sheet hides it from all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import SphinxError
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_kb.knowledge import corpus_of
from sphinx_kb.nodes import paragraph

if TYPE_CHECKING:
    from kb.core.model import Redirect
    from kb.core.model.redirects import Address


class OldPlaces(SphinxPostTransform):
    """Runs when a page is written, so that nothing made of pages as they were read knows of it."""

    default_priority = 5
    formats = ("html",)

    def run(self, **_: object) -> None:
        """Name each place as it was called before."""
        for each in corpus_of(self.env).redirects:
            if each.old.page == self.env.docname:
                self._here(each) if each.new.page == self.env.docname else self._elsewhere(each)

    def _here(self, each: Redirect) -> None:
        place = next(self._called(each.new.place), None)
        if place is None:
            raise SphinxError(f"{each.mark}: error: {str(each.new)!r} has no place on the page as it is written")
        if isinstance(place, nodes.section):
            place["ids"].append(each.old.place)
            return
        within = next(iter(place.findall(nodes.paragraph)), place)
        within.insert(0, nodes.inline(ids=[each.old.place]))

    def _called(self, name: str) -> Iterator[nodes.Element]:
        if not name:
            yield from self.document.findall(nodes.section)
        for node in self.document.findall(nodes.Element):
            if name in node["ids"] or node.get("slug") == name:
                yield node

    def _elsewhere(self, each: Redirect) -> None:
        line = paragraph("What stood here has moved: ", self._link(each.new), ".", classes=["kb-moved"])
        line["ids"].append(each.old.place)
        next(iter(self.document.findall(nodes.section)), self.document).append(line)

    def _link(self, new: Address) -> nodes.reference:
        builder = self.env._app.builder  # as Sphinx itself asks for it in its own
        where = builder.get_relative_uri(self.env.docname, new.page) + (f"#{new.place}" if new.place else "")
        return nodes.reference("", self.env.titles[new.page].astext(), internal=True, refuri=where)
