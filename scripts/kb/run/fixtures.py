"""Fixtures: what is computed once a run, asked for by parameter name, and never changed.

A fixture is a function. Its name is what others ask for, and its parameters are what it asks for itself: parts of the
corpus (``entities``, ``sources``, ``today``), other fixtures, or the one thing that a rule is called on (``page``).
So what each rests on is declared, and what a change cannot reach is not computed again.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from graphlib import CycleError, TopologicalSorter
from operator import is_
from types import MappingProxyType
from typing import TypeVar, cast

from kb.core.finding import Finding
from kb.core.model import Corpus, Ledger

T = TypeVar("T")
Make = Callable[..., object]
PARTS: Mapping[str, frozenset[str]] = {
    **{field.name: frozenset({field.name}) for field in fields(Corpus)},
    "ledger": frozenset(field.name for field in fields(Ledger)),
    "corpus": frozenset(field.name for field in fields(Corpus)),
}
"""What may be asked for that is no fixture, each with the fields of the corpus that it holds."""


class BadFixtures(ValueError):
    """Fixtures that cannot be: two of a name, one that asks for what nobody makes, or a circle."""


@dataclass(frozen=True, slots=True)
class Fixture:
    """A function that makes something, under its name, of what its parameters name."""

    name: str
    make: Make
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Things:
    """What is looked at one by one: all of a sort, and the field of the corpus that holds them."""

    part: str
    every: Callable[[Corpus], Iterable[Hashable]]


class Fixtures:
    """The fixtures there are, sorted so that each stands behind what it asks for.

    ``things`` are what is asked for one by one: a fixture that rests on one of them is made anew for each. ``each``
    names what holds all that such a fixture makes, in order: ``{"candidates": "candidate"}``.
    """

    def __init__(
        self,
        makes: Iterable[Make],
        things: Mapping[str, Things | None] = MappingProxyType({}),
        each: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.things = things
        self.each = each
        found: dict[str, Fixture] = {}
        for make in makes:
            made = Fixture(make.__name__, make, asked(make))
            if made.name in {*found, *PARTS, *things, *each}:
                raise BadFixtures(f"{made.name!r} is made twice")
            found[made.name] = made
        known = {*found, *PARTS, *things, *each}
        for made in found.values():
            for need in (need for need in made.needs if need not in known):
                raise BadFixtures(f"{made.name!r} asks for {need!r}, which nobody makes")
        graph = {name: [each.get(need, need) for need in made.needs] for name, made in found.items()}
        try:
            order = TopologicalSorter({name: set(needs) & set(found) for name, needs in graph.items()}).static_order()
            self._found = {name: found[name] for name in order}
        except CycleError as error:
            raise BadFixtures(f"these ask for each other: {' › '.join(error.args[1])}") from None
        self._reach: dict[str, frozenset[str]] = {}
        for name, made in self._found.items():
            self._reach[name] = self.reach(made.needs)
        self._thing = {name: next(iter(self.reach([name]) & things.keys()), "") for name in known}

    def __contains__(self, name: object) -> bool:
        return name in self._found

    def __getitem__(self, name: str) -> Fixture:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def thing(self, name: str) -> str:
        """The sort of thing that it is, or is made anew for each of; empty if it is the same for all."""
        return self._thing[name]

    def reach(self, names: Iterable[str]) -> frozenset[str]:
        """The fields of the corpus, and the things, that these rest on in the end."""
        return frozenset().union(*(self._reached(name) for name in names))

    def _reached(self, name: str) -> frozenset[str]:
        if name not in self.each:
            return self._reach.get(name) or PARTS.get(name) or frozenset({name})
        reached = self._reach[self.each[name]]
        (thing,) = reached & self.things.keys()
        return reached - {thing} | ({sort.part} if (sort := self.things[thing]) else set())

    def every(self, name: str, corpus: Corpus) -> Iterable[object]:
        """All things that this is made for."""
        sort = self.things[self.thing(name)]
        return sort.every(corpus) if sort else ()


@cache
def asked(make: Make) -> tuple[str, ...]:
    """What a function asks for, by the names of its parameters."""
    return tuple(inspect.signature(make).parameters)


@dataclass(frozen=True, slots=True)
class Made:
    """What a fixture made, of what: what it was given for all things alike, and what is this thing's own."""

    shared: tuple[object, ...]
    own: tuple[object, ...]
    value: object


