"""The nouns of the ledger, frozen: entity, statement, evidence, judgement."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.core.dates import Date
from kb.core.digits import grouped
from kb.core.mark import Mark
from kb.core.model.events import Event
from kb.core.model.order import Order
from kb.core.numbers import Numbers, said

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
    ``at-least``, ``over``, ``under`` or ``up-to``; or it is ``between``, and ``to`` is the larger number.
    """

    n: float
    of: tuple[str, ...]
    bound: str = "exactly"
    to: float | None = None

    @property
    def numbers(self) -> Numbers:
        """Every number that it allows."""
        return Numbers.of(self.n, self.bound, self.to)

    @property
    def written(self) -> tuple[float, ...]:
        """The one number that its source gives, or the two between which it lies."""
        return (self.n,) if self.to is None else (self.n, self.to)

    def __str__(self) -> str:
        first, *second = map(grouped, self.written)
        return f"{said(first, self.bound, *second)} {self.of[0]}"


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
class Withdrawal:
    """Why nobody is to rest on a statement any more, and since when."""

    reason: str
    day: Date


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what of a subject, from when to when. A claim is a statement with a ``stance``.

    ``through`` is the last day something held, ``until`` the first day it no longer did; ``until`` may be open:
    ``open_end`` is then ``ongoing`` (with ``checked``) or ``unknown``.
    ``who`` with ``complete`` is a set of entities that leaves nobody out. ``dates``, ``counts`` and ``articles`` are
    further figures of the same sentence of the source. ``orders`` are its order words ("ten years later").
    ``events`` say in fields what its words tell, the main one first; ``free`` says why no event fits.
    What is ``withdrawn`` keeps its id and its place, and bears nothing out any more.
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
    orders: tuple[Order, ...] = ()
    articles: tuple[int, ...] = ()
    ordinal: int | None = None
    number: str | None = None
    inferred: str | None = None
    superseded_by: str | None = None
    planned: bool = False
    stance: str | None = None
    hedge: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    free: str | None = None
    withdrawn: Withdrawal | None = None

    def __hash__(self) -> int:
        return hash(self.id)

    @builtins.property
    def slug(self) -> str:
        """The part of the id that is unique within its entity."""
        return self.id.partition("#")[2]

    @builtins.property
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

    def __hash__(self) -> int:
        return hash((self.entity, self.question))

    @property
    def statements(self) -> tuple[str, ...]:
        """Every statement it speaks of, the one followed first."""
        return ((self.follow,) if self.follow else ()) + self.over


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what exists. ``also`` are further English forms that prose uses ("the treaty", "Kyrgyz").

    ``acts_as`` is the part that its kind plays for the rules: state, person, office …, or none.
    """

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
    acts_as: str = ""

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def label(self) -> str:
        """Its first English name."""
        return next((n.text for n in self.names if n.language == "en"), self.id)

    @property
    def called(self) -> str:
        """What it is called where there is little room: its short name, or its first English one."""
        return self.short or self.label
