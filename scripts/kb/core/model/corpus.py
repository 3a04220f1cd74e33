"""The corpus: everything the rules may look at, and the findings that are accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kb.core.finding import Finding
from kb.core.mark import Mark
from kb.core.model.events import EventType
from kb.core.model.laws import Kind, Naming, Property, SubjectWords
from kb.core.model.ledger import Entity, Judgement, Statement
from kb.core.model.pages import Page
from kb.core.model.readings import Readings
from kb.core.model.redirects import Redirect
from kb.core.model.score import PlantedScore
from kb.core.model.sources import LockedSource, Source


@dataclass(frozen=True, slots=True)
class Waiver:
    """One finding that we accept: which, because, with the values it saw and, on a page, the line it stands in."""

    rule: str
    where: str
    seen: tuple[str, ...]
    because: str
    mark: Mark
    line: str = ""

    def concerns(self, finding: Finding) -> bool:
        """Does it name this rule at this statement or in this file?"""
        return self.rule == finding.rule and self.where in (finding.statement, finding.mark.path)

    def excuses(self, finding: Finding, line: str) -> bool:
        """Was exactly this accepted, in this line?"""
        return self.concerns(finding) and tuple(sorted(self.seen)) == finding.fingerprint and self.line == line


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Sentences of a locked source that say nothing on the subject, by their fingerprints."""

    source: str
    sentences: tuple[str, ...]
    because: str
    mark: Mark


@dataclass(frozen=True, eq=False)
class Ledger:
    """What the knowledge base holds to be said: entities with their statements, under the laws of their properties.

    ``today`` is the day from which it is looked at: what is ongoing is known to go on until then.
    """

    entities: Mapping[str, Entity]
    properties: Mapping[str, Property]
    kinds: Mapping[str, Kind]
    today: date = field(kw_only=True)
    naming: Naming = field(default_factory=Naming, kw_only=True)
    words: SubjectWords = field(default_factory=SubjectWords, kw_only=True)
    events: Mapping[str, EventType] = field(default_factory=dict, kw_only=True)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Every statement and claim by id."""
        return {s.id: s for e in self.entities.values() for s in e.statements}

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that rest on each source."""
        found: dict[str, dict[str, Statement]] = {}
        for statement in self.statements.values():
            for evidence in statement.evidence:
                found.setdefault(evidence.by, {})[statement.id] = statement
        return {key: tuple(statements.values()) for key, statements in found.items()}

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order of entities."""
        return tuple(j for e in self.entities.values() for j in e.judgements)

    @cached_property
    def judged(self) -> Mapping[str, tuple[Judgement, ...]]:
        """The judgements that speak of each statement."""
        found: dict[str, list[Judgement]] = {}
        for judgement in self.judgements:
            for statement in judgement.statements:
                found.setdefault(statement, []).append(judgement)
        return {statement: tuple(them) for statement, them in found.items()}


@dataclass(frozen=True, eq=False)
class Corpus(Ledger):
    """Everything the rules may look at: the ledger, the bibliography, the pages and the day that counts as today.

    ``manuals`` are the pages of the rules, which say nothing on the subject. ``documents`` are the texts of pages and
    manuals by path; ``files`` are the paths of all that was let in. Whoever shows the corpus shows these, and no more.
    ``uncommitted`` are the files that are newer than that day, each with the day that may stand in it.
    """

    sources: Mapping[str, Source]
    pages: tuple[Page, ...]
    lock: Mapping[str, LockedSource]
    boilerplate: tuple[Boilerplate, ...]
    waivers: tuple[Waiver, ...]
    faults: tuple[Finding, ...] = ()
    manuals: tuple[Page, ...] = ()
    documents: Mapping[str, str] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    broken_sources: frozenset[str] = frozenset()
    """The keys of entries that are there and can not be read, so that nobody says they are missing."""
    uncommitted: Mapping[str, date] = field(default_factory=dict)
    planted: PlantedScore | None = None
    redirects: tuple[Redirect, ...] = ()
    readings: Readings = field(default_factory=Readings)

    def line(self, mark: Mark) -> str:
        """The words of a line of a page, by which a waiver names its place; of other files no line is kept."""
        lines = self._lines.get(mark.path, ())
        return " ".join(lines[mark.line - 1].split()) if 0 < mark.line <= len(lines) else ""

    @cached_property
    def _lines(self) -> Mapping[str, list[str]]:
        return {page.path: page.source.split("\n") for page in self.pages}

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger alone, for what is to rest on nothing else."""
        return Ledger(
            self.entities,
            self.properties,
            self.kinds,
            today=self.today,
            naming=self.naming,
            words=self.words,
            events=self.events,
        )


def latest(path: str, today: date, uncommitted: Mapping[str, date]) -> date:
    """The latest day that has come for what is written in a file."""
    return max(today, uncommitted.get(path, today))
