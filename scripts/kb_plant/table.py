"""Tells a score in words: a line for each kind, the total, and the survivors with what excuses each."""

from __future__ import annotations

from collections.abc import Iterator

from kb_plant.score import Score

_WIDTH = 36


def row(kind: str, caught: int, planted: int) -> str:
    """One line of the table."""
    return f"{kind:<{_WIDTH}} {caught:>6} of {planted:>6}  {100 * caught / max(planted, 1):5.1f} %"


def rows(score: Score) -> Iterator[str]:
    """A line for each kind."""
    return (row(kind, caught, planted) for kind, (caught, planted) in score.kinds.items())


def total(score: Score) -> str:
    """The last line: all errors together, and the mean over kinds."""
    return f"{row(f'all {len(score.kinds)} kinds', *score.total)}, the mean of the kinds {100 * score.mean:.1f} %"


def survivors(score: Score, most: int | None = None) -> Iterator[str]:
    """So many of those that went unnoticed (all of them without a number)."""
    for tried in score.survivors[:most]:
        excuse = ", ".join(tried.excuse) or "nothing that a rule reads"
        yield f"  survived  {tried.planted}  (backed by {excuse})"
    if most is not None and len(score.survivors) > most:
        yield f"  … and {len(score.survivors) - most} more"
