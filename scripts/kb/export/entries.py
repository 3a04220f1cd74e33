"""Entries of the bibliography as they were written, for whoever keeps one of their own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from kb.core.model import Corpus, Source


def entries(corpus: Corpus, text: str, wanted: Iterable[Source]) -> str:
    """What stands in the text of the bibliography for these sources, in its order; each begins on a line of its own."""
    lines = text.split("\n")
    begins = sorted(source.mark.line for source in corpus.sources.values())
    ends = dict(pairwise([*begins, len(lines) + 1]))
    told = sorted({source.mark.line for source in wanted})
    return "\n\n".join("\n".join(lines[line - 1 : ends[line] - 1]).strip() for line in told) + "\n"
