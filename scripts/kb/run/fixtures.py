"""Fixtures: what is computed once a run, asked for by parameter name, and never changed.

A fixture is a function. Its name is what others ask for, and its parameters are what it asks for itself: parts of the
corpus (``entities``, ``sources``, ``today``), other fixtures, or the one thing that a rule is called on (``page``).
So what each rests on is declared, and what a change cannot reach is not computed again.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from graphlib import CycleError, TopologicalSorter
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


class Fixtures:
    """The fixtures there are, sorted so that each stands behind what it asks for.

    ``things`` are what is asked for one by one: a fixture that rests on one of them is made anew for each.
    """

    def __init__(self, makes: Iterable[Make], things: Iterable[str] = ()) -> None:
        self.things = frozenset(things)
        found: dict[str, Fixture] = {}
        for make in makes:
            made = Fixture(make.__name__, make, asked(make))
            if made.name in {*found, *PARTS, *self.things}:
                raise BadFixtures(f"{made.name!r} is made twice")
            found[made.name] = made
        known = {*found, *PARTS, *self.things}
        for made in found.values():
            for need in (need for need in made.needs if need not in known):
                raise BadFixtures(f"{made.name!r} asks for {need!r}, which nobody makes")
        try:
            graph = {name: [need for need in made.needs if need in found] for name, made in found.items()}
            self._found = {name: found[name] for name in TopologicalSorter(graph).static_order()}
        except CycleError as error:
            raise BadFixtures(f"these ask for each other: {' › '.join(error.args[1])}") from None
        self._reach: dict[str, frozenset[str]] = {}
        for name, made in self._found.items():
            self._reach[name] = self.reach(made.needs)

    def __contains__(self, name: object) -> bool:
        return name in self._found

    def __getitem__(self, name: str) -> Fixture:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def rests_on_one(self, name: str) -> bool:
        """Is it made anew for each thing of some sort?"""
        return name in self._found and bool(self.things & self._reach[name])

    def reach(self, names: Iterable[str]) -> frozenset[str]:
        """The fields of the corpus, and the things, that these rest on in the end."""
        return frozenset().union(*(self._reach.get(name) or PARTS.get(name) or frozenset({name}) for name in names))


@cache
def asked(make: Make) -> tuple[str, ...]:
    """What a function asks for, by the names of its parameters."""
    return tuple(inspect.signature(make).parameters)


class Run:
    """One run over a corpus: each fixture is made when it is first asked for, and kept.

    ``before`` is an earlier run: what rests on parts that are still the same is taken over from it. ``found`` is for
    what a rule found in a thing, kept by whoever runs rules.
    """

    def __init__(self, corpus: Corpus, known: Fixtures, before: Run | None = None) -> None:
        self.corpus = corpus
        self.known = known
        same = unchanged(corpus, before.corpus) if before else frozenset()
        self.made: dict[str, object] = {}
        self.made_for: dict[tuple[str, object], object] = {}
        self.found: dict[tuple[str, object], tuple[Finding, ...]] = {}
        if before:
            lasting = {name for name in known if known.reach([name]) - known.things <= same}
            self.made = {name: made for name, made in before.made.items() if name in lasting}
            self.made_for = {key: made for key, made in before.made_for.items() if key[0] in lasting}
        self._same = same

    def still_holds(self, names: Iterable[str]) -> bool:
        """Is what these rest on, beside the thing that is looked at, the same as in the run before?"""
        return self.known.reach(names) - self.known.things <= self._same

    def ask(self, make: Callable[..., T], **things: object) -> T:
        """What a fixture makes of this corpus, or of one thing in it: ``ask(reading, page=page)``."""
        return cast(T, self._of(make.__name__, things) if things else self.value(make.__name__))

    def value(self, name: str) -> object:
        """A part of the corpus, or what the fixture of this name makes of it."""
        if name not in self.known:
            return self.corpus if name == "corpus" else getattr(self.corpus, name)
        if name not in self.made:
            self.made[name] = self.call(self.known[name].make, {})
        return self.made[name]

    def call(self, make: Callable[..., T], things: Mapping[str, object]) -> T:
        """Call a function with what it asks for; ``things`` are what it is called on."""
        return self.caller(make)(things)

    def caller(self, make: Callable[..., T]) -> Callable[[Mapping[str, object]], T]:
        """Calls a function with what it asks for, as often as it is called: what is the same for all is asked once."""
        own = [need for need in asked(make) if need in self.known.things]
        for_each = [need for need in asked(make) if need not in own and self.known.rests_on_one(need)]
        shared = [need for need in asked(make) if need not in (*own, *for_each)]
        given: dict[str, object] = {}

        def call(things: Mapping[str, object]) -> T:
            for need in shared if not given else ():
                given[need] = self.value(need)
            for need in own:
                given[need] = things[need]
            for need in for_each:
                given[need] = self._of(need, things)
            return make(**given)

        return call

    def _of(self, name: str, things: Mapping[str, object]) -> object:
        """What a fixture makes of one thing; it is made once for each."""
        (thing,) = self.known.things & self.known.reach([name])
        key = (name, things[thing])
        if key not in self.made_for:
            self.made_for[key] = self.call(self.known[name].make, things)
        return self.made_for[key]


def unchanged(corpus: Corpus, other: Corpus) -> frozenset[str]:
    """The fields that hold the very same things in both."""
    names = (field.name for field in fields(Corpus))
    return frozenset(name for name in names if _is_same(getattr(corpus, name), getattr(other, name)))


def _is_same(one: object, other: object) -> bool:
    """The same thing, or the same things in the same order: the same bytes read anew are the same thing."""
    if one is other:
        return True
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(one[name] is other[name] for name in one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
    return type(one) is type(other) and one == other
