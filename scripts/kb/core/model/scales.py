"""Words that exclude one another, frozen: what the schema declares of scales such as *earlier* and *later*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.core.mark import Mark


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """A scale with its sides, each with the words that tell it: what is on one side is not on another."""

    name: str
    sides: Mapping[str, tuple[str, ...]]
    mark: Mark
