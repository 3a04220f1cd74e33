"""Which disagreements put a figure in doubt, so that it is marked: not every one that somebody has once set down."""

from __future__ import annotations

from collections.abc import Mapping

from kb.core.model import Judgement, Ledger, Source

RANKS = ("tertiary", "secondary", "primary")
"""What a source may be, from what repeats others to the record itself."""


def rank(ledger: Ledger, sources: Mapping[str, Source], id: str) -> int:
    """How near to what happened the best source of a statement stands; of one without a source, below all."""
    statement = ledger.statements.get(id)
    by = [sources[one.by] for one in (statement.evidence if statement else ()) if one.by in sources]
    return max((RANKS.index(source.rank) for source in by if source.rank in RANKS), default=-1)


def is_in_doubt(ledger: Ledger, sources: Mapping[str, Source], judgement: Judgement) -> bool:
    """Is the matter open, or is a source that is not followed of like rank or higher than the one that is?

    An encyclopaedia against the instrument itself puts nothing in doubt. A mark on each figure of which somebody once
    said something else would teach readers to pass over marks; what was said stays with the statement.
    """
    if judgement.follow is None:
        return True
    followed = rank(ledger, sources, judgement.follow)
    return any(rank(ledger, sources, other) >= followed for other in judgement.over)


def doubted(
    ledger: Ledger, sources: Mapping[str, Source], disputes: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Of the statements in dispute those whose figures are marked: for each the others that put it in doubt."""
    found = {
        id: tuple(other for other in others if _doubts(ledger, sources, id, other)) for id, others in disputes.items()
    }
    return {id: others for id, others in found.items() if others}


def _doubts(ledger: Ledger, sources: Mapping[str, Source], id: str, other: str) -> bool:
    """Nobody has judged between the two, or it is left open, or the one not followed is of like rank or higher."""
    both = next((each for each in ledger.judged.get(id, ()) if other in each.statements), None)
    if both is None or both.follow is None:
        return True
    if both.follow not in (id, other):
        return False
    beside = other if both.follow == id else id
    return rank(ledger, sources, beside) >= rank(ledger, sources, both.follow)
