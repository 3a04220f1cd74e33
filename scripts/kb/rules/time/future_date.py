"""What is dated after today is said to be planned or expected."""

from collections.abc import Iterator, Mapping
from datetime import date

from kb.core.dates import Date
from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import Days
from kb.core.model import Property, Statement
from kb.core.model.corpus import latest


def check(
    statement: Statement, properties: Mapping[str, Property], today: date, uncommitted: Mapping[str, date]
) -> Iterator[Finding]:
    """What is dated after today is said to be planned or expected."""
    declared = properties.get(statement.property)
    value = statement.value if isinstance(statement.value, Date) else None
    dates = {"checked": statement.checked}
    if declared is not None and not declared.future and not statement.planned:
        dates |= {"value": value, "on": statement.on, "from": statement.from_, "as-of": statement.as_of}
    last = latest(statement.mark.path, today, uncommitted)
    for field, when in dates.items():
        if when is not None and when.earliest > last:
            report = impossible if Days.of(when).first > last.toordinal() else doubtful
            yield report(
                statement.marks.get(field, statement.mark),
                f"{field!r} is {when}, after {last}, the day that counts as today",
                "correct the date; what is planned has `planned: true`, or a property with `future: true`",
                statement=statement.id,
                seen=(str(when),),
            )
