"""The entries of the bibliography stand in the order of their keys."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from kb.core.finding import Finding, doubtful
from kb.core.model import Source


def check(sources: Mapping[str, Source]) -> Iterator[Finding]:
    """The entries of the bibliography stand in the order of their keys."""
    every = tuple(sources.values())
    kept = _in_order([source.key.casefold() for source in every])
    rest = [every[at] for at in sorted(kept)]
    for at, source in enumerate(every):
        if at in kept:
            continue
        last = next((other for other in reversed(rest) if other.key.casefold() < source.key.casefold()), None)
        beside = last or rest[0]
        yield doubtful(
            source.mark,
            f"{source.key} stands out of order: by its key it {'follows' if last else 'precedes'} {beside.key}",
            f"move the entry {'behind' if last else 'before'} {beside.key}; an order leaves two people no room to "
            "add one work twice",
            compare=(beside.mark,),
            seen=(source.key, beside.key),
        )


def _in_order(keys: Sequence[str]) -> frozenset[int]:
    """The places of as many keys as can stay where they are, the first of equal choices: what is left has moved.

    Read from the end, ``ends`` has for each length the run in order that begins with the greatest key.
    """
    ranks = {key: -rank for rank, key in enumerate(sorted(set(keys)))}
    ends: list[tuple[int, int]] = []
    behind: dict[int, int] = {}
    for at in reversed(range(len(keys))):
        turn = (ranks[keys[at]], -at)
        size = bisect_left(ends, turn)
        behind[at] = -ends[size - 1][1] if size else len(keys)
        ends[size : size + 1] = [turn]
    at, kept = -ends[-1][1] if ends else len(keys), set()
    while at < len(keys):
        kept.add(at)
        at = behind[at]
    return frozenset(kept)
