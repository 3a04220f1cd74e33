"""A list of states is the set that the cited statement or the roll of that day has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from kb.annotate.enumerations import rows, runs
from kb.annotate.spans import AnnotatedSentence, EntitySpan
from kb.core import derive
from kb.core.dates import Date
from kb.core.finding import Finding, impossible
from kb.core.model import Ledger
from kb.evidence.candidate import Candidate
from kb.evidence.index import EvidenceIndex
from kb.verify.grounds import Grounds
from kb.verify.verdict import VerifiedPage

_PART = re.compile(
    r"\b(?:among|includ\w+|such as|e\.g\.|but|except|without|besides|like|between|other than|not)\b[^,;:]{0,25}$"
)
_WHICH = re.compile(r" (?:which|who|whose)\b")
_TOGETHER = re.compile(r"\b(?:(?:[Tt]ogether|along) with|joined by|alongside|beside)\b[^,;:]{0,25}$")
_PLACED = re.compile(r"\b(?:in|to|from|into|across) (?:the )?$")
_NEAR = 0.5


@dataclass(frozen=True, slots=True)
class StateList:
    """Two or more states in a row, and the set it should be."""

    scope: AnnotatedSentence
    names: tuple[EntitySpan, ...]

    @property
    def states(self) -> frozenset[str]:
        """The states it names."""
        return frozenset(name.entity_id for name in self.names)

    @property
    def is_part(self) -> bool:
        """Does the sentence say that others belong too, that these do not, or which of them are meant?"""
        text = self.scope.sentence.text
        return bool(_PART.search(text[: self.names[0].start]) or _WHICH.match(text, self.names[-1].end))

    @property
    def is_joined(self) -> bool:
        """Is somebody told of together with them, and named before?"""
        return bool(_TOGETHER.search(self.scope.sentence.text[: self.names[0].start]))

    @property
    def is_where(self) -> bool:
        """Are they where something is, and not who does it?"""
        return bool(_PLACED.search(self.scope.sentence.text[: self.names[0].start]))


@dataclass(frozen=True, slots=True)
class Difference:
    """A list that is nearly a known set: whom it leaves out, whom it adds, and what the set rests on."""

    found: StateList
    absent: tuple[str, ...]
    extra: tuple[str, ...]
    statements: tuple[str, ...]
    body: str


def check(reading: VerifiedPage, grounds: Grounds, today: date) -> Iterator[Finding]:
    """A list of states is the set that the cited statement or the roll of that day has."""
    ledger = grounds.ledger
    for found in state_lists(reading, ledger):
        differs = difference(found, reading, ledger, grounds.evidence, today)
        if differs is None:
            continue
        yield impossible(
            found.scope.sentence.place(reading.page.path, found.names[0].start),
            _text(differs, ledger),
            "compare the list with the cited place; for a part of a set say so: among them, including",
            compare=tuple(ledger.statements[id].mark for id in differs.statements[:7]),
            statement=differs.statements[0] if differs.statements else None,
            seen=(*sorted(found.states),),
        )


def _text(differs: Difference, ledger: Ledger) -> str:
    said = [f"leaves out {_names(differs.absent, ledger)}"] if differs.absent else []
    said += [f"adds {_names(differs.extra, ledger)}"] if differs.extra else []
    against = f"the set of {differs.statements[0]}" if differs.statements else f"the roll of {differs.body} on that day"
    return f"the list {' and '.join(said)}, against {against}"


def _names(ids: tuple[str, ...], ledger: Ledger) -> str:
    return ", ".join(ledger.entities[id].label if id in ledger.entities else id for id in ids)


def state_lists(reading: VerifiedPage, ledger: Ledger) -> Iterator[StateList]:
    """Every list of two or more states of a page."""
    return (StateList(scope, run) for scope in reading.scopes for run in runs(scope, ledger))


def difference(
    found: StateList, reading: VerifiedPage, ledger: Ledger, evidence: EvidenceIndex, today: date
) -> Difference | None:
    """How the list differs from the set it comes nearest to; nothing if it is one, or is near none."""
    if found.is_part:
        return None
    pair = len(found.names) < 3
    known = [*_sets(found, evidence, ledger)]
    if not (pair or found.is_where):
        known += _rolls(found, reading, ledger, today)
    named = _named(found, ledger, {states for states, *_ in known})
    named |= reading.about | found.scope.carried if found.is_joined else frozenset()
    if any(states == found.states or found.states < states <= named for states, *_ in known):
        return None
    near = [(len(s & found.states) / len(s | found.states), s, ids, body) for s, ids, body in known if len(s) > 2]
    if pair:
        told = _told_by(found, reading, evidence)
        near = [each for each in near if found.states < each[1] and told.intersection(each[2])]
    likeness, states, ids, body = max(near, key=lambda it: it[0], default=(0.0, frozenset(), (), ""))
    if likeness < _NEAR:
        return None
    return Difference(found, tuple(sorted(states - found.states)), tuple(sorted(found.states - states)), ids, body)


def _named(found: StateList, ledger: Ledger, known: Collection[frozenset[str]]) -> frozenset[str]:
    """Whom the sentence names beside this list, but for those whom another list names that is a set of its own."""
    lists = [StateList(found.scope, row) for row in runs(found.scope, ledger) if row != found.names]
    others = {name for each in lists if each.states in known for name in each.names}
    alone = {name.entity_id for name in found.scope.names if name not in others}
    return found.scope.entities - ({name.entity_id for name in others} - alone)


def _told_by(found: StateList, reading: VerifiedPage, evidence: EvidenceIndex) -> frozenset[str]:
    """The statements that tell what two states are said to have done.

    Those on which a figure of the sentence rests, and the one that shares most words with it, if it is but one.
    """
    here = [f for f in reading.figures if f.scope.sentence is found.scope.sentence]
    figures = {f.statements[0] for f in here if f.statements}
    shared = {each.id: len(each.shared(found.scope.sentence.text)) for each in evidence.heard(found.scope.citations)}
    most = [id for id, count in shared.items() if count == max(shared.values())]
    return frozenset(figures | set(most if len(most) == 1 else ()))


Known = tuple[frozenset[str], tuple[str, ...], str]


def _sets(found: StateList, evidence: EvidenceIndex, ledger: Ledger) -> Iterator[Known]:
    """The sets that the cited statements have, also those spread over one statement a member."""
    heard = evidence.heard(found.scope.citations)
    together: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in heard:
        value = candidate.statement.value if isinstance(candidate.statement.value, tuple) else ()
        for some in (value, candidate.statement.who, *_told(candidate, ledger)):
            if len(some) > 1:
                yield frozenset(some), (candidate.id,), ""
        if len(value) == 1:
            together.setdefault((candidate.statement.subject, candidate.statement.property), []).append(candidate)
    for (subject, _), those in together.items():
        if len(those) > 2:
            everyone = frozenset(e for w in those if isinstance(w.statement.value, tuple) for e in w.statement.value)
            yield everyone, tuple(candidate.id for candidate in those), subject


def _told(candidate: Candidate, ledger: Ledger) -> Iterator[tuple[str, ...]]:
    """The rows of states in what happened and in its own words."""
    for event in candidate.statement.events:
        yield from (role for role in (event.agent, event.theme, event.to) if set(role) <= ledger.entities.keys())
    for row in rows(candidate.own, candidate.find_names(candidate.own), ledger):
        yield tuple(name.entity_id for name in row)


def _rolls(found: StateList, reading: VerifiedPage, ledger: Ledger, today: date) -> Iterator[Known]:
    """The rolls of the bodies that the sentence is about, on the days it tells."""
    here = [f for f in reading.figures if f.scope.sentence is found.scope.sentence]
    days = [f.figure.value.latest for f in here if isinstance(f.figure.value, Date)] or [today]
    bodies = [b for b in sorted(found.scope.entities | reading.about) if derive.has_roll(ledger, b)]
    for body in bodies:
        for day in days:
            roll = derive.roll(ledger, body, min(day, today))
            yield roll.surely, (), body
            yield roll.possibly, (), body
