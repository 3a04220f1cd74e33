"""Nothing ends before it begins."""

from collections.abc import Iterator
from datetime import timedelta

from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import Days
from kb.core.model import Statement
from kb.core.truth import Truth


def check(statement: Statement) -> Iterator[Finding]:
    """Nothing ends before it begins."""
    start = statement.from_
    for field, end, lost in (("until", statement.until, 1), ("through", statement.through, 0)):
        if start is None or end is None or end.latest - timedelta(days=lost) >= start.earliest:
            continue
        surely = Days.of(end).later(-lost).before(Days.of(start))
        report = impossible if surely is Truth.SURELY else doubtful
        order = (
            "before it begins" if end.latest < start.earliest else "the first day no longer, against the day it begins"
        )
        yield report(
            statement.marks.get(field, statement.mark),
            f"ends {end}, {order} {start}",
            "compare both dates with the cited page; if sources differ, write two statements",
            compare=(statement.marks.get("from", statement.mark),),
            statement=statement.id,
            seen=(str(start), str(end)),
        )
