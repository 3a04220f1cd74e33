"""Finds the names of known entities in a text: whole words, the longest name at each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ahocorasick_rs import AhoCorasick

from kb.annotate.spans import EntitySpan
from kb.core.model import Entity


class NameFinder:
    """Knows every form of every entity; made once for a ledger, asked for every text."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.forms = _forms(entities)
        self._names = list(self.forms)
        self._search = AhoCorasick(self._names) if self._names else None
        self._found: dict[str, tuple[EntitySpan, ...]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NameFinder) and list(self.forms.items()) == list(other.forms.items())

    __hash__ = object.__hash__

    def find(self, text: str) -> tuple[EntitySpan, ...]:
        """Every name in order: in ``Russia's`` and ``Russian-led`` there is one, in ``Kazakhstani`` no ``Kazakh``."""
        if text not in self._found:
            self._found[text] = tuple(sorted(self._longest(text), key=lambda name: name.start))
        return self._found[text]

    def _longest(self, text: str) -> Iterator[EntitySpan]:
        """The longer of two names that share a word stands: ``strategy to 2025``, not ``the strategy``."""
        matches = self._search.find_matches_as_indexes(text, overlapping=True) if self._search else []
        taken: list[tuple[int, int]] = []
        for length, start, number in sorted((start - end, start, number) for number, start, end in matches):
            end = start - length
            if _is_whole(text, start, end) and not any(start < there and here < end for here, there in taken):
                taken.append((start, end))
                form = self._names[number]
                yield EntitySpan(start, end, self.forms[form], form)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _forms(entities: Mapping[str, Entity]) -> dict[str, str]:
    """Each form with its entity; the first entity in order keeps a form that two have."""
    forms: dict[str, str] = {}
    for entity in entities.values():
        for form in spellings(entity):
            if form.strip():
                forms.setdefault(form, entity.id)
                forms.setdefault(form[0].upper() + form[1:], entity.id)
    for entity in entities.values():
        if entity.acts_as == "person":
            for name in entity.names:
                forms.setdefault(name.text.split()[-1] if name.text.split() else entity.id, entity.id)
    return forms


def spellings(entity: Entity) -> tuple[str, ...]:
    """Every form in which the ledger has an entity's name, but for a person's family name alone."""
    return (*(name.text for name in entity.names), *entity.also, *((entity.short,) if entity.short else ()))


def finder(entities: Mapping[str, Entity]) -> NameFinder:
    """The finder of a ledger."""
    return NameFinder(entities)
