"""A count is bounded as the words beside it in its source are."""

import re
from collections.abc import Iterator

from kb.core.digits import grouped
from kb.core.finding import Finding, impossible
from kb.core.model import Count, Statement
from kb.evidence.quotes import mentions
from kb.extract.units import bound_before

WORDS_BEFORE = {
    "about": "около|примерно|порядка|приблизительно",
    "nearly": "nearly|almost|почти",
    "over": "более|свыше|больше|не менее",
    "up-to": "до|не более|не больше",
    "under": "менее|меньше",
}
BEFORE = [(bound, re.compile(rf"(?<!не )\b(?:{words})\s$")) for bound, words in WORDS_BEFORE.items()]
FITTING = {"nearly": ("about", "under"), "under": ("under", "up-to"), "up-to": ("up-to", "under")}

MONEY = re.compile(r"(?:\b(?:us|a|c))?[$€£₽] ?$")


def check(statement: Statement) -> Iterator[Finding]:
    """A count is bounded as the words beside it in its source are."""
    counts = [("value", statement.value)] if isinstance(statement.value, Count) else []
    for field, count in (*counts, *((f"counts.{n}", count) for n, count in enumerate(statement.counts))):
        said = {bound: e for e in statement.evidence for bound in _bounds(e.quote, count.n)}
        noted = {bound for bound in _bounds(statement.inferred or "", count.n) if bound != "exactly"}
        if said and not any(count.bound in FITTING.get(bound, (bound,)) for bound in (*said, *noted)):
            bound, evidence = next(iter(said.items()))
            yield impossible(
                statement.marks.get(field, statement.mark),
                f"{count.bound} {grouped(count.n)}, against {bound} in the quote of {evidence.by} ({evidence.at})",
                "write `bound:` as the source has it: about, over, under or up-to; without one the number is exact",
                compare=(evidence.marks.get("quote", evidence.mark),),
                statement=statement.id,
                seen=(count.bound, bound),
            )


def _bounds(text: str, n: float) -> list[str]:
    """How each mention of the number is bounded there."""
    lower = text.lower()
    return [_before(lower, start) for start, value in mentions(lower) if value == n]


def _before(text: str, start: int) -> str:
    """The bound before a number and its sign of money."""
    before = MONEY.sub("", text[max(0, start - 40) : start])
    read = next((bound for bound, words in BEFORE if words.search(before)), None)
    return read or bound_before(before, len(before))
