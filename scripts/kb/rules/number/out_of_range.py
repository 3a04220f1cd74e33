"""A count, an ordinal or an article number is one that there can be."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Count, Property, Statement


def check(statement: Statement, properties: Mapping[str, Property]) -> Iterator[Finding]:
    """A count, an ordinal or an article number is one that there can be."""
    for field, fault, value in _faults(statement, properties.get(statement.property)):
        yield impossible(
            statement.marks.get(field, statement.mark),
            fault,
            "look for a digit too many or too few; if the number is right, widen the range in the schema",
            statement=statement.id,
            seen=(value,),
        )


def _faults(statement: Statement, declared: Property | None) -> Iterator[tuple[str, str, str]]:
    if statement.ordinal == 0:
        yield "ordinal", "ordinal 0, against the first and later ones", "0"
    for n, article in enumerate(statement.articles):
        if article == 0:
            yield f"articles.{n}", "article 0, against article 1 and later ones", "0"
    for n, count in enumerate(statement.counts):
        if count.n < 0:
            yield f"counts.{n}", f"{count}, against none or more", str(count)
    if declared is None:
        return
    value = statement.value
    if isinstance(value, tuple) and statement.complete:
        value = Count(float(len(value)), ("in a set that leaves nobody out",))
    if isinstance(value, Count):
        for fault in _of_count(value, declared):
            yield "value", f"{value}, against {fault} for {declared.name!r}", str(value)


def _of_count(count: Count, declared: Property) -> Iterator[str]:
    if declared.least is not None and count.n < declared.least:
        yield f"at least {declared.least}"
    if declared.most is not None and max(count.written) > declared.most:
        yield f"at most {declared.most:,}"
    if declared.whole and any(n != int(n) for n in count.written):
        yield "a whole number"
