"""Entries of the bibliography as they were written, for whoever keeps one of their own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from kb.core.model import Corpus, Source


def entries(corpus: Corpus, text: str, wanted: Iterable[Source]) -> str:
    """What stands in the text of the bibliography for these sources, in its order; each begins on a line of its own."""
    told = _by_line(corpus, text)
    return "\n\n".join(told[line] for line in sorted({source.mark.line for source in wanted})) + "\n"


@lru_cache(maxsize=2)
def _by_line(corpus: Corpus, text: str) -> dict[int, str]:
    """Every entry by the line on which it begins."""
    lines = text.split("\n")
    begins = sorted(source.mark.line for source in corpus.sources.values())
    return {begin: "\n".join(lines[begin - 1 : end - 1]).strip() for begin, end in pairwise([*begins, len(lines) + 1])}
