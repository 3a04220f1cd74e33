"""How firmly a figure stands, for paper, on which nobody can open what is behind it.

A figure is marked where it cannot be read in the words of any source, and where all of its sources come down to one.
Most statements infer something, such as the year from the date of a report: a figure is marked only if it is what was
inferred. What a claim says belongs to its author, whom the sentence names: there one source is all that there can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.core.model import Corpus, Statement
from kb.core.origins import independent
from kb.evidence.quotes import spelled_out, together

INFERRED, SINGLE = "kb-inferred", "kb-single"
"""Classes of a link; print knows them by its setting ``typst_marks``."""


def weaknesses(corpus: Corpus, figure: str, ids: Iterable[str]) -> list[str]:
    """The classes of a figure that rests on these statements; none where it stands firmly."""
    behind = [corpus.statements[id] for id in ids if id in corpus.statements]
    found = [INFERRED] * _is_inferred(figure, behind) + [SINGLE] * _is_single(corpus, behind)
    return found if behind else []


def _is_inferred(figure: str, behind: Sequence[Statement]) -> bool:
    evidence = [each for statement in behind for each in statement.evidence]
    read = together(text for each in evidence for text in (each.quote, each.at))
    return any(not part.stands_in(read) for part in spelled_out(figure))


def _is_single(corpus: Corpus, behind: Sequence[Statement]) -> bool:
    keys = {each.by for statement in behind for each in statement.evidence}
    return not any(statement.stance for statement in behind) and len(independent(keys, corpus.sources)) < 2
