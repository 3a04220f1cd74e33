"""What a text tells to have happened: each word for an event, whether it is denied, and how far it is from done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from kb.core.model import EventType
from kb.lang import verbs

_REACH = 64
"""So many characters before a word its negation and modality are looked for."""
_BY = 48
"""So many behind a participle its doer."""


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that tells an event: which it may be, where it stands, in which clause, and how it is told."""

    types: frozenset[str]
    start: int
    end: int
    clause: tuple[int, int]
    negated: bool
    modality: str | None
    passive: bool
    is_noun: bool


class EventReader:
    """Knows every word that tells an event; made once for a schema, asked for every text."""

    def __init__(self, events: Mapping[str, EventType]) -> None:
        told: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for event in events.values():
            for verb in event.told_by:
                for form in verbs.forms(verb):
                    told[form.lower()].add((event.name, "verb"))
            for verb in event.denied_by:
                for form in (verb, *verbs.forms(verb)):
                    told[form.lower()].add((event.name, "denied"))
            for noun in event.nouns:
                told[noun.lower()].add((event.name, "noun"))
            for turn in event.not_by:
                for form in (turn, *verbs.forms(turn)):
                    told[form.lower()].add((event.name, "not"))
        self._told = dict(told)
        self._forms = list(told)
        self._search = AhoCorasick(self._forms) if self._forms else None
        self._read: dict[str, tuple[EventWord, ...]] = {}

    def read(self, text: str) -> tuple[EventWord, ...]:
        """Every word of a text that tells an event, in order."""
        if text not in self._read:
            self._read[text] = tuple(self._words_of(text))
        return self._read[text]

    def _words_of(self, text: str) -> Iterator[EventWord]:
        low = text.lower()
        found = self._search.find_matches_as_indexes(low, overlapping=True) if self._search else []
        spans = sorted((start, -end, number) for number, start, end in found if _is_whole(low, start, end))
        breaks = [0, *(match.start() for match in verbs.BREAKS.finditer(text)), len(text)]
        behind = last = 0
        for start, negative_end, number in spans:
            end = -negative_end
            if start < behind:
                continue
            behind = end
            told = self._told[self._forms[number]]
            turned = {name for name, how in told if how == "not"}
            how = {how for name, how in told if name not in turned and how != "not"}
            types = frozenset(name for name, how in told if how != "not" and name not in turned)
            if types:
                clause = _clause(breaks, start)
                head = text[max(clause[0], start - _REACH) : start]
                noun = "verb" not in how and "denied" not in how
                noun = noun or verbs.is_noun(text[start:end], text[:start], text[end:])
                near = text[max(clause[0], last, start - _REACH) : start]
                yield EventWord(
                    types,
                    start,
                    end,
                    clause,
                    _is_negated(near, text[end:], "denied" in how),
                    _modality(head),
                    bool(verbs.PASSIVE.search(head)),
                    noun,
                )
                last = end if not noun and text[start:end].lower() not in verbs.AUXILIARY else last


def _clause(breaks: list[int], at: int) -> tuple[int, int]:
    first = max(point for point in breaks if point <= at)
    return first, min((point for point in breaks if point > at), default=first)


def _is_negated(head: str, rest: str, denied: bool) -> bool:
    times = len(verbs.NEGATION.findall(head)) + bool(verbs.BEHIND.match(rest)) + denied
    return times % 2 == 1


def _modality(head: str) -> str | None:
    near = head[-_BY:]
    return next((name for name, words in verbs.MODALITY.items() if words.search(near)), None)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def event_reader(events: Mapping[str, EventType]) -> EventReader:
    """The reader of a schema."""
    return EventReader(events)
