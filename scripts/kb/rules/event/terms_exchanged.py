"""Of two that are set against each other, the one that is preferred, greater or first on record is so in prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.evidence.candidate import Candidate
from kb.lang.pairs import Pair, pairs
from kb.verify.grounds import Witnesses
from kb.verify.retold import Retold, is_hidden, is_told, retold
from kb.verify.verdict import VerifiedPage


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Two things of a sentence that a statement sets against each other the other way round."""

    scope: AnnotatedSentence
    pair: Pair
    candidate: Candidate


def check(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Finding]:
    """Of two that are set against each other, the one that is preferred, greater or first on record is so in prose."""
    for found in exchanged(reading, witnesses):
        turn = found.pair.turn
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.pair.at),
            f"the two beside “{turn}” stand the other way round on record ({found.candidate.id})",
            "see which of the two the source puts first, above, or in the place of the other",
            compare=(found.candidate.statement.mark,),
            statement=found.candidate.id,
            seen=(turn, *sorted(found.pair.first), *sorted(found.pair.last)),
        )


def exchanged(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Exchanged]:
    """The first two things of every sentence that stand the other way round in a statement that it retells."""
    for scope in filter(is_told, reading.scopes):
        told = pairs(scope.sentence.text) if scope.groups else ()
        for pair in told:
            behind = retold(scope, pair.at, witnesses)
            against = next((each for each in behind.near if _turns(pair, each)), None)
            if against and not is_hidden(scope, pair.at, pair.at + len(pair.turn)) and not _is_borne_out(pair, behind):
                yield Exchanged(scope, pair, against)
                break


def _turns(pair: Pair, candidate: Candidate) -> bool:
    """Do its words set the two the other way round?"""
    return any(pair.turns(other) for words in candidate.texts for other in pairs(words))


def _is_borne_out(pair: Pair, behind: Retold) -> bool:
    """Do other words of the cited places set both as the sentence does?"""
    return any(pair.agrees(other) for each in behind.heard for words in each.texts for other in pairs(words))
