"""The sections at the side of a page, folded, the one that it stands in open: drawn once, and marked for each page.

Sphinx resolves the tree of all pages anew for each of them, and Furo parses it once more; that was a quarter of a
build. Here the folded sections are written once for each depth of folder, and only the open one is written for a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from sphinx_kb.wayfinding.outline import Place, Section


class Sidebar:
    """Writes the sections for any page; ``address`` gives the address of a page, from the top of the site."""

    def __init__(self, sections: Sequence[Section], address: Callable[[str], str]) -> None:
        self.sections, self.address = sections, address
        self.where = {place.docname: n for n, section in enumerate(sections) for place in section.whole()}
        self._folded: dict[str, list[str]] = {}

    def written(self, up: str, docname: str, listed: str) -> str:
        """The sections as seen from a page; ``up`` leads from it to the top of the site.

        What no section lists is shown at the page that is ``listed`` for it, such as the ledger for its entities.
        """
        if up not in self._folded:
            self._folded[up] = [self._section(section, up, "", "") for section in self.sections]
        parts = list(self._folded[up])
        own = self.where.get(listed)
        if own is not None:
            here = "page" if listed == docname else "true"
            parts[own] = self._section(self.sections[own], up, listed, here)
        return "".join(parts)

    def _section(self, section: Section, up: str, current: str, here: str) -> str:
        """A section, folded unless the current page is in it, which is marked as ``here``."""
        listed = f"<ul>{self._items(section.places, up, current, here)}</ul>"
        opened = " open" if current else ""
        return (
            f"<details{opened}><summary>{escape(section.title)}</summary>{listed}</details>"
            if section.title
            else listed
        )

    def _items(self, places: Iterable[Place], up: str, current: str, here: str) -> str:
        """Links to pages; those below one are listed while the reader is at it or among them."""
        made = ""
        for place in places:
            mark = f' aria-current="{here}"' if place.docname == current else ""
            link = f'<a href="{escape(up + self.address(place.docname))}"{mark}>{escape(place.title)}</a>'
            opened = place.below and any(each.docname == current for each in place.whole())
            made += f"<li>{link}{f'<ul>{self._items(place.below, up, current, here)}</ul>' if opened else ''}</li>"
        return made
