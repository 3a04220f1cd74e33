"""A person or place beside a date must be the statement's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.prose import support
from kb.prose.hearing import Hearing
from kb.prose.testimony import Witness

_PLACED = re.compile(r"\b(?:in|at) (?:the )?$")


def stranger(hearing: Hearing, hits: Sequence[Witness]) -> str:
    """Whom or which place the statements have instead of the one the sentence names; empty if all is well."""
    plain = [witness for witness in hits if not witness.statement.is_claim]
    if len(plain) < len(hits) or hearing.figure.kind != "date":
        return ""
    return _other_person(hearing, plain) or _other_place(hearing, plain)


def rival(hearing: Hearing, hits: Sequence[Witness]) -> Witness | None:
    """A statement of the same place on what the sentence names, with other dates, where no hit speaks of any of that."""
    named = hearing.scope.entities - hearing.about
    if hearing.figure.kind != "date" or not named or any(witness.mentions & named for witness in hits):
        return None
    told = [figure for figure in hearing.figures if figure is not hearing.figure]
    for witness in hearing.witnesses:
        if len(witness.entities & named) >= 2 and witness.figures.dates:
            if not any(support.carries(figure, witness) for figure in told):
                return witness
    return None


def _other_person(hearing: Hearing, hits: Sequence[Witness]) -> str:
    here = {e for e in hearing.scope.entities if _kind(hearing, e) == "person"}
    theirs = [{e for e in witness.mentions if _kind(hearing, e) == "person"} for witness in hits]
    if not here or not all(theirs) or any(here & persons for persons in theirs):
        return ""
    return _labels(hearing, theirs[0])


def _other_place(hearing: Hearing, hits: Sequence[Witness]) -> str:
    text = hearing.text
    here = {
        name.entity_id
        for name in hearing.scope.names
        if _kind(hearing, name.entity_id) == "place" and _PLACED.search(text[: name.start])
    }
    theirs = [set(witness.statement.where) for witness in hits]
    known = [places | witness.mentions for places, witness in zip(theirs, hits, strict=True)]
    if not here or not all(theirs) or any(here & places for places in known):
        return ""
    return _labels(hearing, theirs[0])


def _kind(hearing: Hearing, entity: str) -> str:
    found = hearing.corpus.entities.get(entity)
    return found.kind if found else ""


def _labels(hearing: Hearing, ids: set[str]) -> str:
    return ", ".join(sorted(hearing.corpus.entities[e].label for e in ids if e in hearing.corpus.entities))
