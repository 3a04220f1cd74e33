"""Citations that stand together name each place of a source once."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.places import parse
from kb.verify.verdict import VerifiedPage


def check(reading: VerifiedPage) -> Iterator[Finding]:
    """Citations that stand together name each place of a source once."""
    for group in (group for scope in reading.scopes for group in scope.groups):
        seen: set[object] = set()
        for citation in group:
            place = (citation.key, parse(citation.locator))
            where = f"{citation.key} ({citation.locator})" if citation.locator else citation.key
            if place in seen:
                yield doubtful(
                    citation.mark,
                    f"{where} is cited twice",
                    "one of the two may be meant for another place: look at the source, or cite it once",
                    seen=(citation.key, citation.locator),
                )
            seen.add(place)
