"""A sentence that tells a claim names its author, or says that someone says so."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.verify.attribution import is_attributed
from kb.verify.claims import Telling
from kb.verify.grounds import Witnesses


def check(tellings: tuple[Telling, ...], witnesses: Witnesses) -> Iterator[Finding]:
    """A sentence that tells a claim names its author, or says that someone says so."""
    for telling in (telling for telling in tellings if not is_attributed(telling, witnesses)):
        claim = telling.claim.statement
        source = witnesses.sources.get(telling.citation.key)
        names = [witnesses.named[a].label for a in claim.author if a in witnesses.named] or list(
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
