"""No value says other than the quote it rests on."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Statement
from kb.evidence.figures_in_quotes import gaps


def check(statement: Statement) -> Iterator[Finding]:
    """No value says other than the quote it rests on."""
    sources = ", ".join(f"{evidence.by} ({evidence.at})" for evidence in statement.evidence)
    for gap in gaps(statement):
        if gap.instead:
            instead = " and ".join(gap.instead)
            yield impossible(
                gap.mark,
                f"the {gap.part.kind} of {gap.field!r} is {gap.part.word}, against {instead} in the quote of {sources}",
                "compare value and quote with the source; if the value was worked out, say how in `inferred`",
                compare=tuple(e.marks["quote"] for e in statement.evidence if "quote" in e.marks),
                statement=statement.id,
                seen=(gap.value,),
            )
