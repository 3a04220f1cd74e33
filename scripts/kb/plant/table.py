"""Tells a score in words: a table of kinds, and the survivors with what excuses each."""

from __future__ import annotations

from collections.abc import Iterator

from kb.plant.trial import Score


def lines(score: Score, survivors: int | None = None) -> Iterator[str]:
    """The table, the total, and so many survivors (all of them without a number)."""
    width = max(map(len, score.kinds), default=0)
    for kind, (caught, planted) in score.kinds.items():
        yield f"{kind:<{width}}  {caught:>6} of {planted:>6}  {100 * caught / planted:5.1f} %"
    caught, planted = score.total
    yield f"{'all':<{width}}  {caught:>6} of {planted:>6}  {100 * caught / max(planted, 1):5.1f} %"
    for tried in score.survivors[:survivors]:
        excuse = ", ".join(tried.excuse) or "nothing that a rule reads"
        yield f"  survived  {tried.planted}  (backed by {excuse})"
    if survivors is not None and len(score.survivors) > survivors:
        yield f"  … and {len(score.survivors) - survivors} more"
