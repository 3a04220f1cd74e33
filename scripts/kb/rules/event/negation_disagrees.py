"""What is on record as not done is not told as done, nor what was done as not done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import chain

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.evidence.candidate import Candidate
from kb.extract.event_words import EventReader, EventWord
from kb.lang.denial import EXCEPT, LEFT_OUT, SOMEHOW
from kb.lang.modality import CLAUSE_END
from kb.lang.polarity import polarity
from kb.lang.stems import stem, stems
from kb.verify.courses import Courses
from kb.verify.grounds import Witnesses
from kb.verify.retold import denied, denies, is_close, is_hidden, is_told, retold, verbs
from kb.verify.verdict import VerifiedPage

_MOST = 0.5
"""So much of the words behind a *not* stands in what tells the same."""
_BESIDE = 2
"""So many characters before a clause its subject may end: *it was A that …*."""
_WORD = re.compile(r"[^\W\d_]{3,}")
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


def check(
    reading: VerifiedPage, witnesses: Witnesses, event_reader: EventReader, courses: Courses
) -> Iterator[Finding]:
    """What is on record as not done is not told as done, nor what was done as not done."""
    for scope in filter(is_told, reading.scopes):
        words = chain(_words(scope, witnesses, event_reader, courses), _single(scope, witnesses, event_reader))
        found = next(chain(_verbs(scope, witnesses, event_reader), words), None)
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
        if not word.negated and (denies(text, reader) or EXCEPT.search(text)):
            continue
        near = [
            who
            for who, each in same
            if each.sure and who in behind.near and is_close(who, text) and not _is_of_others(scope, word, who)
        ]
        if near and not (word.negated and any(who.denies for who in near)):
            yield Turned(scope, word.start, word.word, word.negated, near[0])


def _is_of_others(scope: AnnotatedSentence, word: EventWord, candidate: Candidate) -> bool:
    """Do its fields tell it of others than the clause names: *A declined to be host*, where B was?"""
    first, last = word.clause
    here = {name.entity_id for name in scope.names if first <= name.start < last}
    before = {name.entity_id for name in scope.names if 0 <= first - name.end <= _BESIDE}
    here = here or (before if word.negated else here)
    events = [event for event in candidate.statement.events if event.type in word.types]
    agents = {id for event in events for _, id in event.named if id in event.agent}
    return bool(here and agents and not here & agents)


def _words(scope: AnnotatedSentence, witnesses: Witnesses, reader: EventReader, courses: Courses) -> Iterator[Turned]:
    """Words behind a *not* of the sentence that its statement has without any, or the reverse."""
    text = scope.sentence.text
    if not scope.groups:
        return
    behind = retold(scope, len(text), witnesses)
    denials = [(start, words) for start, words in denied(text) if not is_hidden(scope, start, start + 1)]
    if denials and not any(each.denies for each in behind.heard):
        for start, words in denials:
            for candidate in behind.near:
                if (
                    is_close(candidate, text)
                    and _holds(words, stems(candidate.own))
                    and not _agrees(scope, start, candidate, reader, courses)
                ):
                    yield Turned(scope, start, _shown(text, start), True, candidate)
    denying = [(who, *each) for who in behind.near for each in denied(who.own) if is_close(who, text)]
    if not denying or not all(each.denies for each in behind.near):
        return
    if EXCEPT.search(text) or LEFT_OUT.search(text) or denies(text, reader):
        return
    for candidate, start, words in denying:
        if _holds(words, stems(text)):
            yield Turned(scope, 0, _shown(candidate.own, start), False, candidate)


def _single(scope: AnnotatedSentence, witnesses: Witnesses, reader: EventReader) -> Iterator[Turned]:
    """A word that the sentence only denies and its statements only tell, or the reverse; no name, which others bear."""
    text = scope.sentence.text
    if not scope.groups:
        return
    behind, here = retold(scope, scope.groups[-1][-1].at, witnesses), polarity(_unquoted(scope))
    close = [each for each in behind.near if (here.denied or polarity(each.own).denied) and is_close(each, text)]
    if not close:
        return
    named = stems(" ".join(name.form for name in scope.names))
    there = [polarity(words) for each in behind.heard for words in each.texts]
    told, denied = ({*chain.from_iterable(p.plain for p in there)}, {*chain.from_iterable(p.denied for p in there)})
    for candidate in close:
        own = polarity(candidate.own)
        lost = (own.denied & here.plain) - told - named
        added = (here.denied & own.plain) - denied - named
        if lost and not SOMEHOW.search(text):
            yield Turned(scope, *_stands(lost, text), False, candidate)
        if added and not any(SOMEHOW.search(words) for each in behind.heard for words in each.texts):
            at, shown = _stands(added, text)
            if not any(_is_of_others(scope, word, candidate) for word in reader.read(text) if word.start == at):
                yield Turned(scope, at, shown, True, candidate)


def _unquoted(scope: AnnotatedSentence) -> str:
    """The sentence with its quotations blanked."""
    text = scope.sentence.text
    for start, end, kind in scope.sentence.masked:
        text = text[:start] + " " * (end - start) + text[end:] if kind == "quote" else text
    return text


def _stands(stemmed: Set[str], text: str) -> tuple[int, str]:
    """Where the first word of a text with one of these stems stands, and the word."""
    return next((word.start(), word[0]) for word in _WORD.finditer(text) if stem(word[0]) in stemmed)


def _agrees(scope: AnnotatedSentence, start: int, candidate: Candidate, reader: EventReader, courses: Courses) -> bool:
    """Is what a *not* denies a denial itself, told of others, or a contrary or another stage of what is on record?"""
    text = scope.sentence.text
    told = frozenset().union(*(each.types for each in candidate.events))
    verb = next(
        (word for word in reader.read(text) if word.start > start and not (word.is_noun or word.is_light)), None
    )
    if not verb or verb.types & told:
        return bool(verb and (verb.denies or _is_of_others(scope, verb, candidate)))
    return any((courses.opposites[name] | courses.neighbours[name]) & told for name in verb.types)


def _shown(text: str, start: int) -> str:
    """A *not* and the words behind it, in its clause."""
    words = CLAUSE_END.split(text[start:], maxsplit=1)[0].split()
    return " ".join(words[:_SHOWN])


def _holds(words: frozenset[str], text: frozenset[str]) -> bool:
    """Do most of the words behind a *not* stand in the text?"""
    return len(words) > 1 and len(words & text) >= max(2, _MOST * len(words))
