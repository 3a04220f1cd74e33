"""A sentence that tells what the ledger has from a source cites a source that says so."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Corpus
from kb.verify.describe import compared, shown
from kb.verify.page import Reading
from kb.verify.uncited import restated_days, uncited

_HELP = "cite the place that says it, right behind the words; or say less"


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """A sentence that tells what the ledger has from a source cites a source that says so."""
    for found in uncited(reading, corpus):
        statement = found.told.witness.statement
        sources = list(dict.fromkeys(f"{evidence.by} ({evidence.at})" for evidence in statement.evidence))
        against = "the citation before it does not say it" if found.piece.behind else "nothing is cited for it"
        yield doubtful(
            found.piece.scope.sentence.place(reading.page.path, found.piece.start),
            f"this tells what {' and '.join(sources[:2])} has, and {against} ({statement.id})",
            _HELP,
            compare=(statement.mark,),
            statement=statement.id,
            seen=(statement.id,),
        )
    for read in restated_days(reading):
        yield doubtful(
            read.mark,
            f"{shown(read.figure)} is cited elsewhere on the page and not here",
            _HELP,
            compare=compared(corpus, read.statements[:3], read.figure),
            statement=read.statements[0] if read.statements else None,
            seen=(shown(read.figure),),
        )
