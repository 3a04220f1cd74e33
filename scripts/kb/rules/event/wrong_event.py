"""What a sentence says happened is on record, and not its contrary or another stage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.evidence.candidate import Candidate
from kb.extract.event_words import EventReader, EventWord
from kb.verify.courses import Courses
from kb.verify.grounds import Witnesses
from kb.verify.retold import is_told, retold, verbs
from kb.verify.verdict import VerifiedPage

_TAKES_EFFECT = re.compile(r" (?:with effect|as) (?:from|of)\b")
"""Behind a deed told by the day on which it takes effect."""


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A verb of a sentence, and the statement that tells a contrary event, or another stage, instead."""

    scope: AnnotatedSentence
    word: EventWord
    instead: str
    candidate: Candidate


def check(
    reading: VerifiedPage, witnesses: Witnesses, event_reader: EventReader, courses: Courses
) -> Iterator[Finding]:
    """What a sentence says happened is on record, and not its contrary or another stage."""
    for found in mistaken(reading, witnesses, event_reader, courses):
        verb, instead = found.word.word, found.instead.replace("-", " ")
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.word.start),
            f"“{verb}” is told, but what is on record is to {instead} ({found.candidate.id})",
            "tell what the source says happened, or record what says that this did",
            compare=(found.candidate.statement.mark,),
            statement=found.candidate.id,
            seen=(verb, found.instead),
        )


def mistaken(reading: VerifiedPage, witnesses: Witnesses, reader: EventReader, courses: Courses) -> Iterator[Mistaken]:
    """Every verb of a page that no statement tells, where the nearest one tells what excludes it."""
    for scope in filter(is_told, reading.scopes):
        if not scope.groups:
            continue
        mine = frozenset().union(*(word.types for word in reader.read(scope.sentence.text)))
        for word in verbs(scope, reader):
            if _TAKES_EFFECT.match(scope.sentence.text, word.end):
                continue
            behind = retold(scope, word.start, witnesses)
            if not behind.heard or word.types & _types(behind.heard):
                continue
            excluded = frozenset().union(*(courses.opposites[name] | courses.neighbours[name] for name in word.types))
            for candidate in behind.near:
                those = (each for each in candidate.events if each.sure and each.negated == word.negated)
                sure = frozenset().union(*(each.types for each in those))
                instead = sorted((excluded - mine) & sure)
                if instead:
                    yield Mistaken(scope, word, instead[0], candidate)
                    break


def _types(candidates: Iterable[Candidate]) -> frozenset[str]:
    """Every event that the statements tell, in fields or in words."""
    return frozenset().union(*(each.types for candidate in candidates for each in candidate.events))
