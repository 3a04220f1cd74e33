"""A verb that vouches for what it reports stands in the source too."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Corpus
from kb.verify.page import Reading
from kb.verify.verbs import stronger


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """A verb that vouches for what it reports stands in the source too."""
    for found in stronger(reading, corpus):
        statement = found.witness.statement
        weaker = statement.stance or "says"
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.start),
            f"{found.verb!r} makes it true, but nothing at the cited place does so ({statement.id})",
            f"use a verb that only reports: {weaker}, says, holds; or quote the words that vouch for it",
            compare=(statement.mark,),
            statement=statement.id,
            seen=(found.verb, statement.id),
        )
