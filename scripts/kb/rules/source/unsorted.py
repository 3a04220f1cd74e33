"""The entries of the bibliography stand in the order of their keys."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, doubtful
from kb.core.model import Source


def check(sources: Mapping[str, Source]) -> Iterator[Finding]:
    """The entries of the bibliography stand in the order of their keys."""
    last = None
    for source in sources.values():
        if last is not None and source.key.casefold() < last.key.casefold():
            yield doubtful(
                source.mark,
                f"{source.key} stands after {last.key}, against the order of keys",
                "move the entry to its place; an order leaves two people no room to add one work twice",
                compare=(last.mark,),
                seen=(source.key, last.key),
            )
        last = source
