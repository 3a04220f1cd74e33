"""Who is told to have done something is who did it, and whom it was done to is to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kb.annotate.spans import AnnotatedSentence, EntitySpan
from kb.core.finding import Finding, doubtful
from kb.core.model import Event
from kb.core.model.events import is_worded
from kb.evidence.candidate import Candidate
from kb.extract.event_words import EventReader, EventWord
from kb.verify.courses import Courses
from kb.verify.grounds import Witnesses
from kb.verify.retold import Retold, is_hidden, is_told, retold
from kb.verify.verdict import VerifiedPage

_REACH = 60
"""So many characters from a verb who does it, and to whom, may stand."""
_BY = re.compile(r"\bby (?:the )?(?:[\w’'-]+ ){0,2}$")
_STRAIGHT = re.compile(
    r"(?: (?:ha[sd]|have|would|will|did|does|do|also|then|later|again|once|first|himself|itself|never|not|[a-z]+ly))* $"
)
"""What may stand between a name and the verb whose doer it is."""
_INVERTED = re.compile(r"[,”\"»—-]\s*(?:as )?$")
"""Before a verb whose doer stands behind it: *…, said Rask*."""
_ASIDE = re.compile(r"\b(?:to|from|in|with|for|at|against|on|about) (?:the )?$")
"""Before a name that is not the subject of what follows: *a note to the League argued*."""
_NOT_DONE_TO = re.compile(r"['’]s?\b|['’] | \w+ing\b")
"""Behind a name to which nothing is done: *passed Corvia's parliament*, *found Rask announcing*."""
_PASSIVE = re.compile(r" (?:\w+ ){0,2}by\b")


@dataclass(frozen=True, slots=True)
class Swapped:
    """A name that is told to do what was done to it, by the statement."""

    scope: AnnotatedSentence
    word: EventWord
    name: EntitySpan
    event: Event
    candidate: Candidate


def check(
    reading: VerifiedPage, witnesses: Witnesses, event_reader: EventReader, courses: Courses
) -> Iterator[Finding]:
    """Who is told to have done something is who did it, and whom it was done to is to whom."""
    for found in swapped(reading, witnesses, event_reader, courses):
        verb = found.word.word
        did = " and ".join(witnesses.named[id].label if id in witnesses.named else id for id in found.event.agent)
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.name.start),
            f"{found.name.form} is told to do this (“{verb}”), but on record it was {did} ({found.candidate.id})",
            "see who did it, and to whom; both stand in the fields of the statement",
            compare=(found.candidate.statement.mark,),
            statement=found.candidate.id,
            seen=(found.name.form, *found.event.agent),
        )


def swapped(reading: VerifiedPage, witnesses: Witnesses, reader: EventReader, courses: Courses) -> Iterator[Swapped]:
    """Every name of a page that is told on the wrong side of an event, by all statements on it."""
    for scope in filter(is_told, reading.scopes):
        for word in reader.read(scope.sentence.text):
            if word.is_noun or is_hidden(scope, word.start, word.end):
                continue
            doer, done_to = _doer(scope, word), _done_to(scope, word)
            told = list(_like(word, retold(scope, word.start, witnesses), courses)) if doer or done_to else []
            if not told or any(is_worded(each) for _, event in told for each in event.agent):
                continue
            for name, is_against in ((doer, _is_not_doer), (done_to, partial(_is_doer, scope))):
                if name and all(is_against(name, event) for _, event in told):
                    yield Swapped(scope, word, name, told[0][1], told[0][0])
                    break


def _like(word: EventWord, behind: Retold, courses: Courses) -> Iterator[tuple[Candidate, Event]]:
    """What the statements tell of the same event; all verbs of saying tell one."""
    says = any(courses.events[name].family == "says" for name in word.types)
    for who in behind.heard:
        for n, event in enumerate(who.statement.events):
            declared = courses.events[event.type]
            saying = says and n == 0 and declared.family == "says"
            if not declared.mutual and event.agent and (event.type in word.types or saying):
                yield who, event


def _is_not_doer(name: EntitySpan, event: Event) -> bool:
    """Is it told to do what was done to it?"""
    return name.entity_id not in event.agent and name.entity_id in (*event.to, *event.theme)


def _is_doer(scope: AnnotatedSentence, name: EntitySpan, event: Event) -> bool:
    """Is what it did told to be done to it, and by nobody that the statement has?"""
    others = scope.entities - {name.entity_id}
    return (
        name.entity_id in event.agent
        and name.entity_id not in (*event.to, *event.theme)
        and not others & {*event.agent}
    )


def _doer(scope: AnnotatedSentence, word: EventWord) -> EntitySpan | None:
    """The name that does it: before an active verb, or behind the *by* of a passive one."""
    text, (first, last) = scope.sentence.text, word.clause
    if word.passive:
        after = [name for name in scope.names if word.end <= name.start < min(last, word.end + _REACH)]
        return next((name for name in after if _BY.search(text[word.end : name.start])), None)
    before = [name for name in scope.names if max(first, word.start - _REACH) <= name.start and name.end <= word.start]
    if before and _ASIDE.search(text[: before[-1].start]):
        return None
    straight = before and _STRAIGHT.fullmatch(text[before[-1].end : word.start])
    return before[-1] if straight and not _PASSIVE.match(text[word.end :]) else None


def _done_to(scope: AnnotatedSentence, word: EventWord) -> EntitySpan | None:
    """The name right behind an active verb."""
    text = scope.sentence.text
    if word.passive or _INVERTED.search(text[: word.start]):
        return None
    after = next((name for name in scope.names if name.start >= word.end), None)
    if after and _NOT_DONE_TO.match(text, after.end):
        return None
    return after if after and text[word.end : after.start] in (" ", " the ") and word.is_finite else None
