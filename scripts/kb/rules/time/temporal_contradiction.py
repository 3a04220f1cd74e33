"""Dates, durations and order words can all be true together."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible, missing
from kb.core.mark import Mark
from kb.core.model import Corpus
from kb.network.contradictions import Contradiction, contradictions, telling, told


def check(corpus: Corpus) -> Iterator[Finding]:
    """Dates, durations and order words can all be true together."""
    for found in contradictions(corpus):
        blamed = corpus.statements[found.blamed]
        if not found.chain:
            text = "too much in dispute hangs together here to try every reading of dates and order"
            yield missing(blamed.mark, text, "follow one of the statements in dispute", statement=blamed.id)
            continue
        clauses = "; ".join(told(corpus, link) for link in telling(found.chain))
        mark, *compare = _marks(corpus, found)
        yield impossible(
            mark,
            f"these cannot all be so, by {found.days:,} {'day' if found.days == 1 else 'days'}: {clauses}",
            "compare each date and order word with its source; if sources differ, write two statements and a judgement",
            compare=tuple(compare),
            statement=blamed.id,
            seen=tuple(f"{link.by} {link.says}".strip() for link in telling(found.chain)),
        )


def _marks(corpus: Corpus, found: Contradiction) -> list[Mark]:
    """Where the chain was written: what is most likely wrong first, and of each statement the date before the order."""
    said = [(link.by, link.field) for link in found.chain if link.by and link.field]
    said.sort(key=lambda each: (each[0] != found.blamed, "." in each[1]))
    places = [corpus.statements[id].marks.get(field, corpus.statements[id].mark) for id, field in said]
    return list(dict.fromkeys(places)) or [corpus.statements[found.blamed].mark]
