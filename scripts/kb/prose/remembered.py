"""Remembers what was made of a ledger, for as long as its entities are the same ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from kb.model import Corpus, Entity

T = TypeVar("T")
_KEPT = 4


def per_ledger(make: Callable[[Corpus], T]) -> Callable[[Corpus], T]:
    """Make it once for a ledger. Replacing a page or a source makes a new corpus of the same entities, and no new work.

    So what is made may depend on entities and properties only.
    """
    by_corpus: WeakKeyDictionary[Corpus, T] = WeakKeyDictionary()
    last: list[tuple[tuple[Entity, ...], object, T]] = []

    @wraps(make)
    def made(corpus: Corpus) -> T:
        if corpus not in by_corpus:
            entities, laws = tuple(corpus.entities.values()), corpus.properties
            known = [it for those, law, it in last if law is laws and _are_same(those, entities)]
            value = known[0] if known else make(corpus)
            last[:] = [(entities, laws, value), *last[: _KEPT - 1]]
            by_corpus[corpus] = value
        return by_corpus[corpus]

    return made


def _are_same(one: tuple[Entity, ...], other: tuple[Entity, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
