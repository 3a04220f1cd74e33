"""A person or place beside a date must be the statement's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.core.dates import Date
from kb.evidence import matching
from kb.evidence.candidate import Candidate
from kb.verify import clauses
from kb.verify.context import Context

_APART = re.compile(r"\b(?:after|before|following|preceding)\b")
"""Between what happened and the day of something else: *entered into force after the law of 2 May*."""
_PLACED = re.compile(r"\b(?:in|at) (?:the )?$")


def conflicting_entity(context: Context, hits: Sequence[Candidate]) -> str:
    """Whom or which place the statements have instead of the one the sentence names; empty if all is well."""
    plain = [candidate for candidate in hits if not candidate.statement.is_claim]
    if len(plain) < len(hits) or context.figure.kind != "date":
        return ""
    return _other_person(context, plain) or _other_place(context, plain)


def better_match(context: Context, hits: Sequence[Candidate]) -> Candidate | None:
    """A statement of the same place that the clause means instead: on what it names, or on the beginning it tells."""
    if not isinstance(context.figure.value, Date):
        return None
    value = context.figure.value
    return _named_rival(context, hits) or _opposite(context, hits, value) or _other_happening(context, hits)


def _named_rival(context: Context, hits: Sequence[Candidate]) -> Candidate | None:
    """A statement on two things that the clause names, with other dates, where no hit speaks of either."""
    named = clauses.named(context.scope, context.figure) - context.about
    if not named or any(candidate.mentions & named for candidate in hits):
        return None
    dated = [w for w in context.candidates if len(w.entities & named) >= 2 and w.figures.dates]
    return next((candidate for candidate in dated if not _is_told(context, candidate)), None)


def _opposite(context: Context, hits: Sequence[Candidate], value: Date) -> Candidate | None:
    """A beginning told where every hit has an end and the place has that subject's beginning; or the reverse."""
    told = clauses.side(context.text, context.figure)
    laws = context.ledger.properties
    other = {"beginning": "end", "end": "beginning"}.get(told)
    if not other or any(clauses.sides(value, w, laws.get(w.statement.property)) != {other} for w in hits):
        return None
    for candidate in context.candidates:
        for date in (
            candidate.figures.dates if {candidate.statement.subject} & {w.statement.subject for w in hits} else ()
        ):
            if clauses.sides(date, candidate, laws.get(candidate.statement.property)) == {told}:
                return None if _is_told(context, candidate) and candidate not in hits else candidate
    return None


def _other_happening(context: Context, hits: Sequence[Candidate]) -> Candidate | None:
    """A statement of the cited places on what the words beside the date tell, of the same subject, with another date.

    Only where every statement that carries the date tells of something else; one in plain words may tell anything.
    """
    figure, happenings = context.figure, context.setting.grounds.happenings
    first, last = clauses.bounds(context.text, figure)
    apart = max((match.end() for match in _APART.finditer(context.text, first, figure.start)), default=first)
    clause = (apart, last)
    told = happenings.beside(context.text, (figure.start, figure.end), clause)
    typed = {candidate.statement.property for candidate in hits}
    if not told or typed & told or not typed <= happenings.known:
        return None
    subjects = {candidate.statement.subject for candidate in hits}
    those = (each for each in context.candidates if each.statement.property in told and each.figures.dates)
    return next((each for each in those if each.statement.subject in subjects), None)


def _is_told(context: Context, candidate: Candidate) -> bool:
    """Does another figure of the sentence tell it already?"""
    return any(matching.matches(figure, candidate) for figure in context.figures if figure is not context.figure)


def _other_person(context: Context, hits: Sequence[Candidate]) -> str:
    named = clauses.named(context.scope, context.figure)
    here = {e for e in named if _role(context, e) == "person" and not _is_author(context, e)}
    theirs = [{e for e in candidate.mentions if _role(context, e) == "person"} for candidate in hits]
    if not here or not all(theirs) or any(here & persons for persons in theirs):
        return ""
    return _labels(context, theirs[0])


def _is_author(context: Context, person: str) -> bool:
    """Did the person write what is cited? Then the date is of what they tell."""
    cited = [context.sources[c.key] for c in context.citations if c.key in context.sources]
    return any(
        author in context.ledger.entities[person].label for source in cited for author in source.authors if author
    )


def _other_place(context: Context, hits: Sequence[Candidate]) -> str:
    text, clause = context.text, clauses.bounds(context.text, context.figure)
    here = {
        name.entity_id
        for name in context.scope.names
        if _role(context, name.entity_id) == "place"
        and clause[0] <= name.start < clause[1]
        and _PLACED.search(text[: name.start])
        and _is_nearest(context, name.start)
    }
    placed = [set(candidate.statement.where) for candidate in hits if candidate.statement.where]
    if not here or not placed or any(here & candidate.mentions for candidate in hits):
        return ""
    return _labels(context, placed[0])


def _is_nearest(context: Context, at: int) -> bool:
    """Is the date the nearest one to a place, so that it is of this date that the place is told?"""
    dates = [figure for figure in context.figures if figure.kind == "date"]
    return min(dates, key=lambda date: abs(date.start - at), default=context.figure) is context.figure


def _role(context: Context, entity: str) -> str:
    found = context.ledger.entities.get(entity)
    return found.acts_as if found else ""


def _labels(context: Context, ids: set[str]) -> str:
    return ", ".join(sorted(context.ledger.entities[e].label for e in ids if e in context.ledger.entities))
