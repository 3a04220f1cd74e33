"""What is on record as not done is not told as done, nor what was done as not done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.evidence.candidate import Candidate
from kb.extract.event_words import EventReader
from kb.extract.stems import stems
from kb.lang.verbs import ELSE
from kb.verify.grounds import Witnesses
from kb.verify.retold import denied, denies, is_close, is_hidden, is_told, retold, verbs
from kb.verify.verdict import VerifiedPage


@dataclass(frozen=True, slots=True)
class Turned:
    """What a sentence denies and its statement tells, or the reverse: where, in which words, and how it is told."""

    scope: AnnotatedSentence
    at: int
    words: str
    denied: bool
    candidate: Candidate


def check(reading: VerifiedPage, witnesses: Witnesses, event_reader: EventReader) -> Iterator[Finding]:
    """What is on record as not done is not told as done, nor what was done as not done."""
    for scope in filter(is_told, reading.scopes):
        found = next(chain(_verbs(scope, witnesses, event_reader), _words(scope, witnesses, event_reader)), None)
        if found:
            here, there = ("denied", "it is on record") if found.denied else ("told", "it is on record as not so")
            yield doubtful(
                scope.sentence.place(reading.page.path, found.at),
                f"“{found.words}” is {here}, but {there} ({found.candidate.id})",
                "see whether a word such as not, no or refused was lost or put in; if both are true, record what says so",
                compare=(found.candidate.statement.mark,),
                statement=found.candidate.id,
                seen=(found.words, here),
            )


def _verbs(scope: AnnotatedSentence, witnesses: Witnesses, reader: EventReader) -> Iterator[Turned]:
    """A verb that all statements on its event have the other way."""
    text = scope.sentence.text
    for word in verbs(scope, reader):
        if not word.negated and denies(text, reader):
            continue
        behind = retold(scope, word.start, witnesses)
        same = [(who, each) for who in behind.heard for each in who.events if each.types & word.types]
        if not same or any(each.negated == word.negated for _, each in same):
            continue
        near = [who for who, each in same if each.sure and who in behind.near and is_close(who, text)]
        if near and not (word.negated and any(denies(words, reader) for who in near for words in who.texts)):
            yield Turned(scope, word.start, text[word.start : word.end], word.negated, near[0])


def _words(scope: AnnotatedSentence, witnesses: Witnesses, reader: EventReader) -> Iterator[Turned]:
    """Words behind a *not* of the sentence that its statement has without any, or the reverse."""
    text = scope.sentence.text
    behind = retold(scope, len(text) if scope.groups else 0, witnesses)
    if not scope.groups or not behind.near:
        return
    denials = [
        (start, words) for start, words in denied(text) if not is_hidden(scope, start, start + 1)
    ]
    plain = not any(_denies(each, reader) for each in behind.heard)
    for start, words in denials if plain else ():
        for candidate in (each for each in behind.near if is_close(each, text)):
            if _holds(words, stems(candidate.own)):
                yield Turned(scope, start, text[start : start + 40].split(",")[0], True, candidate)
    if denies(text, reader) or ELSE.search(text):
        return
    for candidate in behind.near:
        for start, words in denied(candidate.own):
            if _holds(words, stems(text)) and all(_denies(each, reader) for each in behind.near):
                yield Turned(scope, 0, candidate.own[start : start + 40].split(",")[0], False, candidate)


def _denies(candidate: Candidate, reader: EventReader) -> bool:
    """Does a statement deny anything, in its fields, its words or its quotes, or leave anybody out?"""
    fields = any(event.negated for event in candidate.statement.events)
    return fields or any(denies(text, reader) or ELSE.search(text) for text in candidate.texts)


def _holds(words: frozenset[str], text: frozenset[str]) -> bool:
    """Do most of the words behind a *not* stand in the text?"""
    return len(words) > 1 and len(words & text) >= max(2, 0.6 * len(words))
