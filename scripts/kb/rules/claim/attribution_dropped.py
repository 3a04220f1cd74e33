"""A sentence that tells a claim names its author, or says that someone says so."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Corpus
from kb.verify.attribution import is_attributed
from kb.verify.claims import tellings
from kb.verify.page import Reading


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """A sentence that tells a claim names its author, or says that someone says so."""
    told = [telling for telling in tellings(reading, corpus) if not is_attributed(telling, corpus)]
    for telling in told:
        claim = telling.claim.statement
        source = corpus.sources.get(telling.citation.key)
        names = [corpus.entities[a].label for a in claim.author if a in corpus.entities] or list(
            source.authors if source else ()
        )
        yield impossible(
            telling.scope.sentence.mark,
            f"a claim of {' and '.join(names) or telling.citation.key} is told as fact ({claim.id})",
            f"leave it to its author: {names[0] if names else 'the author'} {claim.stance} that …",
            compare=(claim.mark,),
            statement=claim.id,
            seen=(claim.id,),
        )
