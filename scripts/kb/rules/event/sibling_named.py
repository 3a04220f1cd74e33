"""Whom or what a sentence names is what the statement names, and no other of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence, EntitySpan
from kb.core import derive
from kb.core.finding import Finding, doubtful
from kb.evidence.candidate import Candidate
from kb.verify.grounds import Witnesses
from kb.verify.retold import is_told, retold
from kb.verify.verdict import VerifiedPage

_PLACED = re.compile(r"(?:\b(?:in|at) (?:the )?|\d{4}, )$")
"""Before the place where something happened: *in Selin*, *3 June 1990, Selin*."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """A name of a sentence, and the statement that names another of its kind instead."""

    scope: AnnotatedSentence
    name: EntitySpan
    other: str
    candidate: Candidate


def check(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Finding]:
    """Whom or what a sentence names is what the statement names, and no other of its kind."""
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
    for scope in filter(is_told, reading.scopes):
        for name in scope.names if scope.groups else ():
            if name.entity_id in reading.page.about[:1]:
                continue
            behind = retold(scope, name.start, witnesses)
            if _is_of_another_kind(name, scope, witnesses) or any(
                name.entity_id in each.mentions for each in behind.heard
            ):
                continue
            found = next(_instead(name, scope, behind.near, witnesses, reading.about), None)
            if found:
                yield found


def _is_of_another_kind(name: EntitySpan, scope: AnnotatedSentence, witnesses: Witnesses) -> bool:
    """Is it a state, which lists and rolls hold, or a place where nothing is told to have happened?"""
    role = witnesses.named[name.entity_id].acts_as
    return role == "state" or (role == "place" and not _PLACED.search(scope.sentence.text[: name.start]))


def _instead(
    name: EntitySpan,
    scope: AnnotatedSentence,
    near: tuple[Candidate, ...],
    witnesses: Witnesses,
    about: frozenset[str],
) -> Iterator[Sibling]:
    """What the statements name of the same kind, but for what the page is about, which it calls by short names."""
    named, kind = witnesses.named, witnesses.named[name.entity_id].kind
    kin = derive.closure(named, [name.entity_id])
    for candidate in near:
        if any(name.entity_id in derive.closure(named, [other]) for other in candidate.entities):
            continue
        for other in sorted(candidate.entities - scope.entities - kin - about):
            if other in named and named[other].kind == kind:
                yield Sibling(scope, name, other, candidate)
