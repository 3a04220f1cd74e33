"""The dates of an entry agree with one another, and it was seen on a day."""

import re
from collections.abc import Iterator
from datetime import timedelta

from kb.core.dates import Date
from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import overlap
from kb.core.model import Source
from kb.core.published import published, readable
from kb.core.truth import Truth

LATE = timedelta(days=7)
"""So much later than the source may a copy of it have been put up."""
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)", re.ASCII)
HELP = "compare it with the source itself; write 2016-10-14, as precise as the source, and no more precise"


def check(source: Source) -> Iterator[Finding]:
    """The dates of an entry agree with one another, and it was seen on a day."""
    fields = source.fields
    seen = readable(fields.get("urldate", ""))
    if seen and seen.precision != "day":
        yield _wrong(source, "urldate", f"'urldate' is {fields['urldate']!r}, against a day such as 2016-10-14")
    when, year = published(source), readable(fields.get("year", ""))
    if "date" in fields and when and year and overlap(when, year) is Truth.NEVER:
        yield _wrong(source, "year", f"'year' is {year}, against 'date' {when}")
    told = _in_address(fields.get("url", ""))
    if when and told and (told.latest < when.earliest or told.earliest > when.latest + LATE):
        yield doubtful(
            source.marks.get("url", source.mark),
            f"the address of {source.key} has the date {told}, against {when} in the entry",
            HELP,
            compare=(source.marks.get("date" if "date" in fields else "year", source.mark),),
            seen=(str(told), str(when)),
        )


def _wrong(source: Source, name: str, text: str) -> Finding:
    return impossible(source.marks.get(name, source.mark), text, HELP, seen=(source.key, source.fields[name]))


def _in_address(url: str) -> Date | None:
    """The date that many sites put into an address, such as /2016/10/14/ or 20161014."""
    found = _IN_ADDRESS.search(url)
    if found is None or not (found[2] or found[4]):  # six digits alone may be any number
        return None
    return readable("-".join(part for part in (found[1], found[3], found[4]) if part))
