"""Remembers what was made of a ledger or a bibliography, for as long as its entities or sources are the same ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from kb.core.model import Corpus

T = TypeVar("T")
Parts = tuple[object, ...]
_KEPT = 4


def per_ledger(make: Callable[[Corpus], T]) -> Callable[[Corpus], T]:
    """Make it once for a ledger. Replacing a page or a source makes a new corpus of the same entities, and no new work.

    So what is made may depend on entities and properties only.
    """
    return _per(lambda corpus: (corpus.properties, *corpus.entities.values()), make)


def per_library(make: Callable[[Corpus], T]) -> Callable[[Corpus], T]:
    """Make it once for a bibliography: what is made may depend on sources only."""
    return _per(lambda corpus: tuple(corpus.sources.values()), make)


def _per(parts: Callable[[Corpus], Parts], make: Callable[[Corpus], T]) -> Callable[[Corpus], T]:
    by_corpus: WeakKeyDictionary[Corpus, T] = WeakKeyDictionary()
    last: list[tuple[Parts, T]] = []

    @wraps(make)
    def made(corpus: Corpus) -> T:
        if corpus not in by_corpus:
            these = parts(corpus)
            known = [it for those, it in last if _are_same(those, these)]
            value = known[0] if known else make(corpus)
            last[:] = [(these, value), *last[: _KEPT - 1]]
            by_corpus[corpus] = value
        return by_corpus[corpus]

    return made


def _are_same(one: Parts, other: Parts) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
