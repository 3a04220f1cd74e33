"""What an old address became: pages, statements and headings keep being found under the names they had."""

from __future__ import annotations

from dataclasses import dataclass

from kb.core.mark import Mark


@dataclass(frozen=True, slots=True)
class Address:
    """A page by its path below ``docs/`` without ending, and a place on it, or none."""

    page: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.page}#{self.place}" if self.place else self.page


@dataclass(frozen=True, slots=True)
class Redirect:
    """Whoever asks for the old address is led to the new one; ``mark`` is where that was written."""

    old: Address
    new: Address
    mark: Mark
