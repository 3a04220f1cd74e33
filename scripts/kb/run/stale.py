"""What has not been looked at for long: pages by the day up to which they hold, and what is said to go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kb.core.as_of import stated
from kb.core.dates import Date
from kb.core.mark import Mark
from kb.core.model import Evidence, Source, Statement
from kb.core.published import published, readable
from kb.run.fixtures import Run
from kb.run.shown import newest_told


@dataclass(frozen=True, slots=True)
class AgedPage:
    """A page, up to which day it holds, and the newest day of what it tells to have happened."""

    mark: Mark
    asof: date
    newest: Date | None


@dataclass(frozen=True, slots=True)
class Ongoing:
    """A statement of what goes on, and its newest witness: which source, of when, and what it did on that day."""

    statement: Statement
    witness: str
    day: Date | None
    what: str

    @property
    def mark(self) -> Mark:
        """Where it says when somebody looked."""
        return self.statement.marks.get("checked", self.statement.mark)


def aged_pages(run: Run) -> tuple[AgedPage, ...]:
    """Every page that says up to which day it holds, the oldest first; of one day, what tells the oldest first."""
    found = (
        AgedPage(mark, day, newest_told(run, page))
        for page in run.corpus.pages
        for _, day, mark in (stated(page),)
        if day is not None
    )
    return tuple(sorted(found, key=lambda page: (page.asof, _first(page.newest), page.mark)))


def ongoing(run: Run) -> tuple[Ongoing, ...]:
    """Every statement of what goes on, the one first whose newest witness is the oldest, or has no day at all."""
    those = (statement for statement in run.corpus.statements.values() if statement.open_end == "ongoing")
    found = (_witnessed(statement, run) for statement in those)
    return tuple(sorted(found, key=lambda each: (_first(each.day, date.min), each.mark)))


def _witnessed(statement: Statement, run: Run) -> Ongoing:
    seen = [each for evidence in statement.evidence for each in _days(evidence, run.corpus.sources.get(evidence.by))]
    day, what, key = max(seen, key=lambda each: each[0].earliest, default=(None, "", ""))
    return Ongoing(statement, key, day, what)


def _days(evidence: Evidence, source: Source | None) -> Iterator[tuple[Date, str, str]]:
    if source is not None:
        days = ((published(source), "published"), (readable(source.fields.get("urldate", "")), "looked up"))
        yield from ((day, what, evidence.by) for day, what in days if day)


def _first(day: Date | None, without: date = date.max) -> date:
    """The day by which to sort; what tells of no day can not be out of date, or can not be known to go on."""
    return day.earliest if day else without
