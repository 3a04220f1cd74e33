"""What words beside a date say happened, by the words that the schema has for each property."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.core.model import Property

_REACH = 60
"""So many characters before or behind a date its words are looked for."""
_WHEN = re.compile(r"(?:^|\b(?:on|in|of|since|from|dated) )(?:early |mid-|late )?$")
"""What stands before the day on which something happened; *to 2025* and *until 2025* tell of something else."""
_OPENING = frozenset({"", "on", "in", "since", "by"})


class Happenings:
    """The properties of a schema by the words that tell them."""

    def __init__(self, properties: Mapping[str, Property]) -> None:
        self._told: dict[str, frozenset[str]] = {}
        for name, declared in properties.items():
            for words in declared.told_by:
                self._told[words.lower()] = self._told.get(words.lower(), frozenset()) | {name}
        self.known = frozenset().union(*self._told.values())
        longest_first = sorted(self._told, key=len, reverse=True)
        self._words = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b") if self._told else None

    def beside(self, text: str, date: tuple[int, int], clause: tuple[int, int]) -> frozenset[str]:
        """What the last of these words before a date tells in its clause; of one that opens it, the first behind."""
        text, (first, last), (start, end) = text.lower(), date, clause
        if self._words is None or not _WHEN.search(text[:first]):
            return frozenset()
        told = [match[0] for match in self._words.finditer(text, max(start, first - _REACH), first)][-1:]
        if not told and text[start:first].strip(" ,") in _OPENING:
            after = self._words.search(text, last, min(end, last + _REACH))
            told = [after[0]] if after else []
        return self._told[told[0]] if told else frozenset()


def happenings(properties: Mapping[str, Property]) -> Happenings:
    """The words of a schema that tell what happened."""
    return Happenings(properties)
