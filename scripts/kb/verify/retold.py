"""Which statements a sentence retells: what it tells is held against these, and excused by all that its sources say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.annotate.spans import AnnotatedSentence
from kb.core.model.pages import HARD
from kb.evidence.candidate import Candidate
from kb.extract.event_words import EventReader, EventWord
from kb.lang.denial import NEGATION, is_sought
from kb.lang.polarity import denials
from kb.lang.stems import stems
from kb.verify.grounds import Witnesses

_DENIED = 7
"""So many words behind a *not* it denies."""
_CLAUSE = re.compile(r"[,;:.(—]| (?:but|and|that|because|since|when|which|who) ")
_CLOSE, _WHOLE = 3, 0.5
"""So many words of a statement, or so much of a short one, stand in what retells it."""


@dataclass(frozen=True, slots=True)
class Retold:
    """What stands behind a place of a sentence: all that its sources say there, and of this what it retells."""

    heard: tuple[Candidate, ...]
    near: tuple[Candidate, ...]


def retold(scope: AnnotatedSentence, at: int, witnesses: Witnesses) -> Retold:
    """The statements behind a place in a sentence; behind the last citation it stands on nothing."""
    behind_all = bool(scope.groups) and at > scope.groups[-1][-1].at and at < len(scope.sentence.text)
    if behind_all:
        return Retold((), ())
    cited = scope.cited(at)
    return Retold(witnesses.evidence.heard(cited), witnesses.evidence.near(cited, scope.sentence.text))


def is_close(candidate: Candidate, text: str) -> bool:
    """Does the text have much of the statement's own words, so that it is this that it retells?"""
    own = stems(candidate.own)
    shared = len(own & stems(text))
    return shared >= _CLOSE or (shared > 1 and shared >= _WHOLE * len(own))


def is_told(scope: AnnotatedSentence) -> bool:
    """Does the sentence tell what happened, and is it no heading, and not on what was looked for in vain?"""
    return not (scope.block.is_headline or is_sought(scope.sentence.text))


def verbs(scope: AnnotatedSentence, reader: EventReader) -> tuple[EventWord, ...]:
    """The verbs of a sentence that tell an event, but for those within quotations, names and roles."""
    return tuple(
        word
        for word in reader.read(scope.sentence.text)
        if not word.is_noun and not word.is_light and not is_hidden(scope, word.start, word.end)
    )


def is_hidden(scope: AnnotatedSentence, start: int, end: int) -> bool:
    """Does it stand within a quotation, a name or what is no prose?"""
    masked = any(a < end and start < b for a, b, kind in scope.sentence.masked if kind in HARD | {"quote"})
    return masked or any(name.start < end and start < name.end for name in scope.names)


@lru_cache(maxsize=16384)
def denies(text: str, reader: EventReader) -> bool:
    """Is anything denied in a text, by *not* or by a verb such as *boycott*?"""
    return bool(NEGATION.search(text)) or any(word.negated for word in reader.read(text))


@lru_cache(maxsize=16384)
def denied(text: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """Every *not* of a text where it stands, with the stems of the words behind it in its clause."""
    found = ((match.start(), _CLAUSE.split(text[match.end() :], maxsplit=1)[0]) for match, _ in denials(text))
    return tuple((start, stems(" ".join(clause.split()[:_DENIED]))) for start, clause in found)
