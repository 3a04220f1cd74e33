"""A page says up to which day it holds, and tells and cites nothing later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kb.core.as_of import stated
from kb.core.dates import Date
from kb.core.finding import Finding, doubtful, impossible
from kb.core.mark import Mark
from kb.core.model import Citation, Ledger, Page, Source, Statement
from kb.core.model.corpus import latest
from kb.core.newest import happened
from kb.core.published import published, readable
from kb.verify.grounds import Grounds
from kb.verify.shown import Shown, retold
from kb.verify.verdict import VerifiedPage

_MOVE_ON = "compare the page with its sources as they are by now, and write that day into `asof`"


@dataclass(frozen=True, slots=True)
class Later:
    """What is later than the day of a page: of when, what it is, and where it stands on the page and in the records."""

    day: Date
    what: str
    places: tuple[Mark, Mark]


def check(
    reading: VerifiedPage,
    grounds: Grounds,
    displayed: tuple[Shown, ...],
    dated: str,
    today: date,
    uncommitted: Mapping[str, date],
) -> Iterator[Finding]:
    """A page says up to which day it holds, and tells and cites nothing later."""
    said, day, mark = stated(reading.page)
    if said is None and reading.page.about:
        if dated:
            yield doubtful(
                mark,
                f"this page does not say up to which day it holds, and {dated} does",
                "write `asof: YYYY-MM-DD` into the front matter: the day on which you compared it with its sources",
                seen=(reading.page.path,),
            )
    elif said is not None and (day is None or day > (last := latest(mark.path, today, uncommitted))):
        yield impossible(
            mark,
            f"'asof' is {said!r}, which is " + (f"after {last}" if day else "no day"),
            "write the day on which the page was last compared with its sources, as YYYY-MM-DD",
            seen=(said,),
        )
    elif day is not None:
        yield from _later(told_after(day, reading, displayed, grounds), day, mark)
        yield from _later(cited_after(day, reading.page, grounds.sources), day, mark)


def _later(those: Iterable[Later], day: date, mark: Mark) -> Iterator[Finding]:
    """One finding for all that is later: the newest of it."""
    found = sorted(those, key=lambda each: each.day.earliest, reverse=True)
    if found:
        newest, others = found[0], len(found) - 1
        more = f"; {others} more here {'is' if others == 1 else 'are'} later too" if others else ""
        text = f"this page holds up to {day}, and {newest.what} {newest.day}{more}"
        yield impossible(mark, text, _MOVE_ON, compare=newest.places, seen=(newest.what, str(newest.day), str(day)))


def told_after(day: date, reading: VerifiedPage, displayed: tuple[Shown, ...], grounds: Grounds) -> Iterator[Later]:
    """Each statement that the page shows and that begins after the day, where it is shown first."""

    def is_later(statement: Statement) -> bool:
        return bool(_since(day, statement, grounds.ledger))

    first: dict[str, Shown] = {}
    for shown in (*retold(reading, grounds, is_later), *(each for each in displayed if is_later(each.statement))):
        first.setdefault(shown.statement.id, shown)
    for id, shown in first.items():
        when = _since(day, shown.statement, grounds.ledger)[0]
        yield Later(when, f"{id}, told here, is of", (shown.mark, shown.statement.mark))


def _since(day: date, statement: Statement, ledger: Ledger) -> tuple[Date, ...]:
    """The days after that day on which it happened, or as of which somebody said so."""
    dates = happened(statement, ledger)
    dates += (statement.as_of,) if statement.as_of and not statement.planned else ()
    return tuple(date for date in dates if date.earliest > day)


def cited_after(day: date, page: Page, sources: Mapping[str, Source]) -> Iterator[Later]:
    """Each source cited that was published or looked up after the day, where it is cited first."""
    first: dict[str, Citation] = {}
    for citation in (c for block in page.blocks for sentence in block.sentences for c in sentence.citations):
        first.setdefault(citation.key, citation)
    for source in (sources[key] for key in first if key in sources):
        days = ("was looked up on", readable(source.fields.get("urldate", ""))), ("is of", published(source))
        what, when = next(((what, when) for what, when in days if when and when.earliest > day), ("", None))
        if when:
            yield Later(when, f"{source.key}, cited here, {what}", (first[source.key].mark, source.mark))


def dated(pages: tuple[Page, ...]) -> str:
    """The first page that says up to which day it holds."""
    return next((page.path for page in pages if page.vouched and page.front.get("asof")), "")


FIXTURES = (dated,)
