"""A sentence that tells a hedged claim keeps the hedge."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.verify.claims import Telling, is_hedged


def check(tellings: tuple[Telling, ...]) -> Iterator[Finding]:
    """A sentence that tells a hedged claim keeps the hedge."""
    for telling in tellings:
        claim = telling.claim.statement
        if not telling.is_sure or is_hedged(telling):
            continue
        yield impossible(
            telling.scope.sentence.mark,
            f"the claim is told without its hedge, against {', '.join(claim.hedge)} in the source ({claim.id})",
            "keep a word that says how sure the author is: appears, may, can be",
            compare=(claim.marks.get("hedge.0", claim.mark),),
            statement=claim.id,
            seen=(claim.id,),
        )
