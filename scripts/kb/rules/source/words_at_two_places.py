"""The same words of a source stand at one place in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kb.core.finding import Finding, doubtful
from kb.core.mark import Mark
from kb.core.model import Evidence, Ledger, Source
from kb.core.places import beside

_WORD = re.compile(r"\w+")
LEAST, MOST = 4, 24
"""So many words are a source's own, and so many of a long quote are compared."""


def check(source: Source, resting: tuple[Evidence, ...]) -> Iterator[Finding]:
    """The same words of a source stand at one place in it."""
    found: set[Mark] = set()
    for quote, those in _holding(resting) if len({evidence.at for evidence in resting}) > 1 else ():
        usual = Counter(evidence.at for evidence in those).most_common(1)[0][0]
        there = next(evidence for evidence in those if evidence.at == usual)
        for evidence in those:
            if beside(evidence.at, usual) and evidence.mark not in found:
                found.add(evidence.mark)
                yield _finding(evidence, there, quote)


def resting(source: Source, ledger: Ledger) -> tuple[Evidence, ...]:
    """What rests on a source, with its place and words."""
    those = (evidence for statement in ledger.by_source.get(source.key, ()) for evidence in statement.evidence)
    return tuple(evidence for evidence in those if evidence.by == source.key and evidence.at and evidence.quote)


def _finding(evidence: Evidence, there: Evidence, quote: str) -> Finding:
    return doubtful(
        evidence.marks.get("at", evidence.mark),
        f"“{quote}” of {evidence.by} stands at {evidence.at}, against {there.at}",
        "look at the source and correct the place; if it says so twice, quote what differs",
        compare=(there.marks.get("at", there.mark),),
        seen=(evidence.by, evidence.at, there.at),
    )


def _holding(those: Sequence[Evidence]) -> Iterator[tuple[str, list[Evidence]]]:
    """Each quote with every evidence in whose words it stands; the longest quotes of a source first."""
    worded = [(evidence, tuple(_WORD.findall(evidence.quote.casefold())[:MOST])) for evidence in those]
    holders: dict[tuple[str, ...], list[Evidence]] = {words: [] for _, words in worded if len(words) >= LEAST}
    lengths = {len(words) for words in holders}
    for evidence, words in worded:
        runs = {words[at : at + length] for length in lengths for at in range(len(words) - length + 1)}
        for run in runs & holders.keys():
            holders[run].append(evidence)
    for words in sorted(holders, key=lambda words: (-len(words), words)):
        if len(holders[words]) > 1:
            yield " ".join(words), holders[words]


FIXTURES = (resting,)
