"""Who or where a statement names is named in a quote, or in the note that infers it."""

from collections.abc import Iterator, Mapping

from kb.annotate.entities import NameFinder
from kb.core.finding import Finding, impossible
from kb.core.model import Entity, Source, Statement
from kb.evidence.names_in_quotes import unread, untold


def check(
    statement: Statement, named: Mapping[str, Entity], sources: Mapping[str, Source], finder: NameFinder
) -> Iterator[Finding]:
    """Who or where a statement names is named in a quote, or in the note that infers it."""
    note = "'inferred'" if statement.inferred else "a note 'inferred'"
    for name in unread(named, sources, statement, finder):
        yield impossible(
            name.mark,
            f"{name.label} of {name.field!r} is named neither in a quote nor in {note}",
            "quote the words that name it, or say in `inferred` how it is known, with its name",
            statement=statement.id,
            seen=(name.entity,),
        )
    for name in untold(named, statement, finder):
        yield impossible(
            name.mark,
            f"{name.label} of {name.field!r} is named in no words, quote or other field of the statement",
            "see whom the statement tells of; what it tells of in other words, name in `with`",
            statement=statement.id,
            seen=(name.field, name.entity),
        )
