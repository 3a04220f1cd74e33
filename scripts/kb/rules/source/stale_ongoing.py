"""What is said to go on was looked at within the last year."""

from collections.abc import Iterator
from datetime import date, timedelta

from kb.core.finding import Finding, doubtful, missing
from kb.core.model import Statement

FRESH = timedelta(days=366)
"""After a year it is asked for, after two it is doubtful."""


def check(statement: Statement, today: date) -> Iterator[Finding]:
    """What is said to go on was looked at within the last year."""
    checked = statement.checked
    if statement.open_end != "ongoing" or checked is None or today - checked.latest <= FRESH:
        return
    years = (today - checked.latest) // FRESH
    yield (doubtful if today - checked.latest > 2 * FRESH else missing)(
        statement.marks.get("checked", statement.mark),
        f"ongoing as of {checked}, which is more than {'a year' if years == 1 else f'{years} years'} ago",
        "look again, and write the day into `checked` and into `urldate` of the source; or enter how it ended",
        statement=statement.id,
        seen=(str(checked),),
    )
