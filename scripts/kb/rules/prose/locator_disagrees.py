"""A citation names the place in the source at which the ledger has it."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Citation
from kb.core.places import each, in_order
from kb.evidence.index import EvidenceIndex
from kb.lang import en
from kb.verify.describe import compared, shown
from kb.verify.grounds import Grounds
from kb.verify.verdict import Outcome, VerifiedPage


def check(reading: VerifiedPage, grounds: Grounds) -> Iterator[Finding]:
    """A citation names the place in the source at which the ledger has it."""
    for read in reading.with_outcome(Outcome.ELSEWHERE):
        if read.figure.text.isdigit() and en.OF_YEAR.search(read.scope.sentence.text[: read.figure.start]):
            continue
        statement = grounds.ledger.statements[read.statements[0]]
        cited = {citation.key for citation in read.citations}
        there = dict.fromkeys(f"{e.by} ({e.at})" for e in statement.evidence if e.by in cited)
        yield doubtful(
            read.mark,
            f"{shown(read.figure)} is not at {_places(read.citations)} but at {', '.join(there)} ({statement.id})",
            "cite the place that says it, or add the cited place to the statement's evidence",
            compare=compared(grounds.ledger, read.statements[:3], read.figure),
            statement=statement.id,
            seen=(shown(read.figure),),
        )
    yield from _empty_places(reading, grounds.evidence)


def _empty_places(reading: VerifiedPage, heard: EvidenceIndex) -> Iterator[Finding]:
    """Citations of a place at which the ledger has nothing, in sentences whose figures do not say so already."""
    failing = (Outcome.ELSEWHERE, Outcome.REFUTED, Outcome.NOT_ENOUGH)
    told = {citation.mark for read in reading.with_outcome(*failing) for citation in read.citations}
    for citation in (c for scope in reading.scopes for group in scope.groups for c in group):
        known = heard.places(citation.key)
        for place in each(citation.locator) if known and citation.mark not in told else ():
            if not heard.at(citation.key, place):
                yield doubtful(
                    citation.mark,
                    f"the ledger has nothing at {place} of {citation.key}, against {' · '.join(in_order(known)[:6])}",
                    "cite the place that says it, or record what stands there",
                    compare=heard.written(citation.key)[:6],
                    seen=(citation.key, place),
                )


def _places(citations: tuple[Citation, ...]) -> str:
    return ", ".join(dict.fromkeys(f"{c.key} ({c.locator})" for c in citations))
