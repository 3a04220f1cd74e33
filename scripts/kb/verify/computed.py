"""Figures that no statement carries and that follow from several: durations, rolls, tallies, anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.annotate.enumerations import runs
from kb.core import derive
from kb.core.dates import Date
from kb.core.model import Statement
from kb.core.numbers import Numbers
from kb.core.published import published
from kb.evidence import matching
from kb.extract import durations
from kb.extract.durations import Reach
from kb.extract.mention import Mention
from kb.extract.units import same_unit
from kb.lang import en
from kb.verify import arithmetic, clauses
from kb.verify.context import Context, dates_of
from kb.verify.verdict import Outcome, Verdict

_ANAPHORIC = re.compile(r"\b(?:the|all|those|these|other|remaining|any|of|its|their)(?: \w+)? $", re.IGNORECASE)
_AS_OF = re.compile(r"\b[Aa]s of $")
_TOLD = 3
"""So many of the dates told last may be that from which a relative time runs."""
_COARSE = frozenset({"year", "decade", "century", "month"})
_OTHER = re.compile(r"\b(?:other|remaining) $", re.IGNORECASE)


def computed(context: Context) -> Verdict | None:
    """The figure follows from dates, rolls or lists in reach."""
    figure = context.figure
    if figure.kind == "duration":
        return Verdict(Outcome.COMPUTED, (), "duration") if _lasts(context) else None
    aged = figure.kind == "count" and en.TURNED.search(context.text[: figure.start])
    if (aged or (figure.kind == "ordinal" and en.ANNIVERSARY.search(figure.unit))) and _is_anniversary(context):
        return Verdict(Outcome.COMPUTED, (), "anniversary")
    if figure.kind == "date" and _AS_OF.search(context.text[: figure.start]):
        return _as_of(context)
    if figure.kind == "date" and en.THAT_IS.search(context.text[: figure.start]) and _is_so_far_off(context):
        return Verdict(Outcome.COMPUTED, (), "duration")
    counted = _counted(context) if figure.kind == "count" else None
    why = "" if counted else arithmetic.follows(context)
    of = tuple(w.id for w in context.candidates if w.figures.counts) if why in arithmetic.OF_STATEMENTS else ()
    return Verdict(Outcome.COMPUTED, of, why) if why else counted


def _is_so_far_off(context: Context) -> bool:
    """``within three months, that is by May``: it lies as far from a date in reach as the sentence says."""
    value = context.figure.value
    return isinstance(value, Date) and any(
        durations.weigh(length, (value, date)) is Reach.RIGHT for length in context.figures for date in _reach(context)
    )


def _as_of(context: Context) -> Verdict | None:
    """``as of DAY``: the day of the page, or the day on which an open end was last checked."""
    day = str(context.figure.value)
    checked = [
        statement.id
        for name in sorted(context.scope.entities | context.about)
        if name in context.ledger.entities
        for statement in context.ledger.entities[name].statements
        if str(statement.checked) == day
    ]
    return (
        Verdict(Outcome.COMPUTED, tuple(checked), "as-of")
        if checked or context.setting.page.front.get("asof") == day
        else None
    )


def contradicted(context: Context) -> Verdict | None:
    """A relative time or anniversary that the dates in reach refute."""
    figure = context.figure
    anniversary = figure.kind == "ordinal" and bool(en.ANNIVERSARY.search(figure.unit))
    if figure.kind != "duration" and not anniversary:
        return None
    reach = _reach(context)
    said = " · ".join(str(date) for date in dict.fromkeys((*context.dates, *context.earlier, *reach)))
    relative = anniversary or durations.is_relative(figure) or len(set(context.dates)) > 1
    if relative and len(set(reach)) > 1:
        return Verdict(Outcome.REFUTED, tuple(w.id for w in context.candidates if w.figures.dates), "duration", said)
    return None


def _lasts(context: Context) -> bool:
    """Two dates of the sentence decide; else what the cited place says of a length; else any two dates in reach.

    How long ahead something is to be done, of which no day is told, follows from no dates at all.
    """
    told = [figure for figure in _beside(context) if _decides(figure, context)]
    if len({date for figure in told for date in dates_of(figure, context.candidates)}) > 1:
        if _weigh(context, context.dates) is Reach.RIGHT:
            return True
        if len(told) > 1 or not _is_relative(context):
            return False
    if not told and en.AHEAD.match(context.text, context.figure.end):
        return False
    if not _is_relative(context) and any(
        matching.alternatives(context.figure, candidate) for candidate in context.candidates
    ):
        return False
    cited = _cited(context)
    if _is_relative(context):
        near = (*context.dates, *context.earlier[-_TOLD:], *cited, *_subjects(context))
        return Reach.RIGHT in (_weigh(context, (*near, *_made(context)), cited), _weigh(context, _lives(context)))
    return Reach.RIGHT in (_weigh(context, _reach(context)), _weigh(context, _lives(context)))


def _beside(context: Context) -> list[Mention]:
    """The dates of its clause; where it has none of its own, or points to none, those of the sentence."""
    start, behind = clauses.bounds(context.text, context.figure)
    dates = [f for f in context.figures if f.kind == "date"]
    return [f for f in dates if start <= f.start < behind] if _is_relative(context) else dates


def _decides(figure: Mention, context: Context) -> bool:
    """Is it fine enough for the length, and no part of what something is called: *the protocol of 1999*?"""
    dates = dates_of(figure, context.candidates)
    fine = context.figure.unit in _COARSE or any(date.precision in ("day", "range") for date in dates)
    return fine and not (figure.text.isdigit() and en.OF_YEAR.search(context.text[: figure.start]))


def _weigh(context: Context, dates: tuple[Date, ...], cited: tuple[Date, ...] = ()) -> Reach:
    """A relative time runs from or to a date of its clause, else of what is cited; any other between any two."""
    figure = context.figure
    if durations.inclusive(figure, context.figures):
        return Reach.RIGHT
    told = [end for f in _beside(context) for end in dates_of(f, context.candidates)]
    fine = [date for date in told if figure.unit in _COARSE or date.precision in ("day", "range")]
    within = durations.joined(figure, context.figures, context.text)
    return durations.weigh(figure, dates, (fine or (*cited, *_made(context))) if _is_relative(context) else (), within)


def _is_relative(context: Context) -> bool:
    """Does it, or the one it is told with, point from one date to another?"""
    told = durations.joined(context.figure, context.figures, context.text)
    return told is not None or durations.is_relative(context.figure)


def _reach(context: Context) -> tuple[Date, ...]:
    """The dates in the sentence, before it in its block, and in the cited statements."""
    return (*context.dates, *context.earlier, *_cited(context))


def _cited(context: Context) -> tuple[Date, ...]:
    return tuple(end for candidate in context.candidates for date in candidate.figures.dates for end in date.ends)


def _subjects(context: Context) -> Iterator[Date]:
    """The days of what the page is about, when it was signed or held: *a year before* may run from it."""
    for name in context.setting.page.about:
        entity = context.ledger.entities.get(name)
        dates = (statement.value for statement in entity.statements) if entity else ()
        yield from (end for date in dates if isinstance(date, Date) for end in date.ends)


def _made(context: Context) -> tuple[Date, ...]:
    """Those on which the cited sources were written: *ten years later the paper still counted six*."""
    sources = (context.sources.get(citation.key) for citation in context.citations if _is_relative(context))
    return tuple(end for source in sources if source and (when := published(source)) for end in when.ends)


def _lives(context: Context) -> tuple[Date, ...]:
    """The dates in the sentence and when what it names began, ended or held."""
    found = [*context.dates, *context.earlier]
    for name in context.scope.entities:
        entity = context.ledger.entities.get(name)
        found += [date for date in derive.existence(context.ledger, name) if date]
        held = [s for s in (entity.statements if entity else ()) if not s.is_claim]
        found += [date for s in held for date in _term(s) if date]
    return tuple(found)


def _term(statement: Statement) -> tuple[Date | None, ...]:
    """Its dates as they are written: from 2001 until 2005 are four years, for 2005 is the first no longer held."""
    return (statement.from_, statement.through or statement.until) if statement.from_ else (statement.on,)


def _is_anniversary(context: Context) -> bool:
    years = {date.earliest.year for date in (*_reach(context), *_lives(context), *_subjects(context))}
    return any(year - context.figure.value in years for year in years if isinstance(context.figure.value, int | float))


def _counted(context: Context) -> Verdict | None:
    figure = context.figure
    listed = context.setting.listed_after.get(context.scope.block)
    if listed is not None and _is_told_by(figure, listed):
        return Verdict(Outcome.COMPUTED, (), "list")
    if figure.unit and not same_unit(figure.unit, context.ledger.words.sets):
        return None
    if not _is_counted_there(context) and any(_is_told_by(figure, size) for size in _rolls(context)):
        return Verdict(Outcome.COMPUTED, (), "roll")
    if any(_is_told_by(figure, size) for size in _tallies(context, figure)):
        return Verdict(Outcome.COMPUTED, (), "tally")
    return None


def _is_counted_there(context: Context) -> bool:
    """Has the cited place a number of them, *five signed*, where the sentence does not say *all* or *the*?"""
    if _ANAPHORIC.search(context.text[: context.figure.start]):
        return False
    return any(matching.alternatives(context.figure, candidate) for candidate in context.candidates)


def _is_told_by(figure: Mention, size: int) -> bool:
    """Is it this number, and does what bounds it leave the number in: two are not more than two?"""
    return figure.value == size and size in Numbers.of(size, figure.bound)


def _rolls(context: Context) -> Iterator[int]:
    """How many members what the sentence is about had on the days it tells."""
    if not context.figure.unit:
        return
    days = [date.latest for date in (*context.dates, *context.earlier[-1:])]
    for body in sorted(context.scope.entities | context.about):
        for day in days if derive.has_roll(context.ledger, body) else ():
            roll = derive.roll(context.ledger, body, day)
            if roll.surely == roll.possibly:
                yield len(roll.surely)


_LIST = 3
"""From so many states in a row on, the row is what a number counts, and not who else is named."""


def _tallies(context: Context, figure: Mention) -> Iterator[int]:
    """How many states the sentence names in a row or in all, or names of a whole set that the cited statements have."""
    states = {e for e in context.scope.entities if _is_state(context, e)}
    before = {e for e in context.scope.carried if _is_state(context, e)}
    head = context.text[: figure.start]
    rows = [{name.entity_id for name in run} for run in runs(context.scope, context.ledger)]
    if any(len(row) >= _LIST for row in rows):
        yield from map(len, rows)
    elif len(states) > 1:
        yield len(states)
    if _OTHER.search(head):
        sets = [set(w.statement.who) for w in context.candidates if w.statement.complete]
        yield from (len(whole - states) for whole in sets if states & whole)
    elif _ANAPHORIC.search(head) and len(before) > 1:
        yield len(before)


def _is_state(context: Context, entity: str) -> bool:
    found = context.ledger.entities.get(entity)
    return found is not None and found.acts_as == "state"
