"""The lines of prose of a page, told by syntax alone: what the rules see plays no part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kb_plant.planted import Planted, Sheet

CITED = re.compile(r"\s*\{cite:[pt]\}`([^`]*)`")
KEY = re.compile(r"(?<![\w{])[A-Z]\w+(?=\{|,|$)")
_HIDDEN = re.compile(r"\{[\w:]+\}`[^`]*`|\]\([^)]*\)|`[^`]*`|\[[^\]]*\]\{\.own\}|\[\^[^\]]*\]|https?://\S+")
_FENCE = re.compile(r"^\s*(`{3,}|:{3,})")
_MACHINERY = re.compile(r"\s*(?::[\w-]+:|\(\w+\)=|\|?\s*-{2,})")
"""Options, targets and the rule below a table's head."""


@dataclass(frozen=True)
class Line:
    """One line of a page and where it begins."""

    sheet: Sheet
    offset: int
    text: str

    @cached_property
    def hidden(self) -> list[tuple[int, int]]:
        """Roles, links, code and addresses."""
        return [match.span() for match in _HIDDEN.finditer(self.text)]

    @property
    def is_heading(self) -> bool:
        """Is it a heading?"""
        return self.text.startswith("#")

    @property
    def is_row(self) -> bool:
        """Is it a row of a pipe table?"""
        return self.text.startswith("|")

    @property
    def is_sentence(self) -> bool:
        """Is it a line of a paragraph, and no item, row, heading or fence?"""
        return self.text[0].isalpha() or self.text[0] == "“"

    def free(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches that touch no role, link, code or address."""
        for match in pattern.finditer(self.text):
            if not any(a < match.end() and match.start() < b for a, b in self.hidden):
                yield match

    def plant(self, kind: str, span: tuple[int, int], new: str, strict: bool = False) -> Planted:
        """Plant at a span of this line."""
        return self.sheet.plant(kind, self.offset + span[0], self.offset + span[1], new, strict)

    def cited(self) -> Iterator[tuple[str, str]]:
        """Key and locator of every citation."""
        for match in CITED.finditer(self.text):
            yield from re.findall(r"([A-Z]\w+)(?:\{([^}]*)\})?", match[1])


def prose(sheet: Sheet) -> list[Line]:
    """The lines of prose and the headings: no front matter, no options, no bodies of derived directives."""
    found, offset, silent, fence = [], 0, sheet.text.startswith("---\n"), ""
    for number, line in enumerate(sheet.text.splitlines(keepends=True)):
        opened = _FENCE.match(line)
        if number and silent and not fence and line.startswith("---"):
            silent = False
        elif opened and not fence:
            fence = opened[1] if re.search(r"\{(?:kb:|code|toctree|bibliography)", line) else ""
            silent = silent or bool(fence)
        elif fence and opened and line.strip() == fence:
            silent, fence = False, ""
        elif not silent and line.strip() and not _MACHINERY.match(line):
            found.append(Line(sheet, offset, line))
        offset += len(line)
    return found
