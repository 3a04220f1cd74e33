"""Nobody saw a source before it was published, or after today."""

from collections.abc import Iterator, Mapping
from datetime import date

from kb.core.finding import Finding, impossible
from kb.core.interval import before
from kb.core.model import Source
from kb.core.model.corpus import latest
from kb.core.published import published, readable
from kb.core.truth import Truth


def check(sources: Mapping[str, Source], today: date, uncommitted: Mapping[str, date]) -> Iterator[Finding]:
    """Nobody saw a source before it was published, or after today."""
    for source in sources.values():
        seen, when = readable(source.fields.get("urldate", "")), published(source)
        mark = source.marks.get("urldate", source.mark)
        last = latest(mark.path, today, uncommitted)
        if seen and seen.earliest > last:
            yield impossible(
                mark,
                f"{source.key} was seen on {seen}, after {last}, the day that counts as today",
                "write the day on which you looked",
                seen=(source.key, str(seen)),
            )
        if seen and when and before(seen, when) is Truth.SURELY:
            yield impossible(
                mark,
                f"{source.key} was seen on {seen}, before it was published, {when}",
                "compare both with the source: one of the two is a slip, or the page was seen in an earlier state",
                compare=(source.marks.get("date", source.marks.get("year", source.mark)),),
                seen=(source.key, str(seen), str(when)),
            )
