"""Every figure of a page is carried by a statement that its citation backs."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful, impossible
from kb.extract.mention import Partial
from kb.verify.describe import shown
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage


def check(reading: VerifiedPage) -> Iterator[Finding]:
    """Every figure of a page is carried by a statement that its citation backs."""
    for read in reading.with_outcome(Outcome.UNCITED):
        dated = read.figure.kind == "date" and not isinstance(read.figure.value, Partial)
        yield (impossible if dated else doubtful)(
            read.mark,
            f"{shown(read.figure)} is told without a source, and the page says it nowhere with one",
            "cite the source and the place in it that says so, or tell it in the sentence that is cited",
            seen=(shown(read.figure),),
        )
    for read in reading.with_outcome(Outcome.NOT_ENOUGH):
        yield doubtful(
            read.mark,
            f"nothing that {_cited(read)} backs has {_a_figure(read)} such as {shown(read.figure)}",
            "look it up at the cited place and record it in the ledger; if it follows from the text itself, say it"
            " without a number, or mark it `[…]{.own}`",
            seen=(shown(read.figure),),
        )


def _cited(read: VerifiedMention) -> str:
    places = dict.fromkeys(f"{c.key} ({c.locator})" if c.locator else c.key for c in read.citations)
    return " or ".join(places)


def _a_figure(read: VerifiedMention) -> str:
    kind = read.figure.kind
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
