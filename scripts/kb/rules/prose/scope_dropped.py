"""What was true on a day, such as a headcount, is told with a date."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Corpus
from kb.verify.describe import compared, shown
from kb.verify.page import Reading
from kb.verify.undated import undated, undated_claims, undated_values

_HELP = "say as of when it was so: in the sentence, in its paragraph or in the heading"


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """What was true on a day, such as a headcount, is told with a date."""
    for read, statement in undated(reading, corpus):
        day = statement.as_of or statement.on
        yield doubtful(
            read.mark,
            f"{shown(read.figure)} is told without a day, against as of {day} in the ledger ({statement.id})",
            _HELP,
            compare=compared(corpus, (statement.id,), read.figure),
            statement=statement.id,
            seen=(shown(read.figure), str(day)),
        )
    for scope in undated_values(reading):
        yield doubtful(
            scope.sentence.mark,
            "a value derived for a day is told in the present tense without that day",
            "add: as of DAY",
            seen=(scope.sentence.text[:40],),
        )
    for scope, claim in undated_claims(reading, corpus):
        yield doubtful(
            scope.sentence.mark,
            f"the claim is told without a day, against as of {claim.as_of} in the ledger ({claim.id})",
            _HELP,
            compare=(claim.marks.get("as-of", claim.mark),),
            statement=claim.id,
            seen=(claim.id, str(claim.as_of)),
        )
