"""What a reader is dealt: sentences as they stand, and among them some that were made false."""

from __future__ import annotations

import random
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from kb_read.falsehoods import Falsehood, Liar
from kb_read.given import Given

ONE_IN = 20
"""One sentence in so many is planted, wherever chance has it."""


class NothingToPlant(Exception):
    """None of the sentences can be made false, or there is but one; the message says so."""


@dataclass(frozen=True, slots=True)
class Dealt:
    """One sentence of a batch; ``false`` is what the reader is given instead of it."""

    given: Given
    false: Falsehood | None = None

    @property
    def text(self) -> str:
        """What the reader is given."""
        return self.false.text if self.false else self.given.text


@dataclass(frozen=True, slots=True)
class Deal:
    """A batch as it is dealt, in the order of the pages."""

    batch: str
    those: tuple[Dealt, ...]


def deal(given: Sequence[Given], liar: Liar, seed: int | None = None) -> Deal:
    """Make some of these sentences false. How many is left to chance, so that nobody knows when the last was found.

    A seed draws the same ones each time; the batch has a name of its own all the same.
    """
    draw = random.SystemRandom() if seed is None else random.Random(seed)  # noqa: S311  # a seed is for tests
    wanted = max(1, sum(draw.random() < 1 / ONE_IN for _ in given))
    planted: dict[int, Falsehood] = {}
    for n in draw.sample(range(len(given)), len(given)):
        if len(planted) >= min(wanted, len(given) - 1):
            break
        false = _one(liar, given[n], draw)
        if false:
            planted[n] = false
    if not planted:
        told = f"of {len(given)} sentences none can be made false, so the reading cannot be measured"
        raise NothingToPlant(f"{told}; read more at once")
    return Deal(secrets.token_hex(4), tuple(Dealt(each, planted.get(n)) for n, each in enumerate(given)))


def _one(liar: Liar, given: Given, draw: random.Random) -> Falsehood | None:
    """A falsehood of a kind drawn first, so that the many years of a sentence do not outweigh the rest."""
    kinds: dict[str, list[Falsehood]] = {}
    for each in liar.falsehoods(given):
        kinds.setdefault(each.kind, []).append(each)
    return draw.choice(kinds[draw.choice(sorted(kinds))]) if kinds else None
