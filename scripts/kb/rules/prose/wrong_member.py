"""A list of states is the set that the cited statement or the roll of that day has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kb.annotate.enumerations import runs
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
_WHICH = re.compile(r",? (?:which|who|whose)\b")
_TOGETHER = re.compile(r"\b(?:(?:together|along) with|joined by|alongside|beside)\b[^,;:]{0,25}$")
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
    known = [*_sets(found, evidence), *(() if pair or found.is_where else _rolls(found, reading, ledger, today))]
    named = found.scope.entities | (reading.about | found.scope.carried if found.is_joined else frozenset())
    if any(states == found.states or found.states < states <= named for states, *_ in known):
        return None
    near = [(len(s & found.states) / len(s | found.states), s, ids, body) for s, ids, body in known if len(s) > 2]
    if pair:
        alone = len(evidence.heard(found.scope.citations)) == 1
        near = [each for each in near if found.states < each[1] and (alone or _is_told(found, each[2], reading))]
    likeness, states, ids, body = max(near, key=lambda it: it[0], default=(0.0, frozenset(), (), ""))
    if likeness < _NEAR:
        return None
    return Difference(found, tuple(sorted(states - found.states)), tuple(sorted(found.states - states)), ids, body)


def _is_told(found: StateList, statements: tuple[str, ...], reading: VerifiedPage) -> bool:
    """Does a figure of the sentence rest on the very statement: is it what the two are said to have done?"""
    here = [f for f in reading.figures if f.scope.sentence is found.scope.sentence]
    return any(f.statements[:1] and f.statements[0] in statements for f in here)


Known = tuple[frozenset[str], tuple[str, ...], str]


def _sets(found: StateList, evidence: EvidenceIndex) -> Iterator[Known]:
    """The sets that the cited statements have, also those spread over one statement a member."""
    heard = evidence.heard(found.scope.citations)
    together: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in heard:
        value = candidate.statement.value if isinstance(candidate.statement.value, tuple) else ()
        for some in (value, candidate.statement.who):
            if len(some) > 1:
                yield frozenset(some), (candidate.id,), ""
        if len(value) == 1:
            together.setdefault((candidate.statement.subject, candidate.statement.property), []).append(candidate)
    for (subject, _), those in together.items():
        if len(those) > 2:
            everyone = frozenset(e for w in those if isinstance(w.statement.value, tuple) for e in w.statement.value)
            yield everyone, tuple(candidate.id for candidate in those), subject


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
