"""What an instrument provides is told by its text or another primary source."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, missing
from kb.core.model import Entity, Source, Statement
from kb.core.provisions import is_primary


def check(
    provisions: Mapping[str, tuple[Statement, ...]], entities: Mapping[str, Entity], sources: Mapping[str, Source]
) -> Iterator[Finding]:
    """What an instrument provides is told by its text or another primary source."""
    for id, those in provisions.items():
        second = [statement for statement in those if not is_primary(statement, sources)]
        second.sort(key=lambda statement: statement.subject != id)
        if second:
            slugs = [statement.slug if statement.subject == id else statement.id for statement in second]
            yield missing(
                second[0].mark,
                f"{len(second)} of {len(those)} statements of what {entities[id].label} provides "
                f"rest on no primary source: {', '.join(slugs)}",
                "look for the text, an official copy or the acting body's own record; its page counts what is lacking",
                statement=second[0].id,
                seen=tuple(slugs),
            )
