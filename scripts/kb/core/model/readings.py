"""What second readers have vouched for: sentences with what they rest on, and how much of what was wrong they saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

LEAST = 80
"""So many of a hundred planted sentences a reader calls wrong, or the batch does not count."""


def is_enough(caught: int, planted: int) -> bool:
    """Was something planted, and enough of it called wrong?"""
    return planted > 0 and 100 * caught >= LEAST * planted


@dataclass(frozen=True, slots=True)
class Batch:
    """What a reader read in one go: how many sentences were found right, and of those planted how many wrong."""

    id: str
    day: date
    role: str
    sentences: int
    planted: int
    caught: int


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that was found right, told by fingerprints: of its words, and of each thing that it rested on.

    ``sketch`` is what a sentence of much the same words shares with it.
    """

    words: str
    sketch: tuple[str, ...]
    rests: frozenset[str]
    batch: str


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """All batches by id, and of each page the sentences that were read."""

    batches: Mapping[str, Batch] = field(default_factory=dict)
    pages: Mapping[str, tuple[Read, ...]] = field(default_factory=dict)
