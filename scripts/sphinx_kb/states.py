"""What each page was told from, as one word for each: where it is the same as before, the page still says what is so.

A statement is known by the lines of its file, whatever lines come and go above it. What is no statement, such as a
name, a judgement, the schema or the bibliography, may stand on any page: it is one word for all of them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kb.core.provisions import is_primary, provisions
from kb.run.standing import share_read
from kb.verify.shown import shown_by
from sphinx_kb.figures import vouched
from sphinx_kb.knowledge import docname_of
from sphinx_kb.named import FOLDER, naming, often_named
from sphinx_kb.of_all import OF_ALL, OF_NONE, OF_PAGES, OF_SHOWN
from sphinx_kb.sources.shelves import shelves

if TYPE_CHECKING:
    from kb.core.model import Entity, Page
    from sphinx_kb.knowledge import Knowledge

DIRECTIVE = re.compile(r"\{kb:([a-z]+)\}")


def word(*parts: object) -> str:
    """A short name for what has many parts."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:16]


class States:
    """The states of one corpus; ``lines`` are those of the files of its entities, by path."""

    def __init__(self, known: Knowledge, lines: Mapping[str, list[str]]) -> None:
        self.known, self.corpus, self.run = known, known.corpus, known.run
        self.own: dict[str, str] = {}
        self.heads = [self._taken_apart(each, lines[each.mark.path]) for each in self.corpus.entities.values()]

    def _taken_apart(self, entity: Entity, lines: list[str]) -> str:
        """Note the lines of each statement; returns what is left of the file, which tells of no one statement."""
        starts = {each.mark.line: each.id for each in entity.statements}
        fields = [number for number, line in enumerate(lines, 1) if line[:1] not in ("", " ", "#")]
        left: list[str] = []
        for start, end in pairwise(sorted({1, len(lines) + 1, *starts, *fields})):
            written = "\n".join(lines[start - 1 : end - 1])
            if start in starts and start not in fields:
                self.own[starts[start]] = word(written)
            else:
                left.append(written)
        for each in entity.statements:  # where several share a line, each is known by the whole file
            self.own.setdefault(each.id, word(*lines))
        return word(entity.id, *left)

    def of(self, ids: Iterable[str]) -> str:
        """The state of statements, with that of all that they are set against."""
        return word(*map(self._of_one, ids))

    def _of_one(self, id: str) -> str:
        against = [*self.known.disputes.get(id, ()), *(i for j in self.corpus.judged.get(id, ()) for i in j.statements)]
        return word(id, *(self.own.get(each, "") for each in (id, *against)), self.known.doubted.get(id, ()))

    @cached_property
    def pages(self) -> dict[str, str]:
        """The state of every page that tells of the ledger."""
        found = {docname_of(each.mark.path): self._of_entity(each) for each in self.corpus.entities.values()}
        for id in often_named(self.corpus):
            found[f"{FOLDER}{id}"] = self.of(each.id for each in naming(self.corpus)[id])
        for docname, shelf in shelves(self.corpus).items():
            resting = (s.id for source in shelf.sources for s in self.corpus.by_source.get(source.key, ()))
            found[docname] = "" if shelf.is_list else self.of(resting)
        return found | {docname_of(page.path): word(*self._of_page(page)) for page in self.corpus.pages}

    def of_pages(self, paths: Container[str]) -> dict[str, str]:
        """The states of these pages of content, and of those that count what stands on all of them."""
        wanted = (page for page in self.corpus.pages if page.path in paths or OF_PAGES & _asked(page))
        return {docname_of(page.path): word(*self._of_page(page)) for page in wanted}

    def _of_entity(self, entity: Entity) -> str:
        """Its own statements, those that name it, and how well rests what it provides."""
        own, elsewhere = entity.statements, naming(self.corpus).get(entity.id, ())
        provided = self.run.ask(provisions).get(entity.id, ())
        meant = [id in self.own for each in own for order in each.orders for id in order.meant(entity.id)]
        rests = [is_primary(statement, self.corpus.sources) for statement in provided]
        return word(self.of(each.id for each in own), self.of(each.id for each in elsewhere), rests, meant)

    def _of_page(self, page: Page) -> Iterator[object]:
        """What vouches for its figures, what else it shows, how much of it was read, and what it tells of all."""
        figures = vouched(self.run, page)
        yield figures
        ids = [each.id for each in self.run.ask(shown_by, page=page)]
        yield self.of([*ids, *(id for each in figures for id in (each.target, *each.others) if id in self.own)])
        if page.vouched and page.path in self.corpus.readings.pages:
            yield share_read(self.run, [page])
        for name in sorted(_asked(page) - OF_SHOWN - OF_NONE):
            yield OF_ALL[name](self.known, self.own) if name in OF_ALL else word(*self.own.values())


def _asked(page: Page) -> set[str]:
    """The names of all directives and roles of ours that stand on a page."""
    return set(DIRECTIVE.findall(page.source))
