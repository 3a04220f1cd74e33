"""As of when a page holds: the day it states, and what it tells or cites that is later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.core.dates import BadDate, Date, parse
from kb.core.interval import covers
from kb.core.mark import Mark
from kb.core.model import Citation, Corpus, Page, Statement
from kb.verify.page import Outcome, ReadFigure, Reading


def stated(page: Page) -> tuple[str | None, date | None, Mark]:
    """What the front matter says, the day it means if it is one, and where it stands."""
    said = page.front.get("asof")
    if said is None:
        return None, None, Mark(page.path, 1, 1)
    line = next((n for n, text in enumerate(page.source.split("\n"), 1) if text.startswith("asof:")), 1)
    return said, _day(said), Mark(page.path, line, len("asof: ") + 1)


def _day(said: str | None) -> date | None:
    try:
        found = parse(said or "")
    except BadDate:
        return None
    return found.earliest if found.precision == "day" else None


def told_after(day: date, reading: Reading, corpus: Corpus) -> Iterator[ReadFigure]:
    """Dates told that begin after the day: of what happened, not of what was planned or is to end."""
    for read in reading.with_outcome(Outcome.AGREED):
        value = read.figure.value
        if isinstance(value, Date) and value.earliest > day:
            told = (date for id in read.statements for date in _happened(corpus.statements[id], corpus))
            if any(covers(value, date) for date in told):
                yield read


def _happened(statement: Statement, corpus: Corpus) -> tuple[Date, ...]:
    declared = corpus.properties.get(statement.property)
    is_ahead = statement.planned or (declared is not None and declared.future)
    dates = () if is_ahead else (statement.value, statement.on, statement.from_, statement.as_of)
    return tuple(date for date in dates if isinstance(date, Date))


def seen_after(day: date, page: Page, corpus: Corpus) -> Iterator[tuple[Citation, str]]:
    """The first citation of each source that was looked up after the day, with the day of that."""
    known: set[str] = set()
    for citation in (c for block in page.blocks for sentence in block.sentences for c in sentence.citations):
        source = corpus.sources.get(citation.key)
        seen = source.fields.get("urldate") if source else None
        when = _day(seen)
        if seen and when and when > day and citation.key not in known:
            yield citation, seen
        known.add(citation.key)
