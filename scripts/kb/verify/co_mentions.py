"""A person or place beside a date must be the statement's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.core.dates import Date
from kb.evidence import matching
from kb.evidence.index import Witness
from kb.verify import clauses
from kb.verify.context import Hearing

_PLACED = re.compile(r"\b(?:in|at) (?:the )?$")


def stranger(hearing: Hearing, hits: Sequence[Witness]) -> str:
    """Whom or which place the statements have instead of the one the sentence names; empty if all is well."""
    plain = [witness for witness in hits if not witness.statement.is_claim]
    if len(plain) < len(hits) or hearing.figure.kind != "date":
        return ""
    return _other_person(hearing, plain) or _other_place(hearing, plain)


def rival(hearing: Hearing, hits: Sequence[Witness]) -> Witness | None:
    """A statement of the same place that the clause means instead: on what it names, or on the beginning it tells."""
    if not isinstance(hearing.figure.value, Date):
        return None
    return _named_rival(hearing, hits) or _opposite(hearing, hits, hearing.figure.value)


def _named_rival(hearing: Hearing, hits: Sequence[Witness]) -> Witness | None:
    """A statement on two things that the clause names, with other dates, where no hit speaks of either."""
    named = clauses.named(hearing.scope, hearing.figure) - hearing.about
    if not named or any(witness.mentions & named for witness in hits):
        return None
    dated = [w for w in hearing.witnesses if len(w.entities & named) >= 2 and w.figures.dates]
    return next((witness for witness in dated if not _is_told(hearing, witness)), None)


def _opposite(hearing: Hearing, hits: Sequence[Witness], value: Date) -> Witness | None:
    """A beginning told where every hit has an end and the place has that subject's beginning; or the reverse."""
    told = clauses.side(hearing.text, hearing.figure)
    laws = hearing.ledger.properties
    other = {"beginning": "end", "end": "beginning"}.get(told)
    if not other or any(clauses.sides(value, w, laws.get(w.statement.property)) != {other} for w in hits):
        return None
    for witness in hearing.witnesses:
        for date in witness.figures.dates if {witness.statement.subject} & {w.statement.subject for w in hits} else ():
            if clauses.sides(date, witness, laws.get(witness.statement.property)) == {told}:
                return None if _is_told(hearing, witness) and witness not in hits else witness
    return None


def _is_told(hearing: Hearing, witness: Witness) -> bool:
    """Does another figure of the sentence tell it already?"""
    return any(matching.carries(figure, witness) for figure in hearing.figures if figure is not hearing.figure)


def _other_person(hearing: Hearing, hits: Sequence[Witness]) -> str:
    here = {e for e in hearing.scope.entities if _role(hearing, e) == "person"}
    theirs = [{e for e in witness.mentions if _role(hearing, e) == "person"} for witness in hits]
    if not here or not all(theirs) or any(here & persons for persons in theirs):
        return ""
    return _labels(hearing, theirs[0])


def _other_place(hearing: Hearing, hits: Sequence[Witness]) -> str:
    text, clause = hearing.text, clauses.bounds(hearing.text, hearing.figure)
    here = {
        name.entity_id
        for name in hearing.scope.names
        if _role(hearing, name.entity_id) == "place"
        and clause[0] <= name.start < clause[1]
        and _PLACED.search(text[: name.start])
    }
    placed = [set(witness.statement.where) for witness in hits if witness.statement.where]
    if not here or not placed or any(here & witness.mentions for witness in hits):
        return ""
    return _labels(hearing, placed[0])


def _role(hearing: Hearing, entity: str) -> str:
    found = hearing.ledger.entities.get(entity)
    return found.acts_as if found else ""


def _labels(hearing: Hearing, ids: set[str]) -> str:
    return ", ".join(sorted(hearing.ledger.entities[e].label for e in ids if e in hearing.ledger.entities))
