"""The comparison of two revisions: every change, the worst first, with what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kb.annotate.sentences import annotated
from kb.annotate.spans import AnnotatedSentence
from kb.compare.change import FactChange, rank
from kb.compare.corrections import draft, named
from kb.compare.entities import entities
from kb.compare.findings import as_change, of_rules, own
from kb.compare.grouping import grouped
from kb.compare.judgements import judgements
from kb.compare.pages import moved, pages
from kb.compare.pairing import pairs
from kb.compare.power import power
from kb.compare.prose import prose
from kb.compare.reach import WhatRests
from kb.compare.resting import RestingOn
from kb.compare.sides import Sides
from kb.compare.sources import sources
from kb.compare.statements import statements
from kb.compare.units import Unit, units
from kb.core.model import Corpus
from kb.evidence.retrieval import evidence
from kb.load.corpus import is_entity
from kb.load.ledger import slugs
from kb.load.revision import Tree
from kb.run.fixtures import Run
from kb.run.known import start
from kb.run.runner import examine

JUDGING = ("docs/facts/schema/", "docs/facts/waivers.yaml")
"""Where one of these has changed, everything is judged anew."""


@dataclass(frozen=True)
class Revision:
    """One side: what it holds, and what was made of that."""

    tree: Tree
    corpus: Corpus


@dataclass(frozen=True, slots=True)
class Compared:
    """Every change, the worst first."""

    changes: tuple[FactChange, ...]

    @property
    def fails(self) -> bool:
        """Is there one that keeps the change from being taken in as it is?"""
        return any(change.fails for change in self.changes)


def compared(old: Revision, new: Revision) -> Compared:
    """Compare two revisions."""
    sides = Sides(old.corpus, new.corpus, frozenset(_written(new)))
    first = start(old.corpus)
    first.ask(evidence)
    before = _units(first, new.corpus, sides.unread)
    facts = [*judgements(sides), *entities(sides), *statements(sides), *sources(sides)]
    ids = {id for change in facts for id in change.about}
    only = _looked_at(old, new, RestingOn(first), ids, before)
    one = examine(old.corpus, only=only, before=first, keeps=True)
    other = examine(new.corpus, only=only, before=one.run, keeps=True)
    after = _units(other.run, new.corpus, sides.unread)
    pages_moved = moved(before, after)
    paired = pairs(_all(before), _all(after), pages_moved, sides.sources)
    newest = RestingOn(other.run)
    displays = {page.path: newest.displays(page) for page in new.corpus.pages if page.vouched}
    reach = WhatRests(sides, RestingOn(one.run), newest, paired, _scopes(before), _scopes(after), displays)
    corrected = named(old.corpus.documents, new.corpus.documents)
    text = [*prose(paired, sides.sources), *pages(sides, pages_moved)]
    judged = [*(as_change("finding new", each, fails=True) for each in own(sides, corrected))]
    judged += of_rules(one, other, pages_moved)
    plain = [*power(old.tree, new.tree), *facts, *reach.briefs(facts), *text, *judged]
    told = reach.told(grouped(_once(plain), old.corpus))
    return Compared(tuple(sorted((_drafted(each, corrected) for each in told), key=rank)))


def _written(side: Revision) -> Iterator[str]:
    """The ids of what stands under statements and claims in files of the ledger in which something is wrong."""
    files = side.tree.admitted.files
    for path in {fault.mark.path for fault in side.corpus.faults if is_entity(fault.mark.path)} & files.keys():
        yield from slugs(path, files[path])


def _units(run: Run, today: Corpus, unread: frozenset[str]) -> dict[str, tuple[Unit, ...]]:
    """The sentences of every page that tells of the subject, but for those that cannot be read today."""
    those = (page for page in run.corpus.pages if page.vouched and page.path not in unread)
    return {page.path: units(run.ask(annotated, page=page)) for page in those}


def _all(those: Mapping[str, tuple[Unit, ...]]) -> tuple[Unit, ...]:
    return tuple(unit for path in sorted(those) for unit in those[path])


def _scopes(those: Mapping[str, tuple[Unit, ...]]) -> dict[AnnotatedSentence, Unit]:
    return {scope: unit for unit in _all(those) for scope in unit.scopes}


def _looked_at(
    old: Revision, new: Revision, resting: RestingOn, ids: Iterable[str], before: Mapping[str, tuple[Unit, ...]]
) -> frozenset[str] | None:
    """The files that are held against the rules: those that differ, and what rests on what has changed; or all."""
    one, other = old.tree.admitted.files, new.tree.admitted.files
    differing = {path for path in {*one, *other} if one.get(path) != other.get(path)}
    if any(path.startswith(JUDGING) for path in differing):
        return None
    behind = {scope for scopes in resting.told(ids).values() for scope in scopes}
    return frozenset(
        differing | {unit.path for those in before.values() for unit in those if not behind.isdisjoint(unit.scopes)}
    )


def _once(changes: Iterable[FactChange]) -> Iterator[FactChange]:
    """Each change once, for what is told in the same words is one."""
    return iter({(change.kind, change.what): change for change in changes}.values())


def _drafted(change: FactChange, corrected: frozenset[str]) -> FactChange:
    """The change with the row for the corrections, where there is none yet."""
    ids = change.about if change.kind != "entity gone" else (change.what[0],)
    if change.kind == "id changed":
        ids = ids[:1]
    row = draft(change, tuple(id for id in ids if id not in corrected))
    return replace(change, details=(*change.details, row)) if row else change
