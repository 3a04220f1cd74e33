"""Roles in the text of a page: citations, links to pages, files to be taken along, and what the ledger derives."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

from markdown_it.token import Token

from kb.core.folding import fold
from kb.core.mark import Mark
from kb.core.model import Asked, Citation, Reference
from kb.core.nearest import did_you_mean
from kb.load.fence import BROKEN
from kb.load.gathered import Gathered
from kb.load.line import Line, short
from kb.load.markup import ROLES
from kb.load.paths import DOWNLOADS
from kb.load.place import Place

CITES = frozenset({"cite:p", "cite:t"})
DERIVED = frozenset({"kb:count", "kb:holder"})
_CITED = re.compile(r"(?:\{[^{}]*\})?([^{},\s]+)(?:\{([^{}]*)\})?")
_TITLED = re.compile(r"(.*?)\s*<([^>]*)>", re.S)


class Roles:
    """Reads one role after another into the line in which it stands."""

    def __init__(self, place: Place, gathered: Gathered) -> None:
        self.place, self.gathered = place, gathered

    def read(self, token: Token, line: Line, in_link: bool) -> None:
        """Read a role: what it shows, and what it points to."""
        name, content = str(token.meta["name"]), token.content
        opened = self.place.seek("{" + name + "}`")
        column = opened + len(name) + 3
        mark, inner = self.place.mark(opened), self.place.mark(column)
        self._hold(name, content, mark, in_link)
        if name in CITES:
            self._cite(name, content, column, line)
        elif name == "doc":
            titled = _TITLED.fullmatch(content)
            line.add(titled[1] if titled else "", inner.line, inner.column)
            target = titled[2] if titled else content
            self.gathered.links.append(Reference(target.strip(), inner))
        else:
            self._point(name, content, mark, inner)
            start = line.length
            line.add(content, inner.line, inner.column)
            line.mask(start, "role")
        self.place.column = column
        self.place.seek("`")

    def _point(self, name: str, content: str, mark: Mark, inner: Mark) -> None:
        if name in DERIVED:
            self.gathered.references.append(Reference(content.partition("@")[0].strip(), inner))
            self.gathered.asked.append(Asked(name, content, mark))
        elif name == "download":
            self.gathered.files.append(Reference(content, inner))

    def _hold(self, name: str, content: str, mark: Mark, in_link: bool) -> None:
        form, fault = ROLES.get(name), self.gathered.fault
        if form is None:
            help = did_you_mean(name, ROLES) or "write it in Markdown"
            fault(mark, f"the role {name!r} does not belong in a page", help)
        elif not form.fits(content):
            text = f"the role {name!r} holds {short(content)}, against {form.told}"
            fault(mark, text, f"write {form.told}", BROKEN)
        elif name == "download" and normpath(join(dirname(self.place.path), content)) not in DOWNLOADS:
            fault(mark, f"the file {short(content)} is none that may be offered", "leave it out")
        elif in_link:
            fault(mark, f"the role {name!r} stands within a link", "put it outside the brackets", BROKEN)

    def _cite(self, name: str, content: str, column: int, line: Line) -> None:
        line.trim()
        folded, kept = fold(content)
        for match in _CITED.finditer(folded):
            mark = self.place.mark(column + kept[match.start(1)])
            line.citations.append(Citation(match[1], (match[2] or "").strip(), line.length, mark, name))
