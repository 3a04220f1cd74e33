"""A complete set leaves out nobody of its kind whom its own evidence names."""

from collections.abc import Iterator, Mapping

from kb.annotate.entities import NameFinder
from kb.core.finding import Finding, impossible
from kb.core.model import Entity, Statement
from kb.evidence.names_in_quotes import left_out


def check(statement: Statement, named: Mapping[str, Entity], finder: NameFinder) -> Iterator[Finding]:
    """A complete set leaves out nobody of its kind whom its own evidence names."""
    for id in left_out(named, statement, finder):
        yield impossible(
            statement.marks.get("value" if isinstance(statement.value, tuple) else "who", statement.mark),
            f"the set is complete without {named[id].label}, whom its own evidence names",
            "add it to the set; if the quote names it as somebody else, list it under `with`",
            statement=statement.id,
            seen=(id,),
        )
