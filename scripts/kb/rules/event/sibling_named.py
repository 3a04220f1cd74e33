"""The organ or document that a sentence names is the one that the statement names, and none beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence, EntitySpan
from kb.core.finding import Finding, doubtful
from kb.evidence.candidate import Candidate
from kb.verify.grounds import Witnesses
from kb.verify.retold import is_told, retold
from kb.verify.verdict import VerifiedPage


@dataclass(frozen=True, slots=True)
class Sibling:
    """A name of a sentence, and the statement that names another of its kind instead."""

    scope: AnnotatedSentence
    name: EntitySpan
    other: str
    candidate: Candidate


def check(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Finding]:
    """The organ or document that a sentence names is the one that the statement names, and none beside it."""
    for found in siblings(reading, witnesses):
        label = witnesses.named[found.other].label
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.name.start),
            f"{found.name.form} is named, but what is on record names {label} ({found.candidate.id})",
            "name the one that the source names, or cite what names this one",
            compare=(found.candidate.statement.mark,),
            statement=found.candidate.id,
            seen=(found.name.form, found.other),
        )


def siblings(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Sibling]:
    """Every name of a page of which its sources say nothing, where the statement names another of its kind."""
    named = witnesses.named
    for scope in filter(is_told, reading.scopes):
        for name in scope.names:
            kind, role = named[name.entity_id].kind, named[name.entity_id].acts_as
            if role in ("person", "place", "state", "office") or name.entity_id in reading.about:
                continue
            behind = retold(scope, name.start, witnesses)
            if any(name.entity_id in each.mentions for each in behind.heard):
                continue
            kin = _kin(name.entity_id, witnesses)
            for candidate in behind.near:
                others = sorted(
                    other
                    for other in candidate.entities - scope.entities - reading.about - kin
                    if other in named and named[other].kind == kind and name.entity_id not in _kin(other, witnesses)
                )
                if others:
                    yield Sibling(scope, name, others[0], candidate)
                    break


def _kin(id: str, witnesses: Witnesses) -> frozenset[str]:
    """What an entity is part of, all the way up, and itself."""
    found: set[str] = set()
    todo = [id]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(witnesses.named[name].part_of if name in witnesses.named else ())
    return frozenset(found)
