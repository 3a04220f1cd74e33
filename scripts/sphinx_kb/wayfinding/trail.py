"""Where a page stands: the way that leads to it, and its neighbours of the same section, kind or folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sphinx_kb.domain import FACTS, LEDGER
from sphinx_kb.knowledge import corpus_of
from sphinx_kb.wayfinding.outline import Section, outline, title

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from kb.core.model import Entity

Step = tuple[str, str, str]
"""A step of the way: what it is called, its page, and the place in that page; without a page it leads nowhere."""


class Trails:
    """The way to every page of a site."""

    def __init__(self, env: BuildEnvironment) -> None:
        self.env = env
        self.root = env.config.root_doc
        self.sections = outline(env)
        self._own: dict[str, Section] = {place.docname: each for each in self.sections for place in each.whole()}

    def steps(self, docname: str) -> list[Step]:
        """From the section of a page to the page itself; nothing of the start page, which stands above all sections."""
        if docname not in self.env.titles or docname == self.root:
            return []
        above = self._listed(docname) if docname in self._own else self._unlisted(docname)
        return [*above, (self.name(docname), "", "")]

    def name(self, docname: str) -> str:
        """What a page is called here: an entity by its name alone, for the way says that it is of the ledger."""
        entity = self._entity(docname)
        return entity.label if entity else title(self.env, docname)

    def listed(self, docname: str) -> str:
        """The page itself if a section lists it, else the index that it stands below."""
        return docname if docname in self._own else self._index(docname)

    def neighbours(self, docname: str) -> tuple[str, str]:
        """The pages before and after, within the section, the kind or the folder; empty at its ends."""
        row = next((row for row in self._rows(docname) if docname in row), [docname])
        at = row.index(docname)
        return row[at - 1] if at else "", row[at + 1] if at + 1 < len(row) else ""

    def _listed(self, docname: str) -> Iterator[Step]:
        """The section, which begins at its first page, and the pages that the page is listed below."""
        section = self._own[docname]
        first = section.places[0].docname
        if section.title:
            yield section.title, "" if first == docname else first, ""
        places = section.places
        while found := next((p for p in places if docname in {each.docname for each in p.whole()}), None):
            if found.docname == docname:
                return
            yield found.title, found.docname, ""
            places = found.below

    def _unlisted(self, docname: str) -> Iterator[Step]:
        """The index above it in the folders, and for an entity of the ledger its kind."""
        index = self._index(docname)
        if index:
            yield title(self.env, index), index, ""
        entity = self._entity(docname)
        kinds = corpus_of(self.env).kinds
        if entity and entity.kind in kinds:
            yield kinds[entity.kind].many, LEDGER, entity.kind

    def _index(self, docname: str) -> str:
        """The index that is next above a page in its folders; nothing below the start page alone."""
        above = ((folder / "index").as_posix() for folder in PurePosixPath(docname).parents)
        return next((name for name in above if name in self.env.titles and name not in (docname, self.root)), "")

    def _rows(self, docname: str) -> Iterator[list[str]]:
        """The row that a page stands in: of its section, of its kind, or of its folder."""
        entity = self._entity(docname)
        if docname in self._own:
            yield [place.docname for place in self._own[docname].whole()]
        elif entity:
            yield self._of_a_kind[entity.kind]
        else:
            yield self._of_a_folder.get(docname.rpartition("/")[0], [])

    def _entity(self, docname: str) -> Entity | None:
        return corpus_of(self.env).entities.get(docname.removeprefix(FACTS)) if docname.startswith(FACTS) else None

    @cached_property
    def _of_a_kind(self) -> dict[str, list[str]]:
        """The entities of each kind in the order of the ledger's index."""
        found: dict[str, list[str]] = {}
        for entity in sorted(corpus_of(self.env).entities.values(), key=lambda entity: entity.label):
            found.setdefault(entity.kind, []).append(f"{FACTS}{entity.id}")
        return found

    @cached_property
    def _of_a_folder(self) -> dict[str, list[str]]:
        """The pages of each folder that no section lists, by name."""
        found: dict[str, list[str]] = {}
        for docname in sorted(set(self.env.titles) - set(self._own) - {self.root}):
            found.setdefault(docname.rpartition("/")[0], []).append(docname)
        return found
