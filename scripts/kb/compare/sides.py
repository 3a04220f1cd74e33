"""The two sides of a comparison, what could not be read on either, and what has another name by now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from kb.compare.entries import renamed_sources
from kb.compare.fields import Ids, content
from kb.core.model import Corpus, Entity, Statement
from kb.load.bibliography import PATH as BIBLIOGRAPHY
from kb.load.corpus import is_entity


@dataclass(frozen=True)
class Sides:
    """The facts before and after."""

    old: Corpus
    new: Corpus
    written: frozenset[str] = frozenset()
    """The ids of statements that are written today, also of those that are of the wrong form and no statements."""

    @cached_property
    def unread(self) -> frozenset[str]:
        """The files of today that cannot be read: nobody knows what has become of what stands in them."""
        return unread(self.new)

    @cached_property
    def entities(self) -> tuple[tuple[Entity | None, Entity | None], ...]:
        """Every entity before and after; those whose file cannot be read today are left out."""
        closed = {PurePosixPath(path).stem for path in self.unread if is_entity(path)}
        names = sorted({*self.old.entities, *self.new.entities} - closed)
        return tuple((self.old.entities.get(name), self.new.entities.get(name)) for name in names)

    @cached_property
    def statements(self) -> tuple[tuple[Statement, Statement], ...]:
        """The statements that are on both sides under one id."""
        both = ((old, new) for old, new in self.entities if old and new)
        return tuple(
            (self.old.statements[each.id], self.new.statements[each.id])
            for _, new in both
            for each in new.statements
            if each.id in self.old.statements
        )

    @cached_property
    def gone(self) -> Mapping[str, Statement]:
        """The statements whose id is no more."""
        return {
            each.id: each
            for old, _ in self.entities
            for each in (old.statements if old else ())
            if each.id not in self.new.statements and each.id not in self.written
        }

    @cached_property
    def come(self) -> Mapping[str, Statement]:
        """The statements whose id is new."""
        return {
            each.id: each
            for _, new in self.entities
            for each in (new.statements if new else ())
            if each.id not in self.old.statements
        }

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The keys of today of sources that are called otherwise."""
        return renamed_sources(self.old, self.new)

    @cached_property
    def keeps_sources(self) -> bool:
        """Is the bibliography of today read whole, so that what is not there is gone?"""
        return BIBLIOGRAPHY not in self.unread

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The ids of today of statements that have vanished, where the very same content has another id."""
        plain = Ids(self.old.statements), Ids(self.new.statements)
        those: dict[object, list[Statement]] = {}
        for each in self.come.values():
            those.setdefault(content(each, plain[1]), []).append(each)
        found = {}
        for old in self.gone.values():
            alike = those.get(content(old, plain[0]), [])
            same = next((each for each in alike if each.slug == old.slug), alike[0] if alike else None)
            if same:
                alike.remove(same)
                found[old.id] = same.id
        return found

    @cached_property
    def ids(self) -> tuple[Ids, Ids]:
        """How each side names statements."""
        return Ids(self.old.statements, self.renamed), Ids(self.new.statements)


def unread(corpus: Corpus) -> frozenset[str]:
    """The files that cannot be read."""
    return frozenset(_unread(corpus))


def _unread(corpus: Corpus) -> Iterator[str]:
    made = {each.mark.path for each in corpus.entities.values()}
    for fault in corpus.faults:
        path = fault.mark.path
        if fault.rule == "unreadable" and not (is_entity(path) and path in made):
            yield path
