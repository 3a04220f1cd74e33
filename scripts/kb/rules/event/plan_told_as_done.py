"""What is on record as planned, proposed or asked for is not told as done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.evidence.candidate import Candidate
from kb.extract.event_words import EventReader, EventWord
from kb.lang.modality import is_open
from kb.verify.grounds import Witnesses
from kb.verify.retold import is_told, retold, verbs
from kb.verify.verdict import VerifiedPage

_OPEN = frozenset({"planned", "proposed", "asked"})


@dataclass(frozen=True, slots=True)
class Early:
    """A verb that tells as done what the statement has as open, and how."""

    scope: AnnotatedSentence
    word: EventWord
    modality: str
    candidate: Candidate


def check(reading: VerifiedPage, witnesses: Witnesses, event_reader: EventReader) -> Iterator[Finding]:
    """What is on record as planned, proposed or asked for is not told as done."""
    for found in early(reading, witnesses, event_reader):
        verb = found.word.word
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.word.start),
            f"“{verb}” is told as done, but on record it is {found.modality} ({found.candidate.id})",
            "say that it was planned, proposed or asked for; or record what says that it came about",
            compare=(found.candidate.statement.mark,),
            statement=found.candidate.id,
            seen=(verb, found.modality),
        )


def early(reading: VerifiedPage, witnesses: Witnesses, reader: EventReader) -> Iterator[Early]:
    """Every verb of a page that is told as done, where all statements on this event have it as open."""
    for scope in filter(is_told, reading.scopes):
        if not scope.groups or is_open(scope.sentence.text):
            continue
        for word in verbs(scope, reader):
            if word.modality or word.negated or not word.is_past:
                continue
            behind = retold(scope, word.start, witnesses)
            same = [(who, each) for who in behind.heard for each in who.events if each.types & word.types]
            if any(each.modality not in _OPEN for _, each in same):
                continue
            near = [(who, each) for who, each in same if who in behind.near and who.statement.events and each.sure]
            if near:
                yield Early(scope, word, str(near[0][1].modality), near[0][0])
                break
