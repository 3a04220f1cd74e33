"""A waiver says why, in words that would convince a stranger."""

from collections.abc import Iterator

from kb.finding import Finding, impossible
from kb.model import Corpus

FEWEST = 5


def check(corpus: Corpus) -> Iterator[Finding]:
    """A waiver says why, in words that would convince a stranger."""
    for waiver in corpus.waivers:
        words = len(waiver.because.split())
        if words < FEWEST:
            yield impossible(
                waiver.mark,
                f"the reason {waiver.because!r} has {words} words, against at least {FEWEST}",
                "say what is seen in the source or on the page that makes the finding wrong here",
            )
