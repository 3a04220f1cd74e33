"""A value that no quote shows says how it was inferred."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Statement
from kb.evidence.figures_in_quotes import gaps


def check(statement: Statement) -> Iterator[Finding]:
    """A value that no quote shows says how it was inferred."""
    note = "'inferred'" if statement.inferred else "a note 'inferred'"
    for gap in gaps(statement):
        if not gap.instead:
            yield impossible(
                gap.mark,
                f"the {gap.part.kind} {gap.part.word} of {gap.field!r} stands neither in a quote nor in {note}",
                "quote the words that show it, or say in `inferred` where it was read, with that figure in it",
                statement=statement.id,
                seen=(gap.value,),
            )
