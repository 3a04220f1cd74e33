"""A count is bounded as the words beside it in its source are."""

from collections.abc import Iterator

from kb.core.digits import grouped
from kb.core.finding import Finding, impossible
from kb.core.model import Count, Statement
from kb.core.numbers import BETWEEN
from kb.evidence.quoted_bounds import bounds

FITTING = {"nearly": ("about", "under"), "under": ("under", "up-to"), "over": ("over", "at-least")}
"""What a bound may be entered as: itself, or what allows more on the same side."""
HELP = "write `bound:` as the source has it: about, at-least, over, under, up-to; without one it is exact"
BOTH = "write both numbers as the source has them: `{n: 500, to: 600}`"


def check(statement: Statement) -> Iterator[Finding]:
    """A count is bounded as the words beside it in its source are."""
    counts = [("value", statement.value)] if isinstance(statement.value, Count) else []
    for field, count in (*counts, *((f"counts.{n}", count) for n, count in enumerate(statement.counts))):
        said = {bound: e for e in statement.evidence for n in count.written for bound in bounds(e.quote, n)}
        noted = {bound for n in count.written for bound in bounds(statement.inferred or "", n) if bound != "exactly"}
        if said and not any(count.bound in FITTING.get(bound, (bound,)) for bound in (*said, *noted)):
            bound, evidence = next(iter(said.items()))
            told = " and ".join(grouped(n) for n in count.written)
            yield impossible(
                statement.marks.get(field, statement.mark),
                f"{count.bound} {told}, against {bound} in the quote of {evidence.by} ({evidence.at})",
                BOTH if bound == BETWEEN else HELP,
                compare=(evidence.marks.get("quote", evidence.mark),),
                statement=statement.id,
                seen=(count.bound, bound),
            )
