"""A place in a source is not quoted with two figures in the same words."""

import re
from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Evidence, Source
from kb.core.months import NUMBERS as MONTHS

_WORD = re.compile(r"\w+")
LENGTH, PLAIN = 7, 5
"""So many words in a row are compared, of which so many are no figures: fewer a source may well say of two days."""
_FIGURE = "#"


def check(source: Source, resting: tuple[Evidence, ...]) -> Iterator[Finding]:
    """A place in a source is not quoted with two figures in the same words."""
    first: dict[tuple[str, tuple[str, ...]], tuple[tuple[str, ...], Evidence]] = {}
    for evidence in resting:
        for words, run in _runs(evidence.quote):
            told, there = first.setdefault((evidence.at.casefold(), run), (words, evidence))
            if told != words and there.mark != evidence.mark:
                yield doubtful(
                    evidence.marks.get("quote", evidence.mark),
                    f"“{' '.join(words)}” is quoted from {evidence.at} of {source.key}, against “{' '.join(told)}”",
                    "look at the source and correct the quote that is wrong, with the value that rests on it",
                    compare=(there.marks.get("quote", there.mark),),
                    seen=(source.key, " ".join(words), " ".join(told)),
                )
                break


def _runs(quote: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Every few words in a row of a quote, as they are and with a sign for each figure, if it has some of both."""
    words = _WORD.findall(quote.casefold())
    signs = [_FIGURE if word in MONTHS or word[0].isdigit() else word for word in words]
    for at in range(len(words) - LENGTH + 1):
        run = tuple(signs[at : at + LENGTH])
        if _FIGURE in run and LENGTH - run.count(_FIGURE) >= PLAIN:
            yield tuple(words[at : at + LENGTH]), run
