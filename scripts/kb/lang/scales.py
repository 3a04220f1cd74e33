"""Words that exclude one another in English: scales such as *earlier* and *later*, each side with its words.

They stand in ``contrasts.txt``: a scale on a line of its own, below it each side with a colon and its words. Where the
sides of a scale are ``rising``, an earlier one may be told of what has come to a later: what is adopted was a draft.
Words that say something only ``of what follows``, as *after*, are against one another before the same word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TURNS = frozenset(
    "only on|only in|only after|only when|only then|only at|only from|if only|at least once|as soon as|as far as".split(
        "|"
    )
)
"""Turns in which words of a scale tell no side of it: *only on 7 January* leaves out no other thing."""
CONTRASTS = Path(__file__).with_name("contrasts.txt")


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """A scale with its sides, each with the words that tell it: what is on one side is not on another."""

    name: str
    sides: Mapping[str, tuple[str, ...]]
    rising: bool = False
    of_what_follows: bool = False


@cache
def scales() -> Mapping[str, Scale]:
    """Every scale of the language."""
    found: dict[str, Scale] = {}
    sides: dict[str, tuple[str, ...]] = {}
    for line in CONTRASTS.read_text("utf-8").splitlines():
        if line.startswith(" "):
            side, _, words = line.strip().partition(": ")
            sides[side] = tuple(words.split(", "))
        else:
            name, _, how = line.partition(" (")
            sides = {}
            found[name] = Scale(name, sides, how == "rising)", how == "of what follows)")
    return found
