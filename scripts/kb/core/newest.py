"""The newest day on which something happened, of all that is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kb.core.dates import Date
from kb.core.derive import overruled
from kb.core.model import Ledger, Statement


def happened(statement: Statement, ledger: Ledger) -> tuple[Date, ...]:
    """The dates on which it happened or from which on it is so: none of what is only planned, and no end.

    An end is set before it comes, and ``as_of`` is the day of somebody who looked, on which nothing need have happened.
    """
    declared = ledger.properties.get(statement.property)
    is_plan = bool(statement.events) and all(event.modality == "planned" for event in statement.events)
    is_ahead = statement.planned or is_plan or (declared is not None and declared.future)
    dates = () if is_ahead else (statement.value, statement.on, statement.from_)
    return tuple(date for date in dates if isinstance(date, Date))


def newest(statements: Iterable[Statement], ledger: Ledger, last: date) -> Date | None:
    """The newest day up to the last one, without what is overruled; of two that begin alike the more precise one."""
    followed = (statement for statement in statements if not overruled(ledger, statement))
    days = (day for statement in followed for day in happened(statement, ledger) if day.earliest <= last)
    return max(days, key=lambda day: (day.earliest, -day.latest.toordinal()), default=None)
