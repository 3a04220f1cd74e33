"""What a text tells to have happened: each word for an event, whether it is denied, and how far it is from done."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from kb.core.model import EventType
from kb.extract.phrases import lowered
from kb.lang import denial, modality, verbs

_REACH = 64
"""So many characters before a word its negation is looked for."""
_NEAR = 48
"""So many before it what says how far it is from done."""


class _Passage:
    """A text with what all its words ask for, found once: where its clauses break, and whether it denies anything."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Where it begins, where its clauses break, and where it ends."""
        return 0, *(match.start() for match in modality.BREAKS.finditer(self.text)), len(self.text)

    @cached_property
    def denies(self) -> bool:
        """Does any word such as *not* stand in it?"""
        return bool(denial.NEGATION.search(self.text))


@dataclass(frozen=True, eq=False)
class EventWord:
    """A word that tells an event: which it may be and where it stands; how it is told is read when it is asked for."""

    types: frozenset[str]
    start: int
    end: int
    _passage: _Passage = field(repr=False)
    _how: frozenset[str] = field(repr=False)
    _before: Sequence[EventWord] = field(repr=False)

    @cached_property
    def word(self) -> str:
        """The word, or the turn of several."""
        return self._passage.text[self.start : self.end]

    @cached_property
    def is_noun(self) -> bool:
        """Does it name the event, and not tell it: *the appeal*, *frozen conflicts*?"""
        named = self._how.isdisjoint(("verb", "denied"))
        text = self._passage.text
        return named or verbs.is_noun(self.word, text[: self.start], text[self.end :])

    @cached_property
    def is_light(self) -> bool:
        """Is it a verb that by itself tells next to nothing: *had*, *took*?"""
        return self._is_auxiliary or self.word.lower() in verbs.LIGHT

    @property
    def denies(self) -> bool:
        """Does it tell by itself that something did not happen: *boycotted*?"""
        return "denied" in self._how

    @property
    def is_past(self) -> bool:
        """Does it tell what was?"""
        return verbs.is_past(self.word)

    @property
    def is_finite(self) -> bool:
        """May it be what a sentence tells by itself?"""
        return verbs.is_finite(self.word)

    @cached_property
    def clause(self) -> tuple[int, int]:
        """Where its clause begins and ends."""
        breaks = self._passage.breaks
        behind = bisect_right(breaks, self.start)
        return breaks[behind - 1], breaks[behind]

    @cached_property
    def negated(self) -> bool:
        """Is it denied, by *not*, *nobody*, *refused to* before it, by *nothing* behind it, or by itself?"""
        behind = bool(denial.BEHIND.match(self._passage.text, self.end))
        return (self._denials + behind + self.denies) % 2 == 1

    @cached_property
    def modality(self) -> str | None:
        """How far it is from done, by the words before it in its clause."""
        text, first, last = self._passage.text, max(self.clause[0], self.start - _NEAR), self.start
        return next((name for name, words in modality.MODALITY.items() if words.search(text, first, last)), None)

    @property
    def passive(self) -> bool:
        """Is its doer, if anybody, told behind *by*?"""
        first = max(self.clause[0], self.start - _REACH)
        return bool(verbs.PASSIVE.search(self._passage.text, first, self.start))

    @property
    def _is_auxiliary(self) -> bool:
        return self.word.lower() in verbs.AUXILIARY

    @property
    def _denials(self) -> int:
        """How many words such as *not* stand before it, in its clause and behind the verb before it."""
        if not self._passage.denies:
            return 0
        text = self._passage.text
        verb = next((each for each in reversed(self._before) if not each.is_noun and not each._is_auxiliary), None)
        first = max(self.clause[0], verb.end if verb else 0, self.start - _REACH)
        if "neither" not in text[first : self.start].lower():
            first = max(first, text.rfind(" and ", first, self.start))
        return len(denial.NEGATION.findall(text, first, self.start))


class EventReader:
    """Knows every word that tells an event; made once for a schema, asked for every text."""

    def __init__(self, events: Mapping[str, EventType]) -> None:
        told: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for event in events.values():
            for form in (form for verb in event.told_by for form in verbs.forms(verb)):
                told[form.lower()].add((event.name, "verb"))
            for form in (form for verb in event.denied_by for form in verbs.forms(verb)):
                told[form.lower()].add((event.name, "denied"))
            for noun in event.nouns:
                told[noun.lower()].add((event.name, "noun"))
            for form in (form for turn in event.not_by for form in verbs.forms(turn)):
                told[form.lower()].add((event.name, "not"))
        self._told = {form: _meant(those) for form, those in told.items()}
        self._forms = list(told)
        self._search = AhoCorasick(self._forms) if self._forms else None
        self._read: dict[str, tuple[EventWord, ...]] = {}

    def read(self, text: str) -> tuple[EventWord, ...]:
        """Every word of a text that tells an event, in order; of two that overlap the first, and then the longer."""
        if text not in self._read:
            self._read[text] = tuple(self._words(text))
        return self._read[text]

    def _words(self, text: str) -> Iterator[EventWord]:
        low = lowered(text)
        found = self._search.find_matches_as_indexes(low, overlapping=True) if self._search else []
        behind, passage = 0, _Passage(text)
        before: list[EventWord] = []
        for start, minus_end, number in sorted((start, -end, number) for number, start, end in found):
            if start < behind or not _is_whole(low, start, -minus_end):
                continue
            behind = -minus_end
            types, how = self._told[self._forms[number]]
            if types:
                word = EventWord(types, start, behind, passage, how, tuple(before))
                before.append(word)
                yield word


def _meant(those: set[tuple[str, str]]) -> tuple[frozenset[str], frozenset[str]]:
    """The events that a form tells, and how: as a verb, a noun, or by denying it."""
    not_told = {name for name, how in those if how == "not"}
    left = [(name, how) for name, how in those if name not in not_told]
    return frozenset(name for name, _ in left), frozenset(how for _, how in left)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def event_reader(events: Mapping[str, EventType]) -> EventReader:
    """The reader of a schema."""
    return EventReader(events)
