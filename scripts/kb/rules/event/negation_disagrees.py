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
from kb.lang.denial import ELSE
from kb.lang.modality import CLAUSE_END
from kb.verify.grounds import Witnesses
from kb.verify.retold import denied, denies, is_close, is_hidden, is_told, retold, verbs
from kb.verify.verdict import VerifiedPage

_MOST = 0.6
"""So much of the words behind a *not* stands in what tells the same."""
_SHOWN = 7
"""So many words are shown of what is denied."""


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
                "see whether a word such as not or refused was lost or put in; if both are true, record what says so",
                compare=(found.candidate.statement.mark,),
                statement=found.candidate.id,
                seen=(found.words, here),
            )


def _verbs(scope: AnnotatedSentence, witnesses: Witnesses, reader: EventReader) -> Iterator[Turned]:
    """A verb that all statements on its event have the other way."""
    text = scope.sentence.text
    for word in verbs(scope, reader):
        behind = retold(scope, word.start, witnesses)
        same = [(who, each) for who in behind.heard for each in who.events if each.types & word.types]
        if not same or any(each.negated == word.negated for _, each in same):
            continue
        if not word.negated and denies(text, reader):
            continue
        near = [who for who, each in same if each.sure and who in behind.near and is_close(who, text)]
        if near and not (word.negated and any(who.denies for who in near)):
            yield Turned(scope, word.start, word.word, word.negated, near[0])


def _words(scope: AnnotatedSentence, witnesses: Witnesses, reader: EventReader) -> Iterator[Turned]:
    """Words behind a *not* of the sentence that its statement has without any, or the reverse."""
    text = scope.sentence.text
    if not scope.groups:
        return
    behind = retold(scope, len(text), witnesses)
    denials = [(start, words) for start, words in denied(text) if not is_hidden(scope, start, start + 1)]
    if denials and not any(each.denies for each in behind.heard):
        for start, words in denials:
            for candidate in behind.near:
                if is_close(candidate, text) and _holds(words, stems(candidate.own)):
                    yield Turned(scope, start, _shown(text, start), True, candidate)
    denying = [(who, *each) for who in behind.near for each in denied(who.own) if is_close(who, text)]
    if not denying or not all(each.denies for each in behind.near) or ELSE.search(text) or denies(text, reader):
        return
    for candidate, start, words in denying:
        if _holds(words, stems(text)):
            yield Turned(scope, 0, _shown(candidate.own, start), False, candidate)


def _shown(text: str, start: int) -> str:
    """A *not* and the words behind it, in its clause."""
    words = CLAUSE_END.split(text[start:], maxsplit=1)[0].split()
    return " ".join(words[:_SHOWN])


def _holds(words: frozenset[str], text: frozenset[str]) -> bool:
    """Do most of the words behind a *not* stand in the text?"""
    return len(words) > 1 and len(words & text) >= max(2, _MOST * len(words))