class Run:
    """One run over a corpus: each fixture is made when it is first asked for, and kept.

    ``before`` is an earlier run. What was made of the very same things then is taken over from it; and where something
    is made anew and comes out as it was, what rests on it is taken over all the same. ``looked`` and ``things``
    are for what rules found in what, kept by whoever runs rules. ``step`` is called before anything is made.
    A run ``is_partial`` that did not ask for everything: what it has taken over unasked is as old as the run before it.
    """

    def __init__(
        self,
        corpus: Corpus,
        known: Fixtures,
        before: Run | None = None,
        step: Callable[[Run], None] = lambda run: None,
    ) -> None:
        self.corpus = corpus
        self.known = known
        self.step = step
        self.looked: dict[str, Looked] = {}
        self.things: dict[str, Mapping[Hashable, None]] = {}
        self.is_partial = False
        self._since = same = _unchanged_since(corpus, before)
        self._parts = _parts(corpus, before, same)
        self._before = before.kept if before else {}
        self._steady = frozenset(
            name for name in (*known, *known.each) if known.reach([name]) - known.things.keys() <= same
        )
        self._made: dict[str, dict[object, Made]] = {}
        self._shared: dict[str, tuple[object, ...]] = {}

    def ask(self, make: Callable[..., T], **things: object) -> T:
        """What a fixture makes of this corpus, or of one thing in it: ``ask(reading, page=page)``."""
        return cast(T, self.value(make.__name__, things))

    def call(self, make: Callable[..., T], things: Mapping[str, object]) -> T:
        """Call a function with what it asks for; ``things`` are what it is called on."""
        return make(**{need: self.value(need, things) for need in asked(make)})

    def value(self, name: str, things: Mapping[str, object] = MappingProxyType({})) -> object:
        """A thing, a part of the corpus, or what the fixture of this name makes of it."""
        if name in things:
            return things[name]
        if name in self._parts:
            return self._parts[name]
        thing = things[self.known.thing(name)] if self.known.thing(name) else None
        made = self._made.setdefault(name, {})
        if thing not in made:
            made[thing] = self._taken(name, thing) or self._new(name, thing, things)
        return made[thing].value

    def _taken(self, name: str, thing: object) -> Made | None:
        """What was made before, where nothing has changed that it rests on."""
        return self._before.get(name, {}).get(thing) if name in self._steady else None

    def _new(self, name: str, thing: object, things: Mapping[str, object]) -> Made:
        return self._all(name) if name in self.known.each else self._make(self.known[name], thing, things)

    def _make(self, fixture: Fixture, thing: object, things: Mapping[str, object]) -> Made:
        self.step(self)
        shared, own = self.shared(fixture.name, fixture.needs), self.own(fixture.needs, things)
        before = self._before.get(fixture.name, {}).get(thing)
        if before and are_same(before.shared, shared) and are_same(before.own, own):
            return before
        value = self.call(fixture.make, things)
        return Made(shared, own, before.value if before and is_same(value, before.value) else value)

    def _all(self, name: str) -> Made:
        one = self.known.each[name]
        those = tuple(self.value(one, {self.known.thing(one): thing}) for thing in self.known.every(one, self.corpus))
        before = self._before.get(name, {}).get(None)
        return before if before and is_same(those, before.value) else Made((), (), those)

    def shared(self, name: str, needs: Iterable[str]) -> tuple[object, ...]:
        """What a fixture or rule of this name asks for that is the same for all things."""
        if name not in self._shared:
            self._shared[name] = tuple(self.value(need) for need in needs if not self.known.thing(need))
        return self._shared[name]

    def own(self, needs: Iterable[str], things: Mapping[str, object]) -> tuple[object, ...]:
        """What is asked for that is made of this thing alone, beside the thing."""
        return tuple(self.value(need, things) for need in needs if self.known.thing(need) and need not in things)

    @cached_property
    def kept(self) -> Mapping[str, Mapping[object, Made]]:
        """All that was made in this run, or before it of what is still there: for the next one."""
        there = {None, *(thing for sort in self.known.things.values() if sort for thing in sort.every(self.corpus))}
        found = {
            name: {thing: made for thing, made in those.items() if thing in there}
            for name, those in self._before.items()
        }
        for name, those in self._made.items():
            found.setdefault(name, {}).update(those)
        return found


def _parts(corpus: Corpus, before: Run | None, same: frozenset[str]) -> dict[str, object]:
    """The parts of a corpus; of each that holds the very same things as before, the one of before."""
    parts = {name: corpus if name == "corpus" else getattr(corpus, name) for name in PARTS}
    return {name: before._parts[name] if before and PARTS[name] <= same else part for name, part in parts.items()}


@dataclass(frozen=True, slots=True)
class Looked:
    """What a rule found in things: given what for all alike, and what of each one's own, if it asks for any.

    Things of which it says nothing are not in ``found``; ``None`` stands there for what it broke down on.
    """

    shared: tuple[object, ...]
    own: Mapping[Hashable, tuple[object, ...]]
    found: Mapping[Hashable, tuple[Finding, ...] | None]

    def still_holds(self, thing: Hashable, own: tuple[object, ...]) -> bool:
        """Was it asked the very same of this thing, and did it answer?"""
        return thing in self.own and are_same(self.own[thing], own) and self.found.get(thing, ()) is not None


def are_same(those: tuple[object, ...], others: tuple[object, ...]) -> bool:
    """Are they the very same, one by one?"""
    return len(those) == len(others) and all(map(is_, those, others))


def unchanged(corpus: Corpus, other: Corpus) -> frozenset[str]:
    """The fields that hold the very same things in both."""
    names = (field.name for field in fields(Corpus))
    return frozenset(name for name in names if is_same(getattr(corpus, name), getattr(other, name)))


def _unchanged_since(corpus: Corpus, before: Run | None) -> frozenset[str]:
    """The fields that hold what they held when all was made that the run before can hand over."""
    if before is None:
        return PARTS["corpus"]
    same = unchanged(corpus, before.corpus)
    return same & before._since if before.is_partial else same


def is_same(one: object, other: object) -> bool:
    """The same thing, or the same things in the same order: the same bytes read anew are the same thing."""
    if one is other:
        return True
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(_is_one(one[name], other[name]) for name in one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_is_one, one, other))
    return _is_one(one, other)


def _is_one(one: object, other: object) -> bool:
    return one is other or (type(one) is type(other) and one == other)
