"""The outlines of the states of the world, each found by the code that its entity has; ``outlines.json`` has them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from kb.core.model import Entity

Place = tuple[float, float]
"""Degrees of longitude and latitude."""
Ring = tuple[Place, ...]
"""A border that ends where it begins."""
FILE = Path(__file__).with_name("outlines.json")
"""Made by ``scripts/outlines.py``."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """The rings of each state, under which identifier an entity has the code of its state, and whose work they are."""

    states: Mapping[str, tuple[Ring, ...]]
    scheme: str
    source: str

    def code(self, entity: Entity) -> str:
        """The code of the state that an entity is; empty if the entity has none, or nobody has drawn it."""
        code = entity.ids.get(self.scheme, "")
        return code if code in self.states else ""


@cache
def outlines() -> Outlines:
    """What the file holds, read once."""
    held = json.loads(FILE.read_text("utf-8"))
    lines = [_line(steps, held["fine"]) for steps in held["arcs"]]
    states = {code: tuple(_ring(numbers, lines) for numbers in rings) for code, rings in held["states"].items()}
    return Outlines(states, held["scheme"], held["source"])


def _line(steps: Sequence[int], fine: float) -> Ring:
    """A border told by where it begins and each step on."""
    longitudes, latitudes = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((x * fine, y * fine) for x, y in zip(longitudes, latitudes, strict=True))


def _ring(numbers: Sequence[int], lines: Sequence[Ring]) -> Ring:
    """Borders put together, each without its last place, where the next begins; ``~n`` is run through backwards."""
    return tuple(place for n in numbers for place in (lines[n] if n >= 0 else lines[~n][::-1])[:-1])
