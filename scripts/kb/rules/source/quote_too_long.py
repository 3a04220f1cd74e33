"""A quote has at most twelve words."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Statement

MOST = 12


def check(statement: Statement) -> Iterator[Finding]:
    """A quote has at most twelve words."""
    for evidence in statement.evidence:
        words = [word for word in evidence.quote.split() if any(c.isalnum() for c in word)]
        if len(words) > MOST:
            yield impossible(
                evidence.marks.get("quote", evidence.mark),
                f"the quote has {len(words)} words, against at most {MOST}",
                "keep the words the value rests on; more than that is the author's, not ours to copy",
                statement=statement.id,
                seen=(evidence.quote,),
            )
