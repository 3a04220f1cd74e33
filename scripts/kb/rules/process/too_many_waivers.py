"""At most two statements in a hundred need a waiver."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Corpus

SHARE = 0.02


def check(corpus: Corpus) -> Iterator[Finding]:
    """At most two statements in a hundred need a waiver."""
    most = max(1, int(SHARE * len(corpus.statements)))
    for waiver in corpus.waivers[most : most + 1]:
        yield impossible(
            waiver.mark,
            f"there are {len(corpus.waivers)} waivers for {len(corpus.statements)} statements, against at most {most}",
            "mend findings until fewer waivers are needed; the allowance does not grow",
        )
