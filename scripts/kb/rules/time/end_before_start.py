"""Nothing ends before it begins."""

from collections.abc import Iterator
from datetime import timedelta

from kb.finding import Finding, doubtful, impossible
from kb.model import Statement


def check(statement: Statement) -> Iterator[Finding]:
    """Nothing ends before it begins."""
    start = statement.from_
    for field, end, held in (("until", statement.until, False), ("through", statement.through, True)):
        if start is None or end is None:
            continue
        last = end.latest if held else end.latest - timedelta(days=1)
        if last < start.earliest:
            report = doubtful if start.approximate or end.approximate else impossible
            words = "before" if end.latest < start.earliest else "on the day"
            yield report(
                statement.marks.get(field, statement.mark),
                f"ends {end}, {words} it begins{',' if words == 'before' else ''} {start}".replace("begins, ", "begins "),
                "compare both dates with the cited page; if sources differ, write two statements",
                compare=(statement.marks.get("from", statement.mark),),
                statement=statement.id,
                seen=(str(start), str(end)),
            )
