"""A waiver says why, in words that would convince a stranger."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Boilerplate, Corpus, Waiver

FEWEST = 5


def check(corpus: Corpus) -> Iterator[Finding]:
    """A waiver says why, in words that would convince a stranger."""
    exceptions: tuple[Waiver | Boilerplate, ...] = (*corpus.waivers, *corpus.boilerplate)
    for waiver in exceptions:
        words = len(waiver.because.split())
        if words < FEWEST:
            yield impossible(
                waiver.mark,
                f"the reason {waiver.because!r} has {words} words, against at least {FEWEST}",
                "say what is seen in the source or on the page that makes the finding wrong here",
            )
