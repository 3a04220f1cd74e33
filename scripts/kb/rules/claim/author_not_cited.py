"""Who is quoted as saying something is among those who are cited for it."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Corpus
from kb.verify.page import Reading
from kb.verify.speakers import misattributed


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """Who is quoted as saying something is among those who are cited for it."""
    for found in misattributed(reading, corpus):
        keys = " and ".join(dict.fromkeys(citation.key for citation in found.cited))
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.start),
            f"{found.author} is said to say so, but {keys} is neither by nor about {found.author}",
            "cite the work of theirs that says it, or the report that quotes them; or name who does say it",
            seen=(found.author, keys),
        )
