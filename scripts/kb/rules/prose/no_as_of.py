"""A page says up to which day it holds, and tells and cites nothing later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kb.core.dates import BadDate, Date, parse
from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import covers
from kb.core.mark import Mark
from kb.core.model import Citation, Ledger, Page, Source, Statement
from kb.core.model.corpus import latest
from kb.verify.grounds import Grounds
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage

_MOVE_ON = "compare the page with its sources as they are by now, and write that day into `asof`"


def check(
    reading: VerifiedPage, grounds: Grounds, dated: str, today: date, uncommitted: Mapping[str, date]
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
        yield from _later(reading, grounds, day, mark)


def _later(reading: VerifiedPage, grounds: Grounds, day: date, mark: Mark) -> Iterator[Finding]:
    """One finding for all later dates and one for all sources looked up later, at the first of each."""
    told = [(read.mark, f"{read.figure.text} is") for read in told_after(day, reading, grounds.ledger)]
    late = seen_after(day, reading.page, grounds.sources)
    seen = [(cited.mark, f"{cited.key} was looked up on {when},") for cited, when in late]
    for those in (told, seen):
        if those:
            place, what = those[0]
            others = len(those) - 1
            more = f"; {others} more here {'is' if others == 1 else 'are'} later too" if others else ""
            text = f"{what} after {day}, the day up to which this page holds{more}"
            yield impossible(place, text, _MOVE_ON, compare=(mark,), seen=(what, str(day)))


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


def told_after(day: date, reading: VerifiedPage, ledger: Ledger) -> Iterator[VerifiedMention]:
    """Dates told that begin after the day: of what happened, not of what was planned or is to end."""
    for read in reading.with_outcome(Outcome.SUPPORTED):
        value = read.figure.value
        if isinstance(value, Date) and value.earliest > day:
            told = (date for id in read.statements for date in _happened(ledger.statements[id], ledger))
            if any(covers(value, date) for date in told):
                yield read


def _happened(statement: Statement, ledger: Ledger) -> tuple[Date, ...]:
    declared = ledger.properties.get(statement.property)
    is_ahead = statement.planned or (declared is not None and declared.future)
    dates = () if is_ahead else (statement.value, statement.on, statement.from_, statement.as_of)
    return tuple(date for date in dates if isinstance(date, Date))


def seen_after(day: date, page: Page, sources: Mapping[str, Source]) -> Iterator[tuple[Citation, str]]:
    """The first citation of each source that was looked up after the day, with the day of that."""
    known: set[str] = set()
    for citation in (c for block in page.blocks for sentence in block.sentences for c in sentence.citations):
        source = sources.get(citation.key)
        seen = source.fields.get("urldate") if source else None
        when = _day(seen)
        if seen and when and when > day and citation.key not in known:
            yield citation, seen
        known.add(citation.key)


def dated(pages: tuple[Page, ...]) -> str:
    """The first page that says up to which day it holds."""
    return next((page.path for page in pages if page.vouched and page.front.get("asof")), "")


FIXTURES = (dated,)
