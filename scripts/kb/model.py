"""The nouns of the knowledge base, frozen: entity, statement, evidence, judgement, source, property, page, corpus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kb.dates import Date
from kb.finding import Finding
from kb.mark import Mark

Marks = Mapping[str, Mark]
"""Where each field was written, by field name; list items as ``who.0``, nested fields as ``strength.n``."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the language it is in (``en``, ``ru`` …)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: ``n`` of what, and whether it is a bound.

    ``of`` are the unit nouns that prose may use, in the singular or plural. ``bound`` is ``exactly``, ``about``,
    ``over``, ``under`` or ``up-to``.
    """

    n: float
    of: tuple[str, ...]
    bound: str = "exactly"

    def __str__(self) -> str:
        number = f"{self.n:,.0f}" if self.n == int(self.n) else f"{self.n:,}"
        return " ".join(([] if self.bound == "exactly" else [self.bound.replace("-", " ")]) + [number, self.of[0]])


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source that says so: where in it, in which words, and how much of it was seen (``full`` or ``excerpt``)."""

    by: str
    at: str
    quote: str
    seen: str
    mark: Mark
    marks: Marks = field(default_factory=dict)


Value = Date | Count | str | tuple[str, ...]
"""A date, a count, a text, or the ids of entities (always a tuple, also for one)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what of a subject, from when to when. A claim is a statement with a ``stance``.

    ``through`` is the last day something held, ``until`` the first day it no longer did; ``until`` may be open:
    ``open_end`` is then ``ongoing`` (with ``checked``) or ``unknown``.
    ``who`` with ``complete`` is a set of entities that leaves nobody out. ``dates``, ``counts`` and ``articles`` are
    further figures of the same sentence of the source. ``scope`` are words that limit it ("up to", "as of").
    """

    id: str
    subject: str
    property: str
    value: Value
    evidence: tuple[Evidence, ...]
    mark: Mark
    marks: Marks
    on: Date | None = None
    from_: Date | None = None
    until: Date | None = None
    through: Date | None = None
    as_of: Date | None = None
    open_end: str | None = None
    checked: Date | None = None
    as_: str | None = None
    who: tuple[str, ...] = ()
    complete: bool = False
    where: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    dates: tuple[Date, ...] = ()
    counts: tuple[Count, ...] = ()
    articles: tuple[int, ...] = ()
    ordinal: int | None = None
    number: str | None = None
    inferred: str | None = None
    superseded_by: str | None = None
    stance: str | None = None
    hedge: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The part of the id that is unique within its entity."""
        return self.id.partition("#")[2]

    @property
    def is_claim(self) -> bool:
        """Does this judgement belong to its author?"""
        return self.stance is not None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Where statements disagree: which one we follow over which others and why, or that it is left open and why."""

    question: str
    follow: str | None
    over: tuple[str, ...]
    because: str
    entity: str
    mark: Mark
    marks: Marks = field(default_factory=dict)

    @property
    def statements(self) -> tuple[str, ...]:
        """Every statement it speaks of, the one followed first."""
        return ((self.follow,) if self.follow else ()) + self.over


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what exists. ``also`` are further English forms that prose uses ("the treaty", "Kyrgyz")."""

    id: str
    kind: str
    names: tuple[Name, ...]
    also: tuple[str, ...]
    part_of: tuple[str, ...]
    ids: Mapping[str, str]
    statements: tuple[Statement, ...]
    judgements: tuple[Judgement, ...]
    mark: Mark
    marks: Marks
    stands_for: str | None = None
    short: str | None = None

    @property
    def label(self) -> str:
        """Its first English name."""
        return next((n.text for n in self.names if n.language == "en"), self.id)


@dataclass(frozen=True, slots=True)
class Property:
    """The law of one property, declared in ``docs/facts/schema``; generic rules read this and know no property by name."""

    name: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    label: str
    at_once: int | None = None
    once: bool = False
    time: str = "none"
    qualifiers: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    enum: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inverse: str | None = None
    symmetric: bool = False
    unit: tuple[str, ...] = ()
    roll: str | None = None
    existence: str | None = None
    not_before: tuple[str, ...] = ()
    future: bool = False
    mark: Mark = Mark("docs/facts/schema/properties.yaml")


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of ``refs.bib`` with what we know of it as evidence: ``rank`` is primary, secondary or tertiary."""

    key: str
    type: str
    fields: Mapping[str, str]
    rank: str
    authors: tuple[str, ...]
    mark: Mark
    marks: Marks = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title as printed, without BibTeX braces."""
        return self.fields.get("title", "").replace("{", "").replace("}", "")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in prose: key, locator (may be empty) and where; ``at`` is its offset in the sentence's text."""

    key: str
    locator: str
    at: int
    mark: Mark
    role: str = "cite:p"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, table row, list item line, caption or heading of a page.

    ``text`` is what a reader sees, with roles for citations removed; ``places[i]`` is the line and column in the
    file of ``text[i]``. ``masked`` are spans that are no prose of ours: ``code``, ``role``, ``link``, ``own``, ``quote``.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    citations: tuple[Citation, ...]
    masked: tuple[tuple[int, int, str], ...]
    mark: Mark

    def place(self, path: str, at: int) -> Mark:
        """Where the character at offset ``at`` was written."""
        if not self.places:
            return self.mark
        line, column = self.places[min(at, len(self.places) - 1)]
        return Mark(path, line, column)


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences that belong together: a paragraph, an item, a row …; ``group`` joins the rows of one table or list.

    ``kind`` is paragraph, heading, item, row, header-row, caption, footnote, quote, admonition or front-matter.
    """

    kind: str
    sentences: tuple[Sentence, ...]
    group: int
    line: int
    section: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity or statement that a page names by id, in front matter, a role or a directive."""

    id: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Page:
    """A MyST page as the checker reads it. ``vouched`` pages are held against the ledger; others only for form."""

    path: str
    title: str
    about: tuple[str, ...]
    front: Mapping[str, str]
    blocks: tuple[Block, ...]
    source: str
    vouched: bool
    references: tuple[Reference, ...] = ()
    faults: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class LockedSentence:
    """What ``sources.lock`` keeps of one sentence of a source: fingerprints, figures and names, never its words."""

    fingerprint: str
    locator: str
    figures: tuple[str, ...]
    names: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LockedSource:
    """A source whose whole text was at hand when ``kb lock`` ran."""

    key: str
    fingerprint: str
    sentences: tuple[LockedSentence, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that we accept: which, because, decided by whom, with the values it saw."""

    rule: str
    where: str
    seen: tuple[str, ...]
    because: str
    mark: Mark

    def concerns(self, finding: Finding) -> bool:
        """Does it name this rule at this statement or in this file?"""
        return self.rule == finding.rule and self.where in (finding.statement, finding.mark.path)

    def excuses(self, finding: Finding) -> bool:
        """Was exactly this accepted? A finding without values of its own is known by its text."""
        return self.concerns(finding) and sorted(self.seen) == sorted(finding.seen or (finding.text,))


@dataclass(frozen=True, eq=False)
class Corpus:
    """Everything the rules may look at: the ledger, the bibliography, the pages and the day that counts as today."""

    entities: Mapping[str, Entity]
    properties: Mapping[str, Property]
    kinds: Mapping[str, str]
    sources: Mapping[str, Source]
    pages: tuple[Page, ...]
    lock: Mapping[str, LockedSource]
    boilerplate: Mapping[str, str]
    waivers: tuple[Waiver, ...]
    today: date
    faults: tuple[Finding, ...] = ()

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
