"""What a judgement does not follow is told with its author or its rival, not as plain fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence
from kb.core import derive
from kb.core.finding import Finding, doubtful
from kb.core.model import Citation, Ledger
from kb.evidence.candidate import Candidate
from kb.evidence.similarity import Vocabulary
from kb.lang import en
from kb.verify.attribution import is_attributed
from kb.verify.claims import Telling, read_before
from kb.verify.grounds import Grounds
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage

_ENOUGH, _SHARE, _CLEARLY = 1.0, 0.45, 1.15


@dataclass(frozen=True, slots=True)
class Hidden:
    """A sentence, the overruled statement that it tells, and the one that is followed."""

    scope: AnnotatedSentence
    told: str
    followed: str


def check(reading: VerifiedPage, grounds: Grounds, vocabulary: Vocabulary) -> Iterator[Finding]:
    """What a judgement does not follow is told with its author or its rival, not as plain fact."""
    ledger = grounds.ledger
    for found in hidden(reading, grounds, vocabulary):
        told, followed = ledger.statements[found.told], ledger.statements.get(found.followed)
        yield doubtful(
            found.scope.sentence.mark,
            f"this tells {told.id} as plain fact, but the ledger follows {found.followed}",
            "say who says so, tell what speaks against it, or tell what the ledger follows",
            compare=(told.mark, *((followed.mark,) if followed else ())),
            statement=told.id,
            seen=(told.id, found.followed),
        )


def hidden(reading: VerifiedPage, grounds: Grounds, words: Vocabulary) -> Iterator[Hidden]:
    """Every sentence that tells an overruled statement without its author, its rival or a word of doubt."""
    ledger, heard = grounds.ledger, grounds.evidence
    overruled = {id for judgement in ledger.judgements if judgement.follow for id in judgement.over}
    sources = {e.by for id in overruled & ledger.statements.keys() for e in ledger.statements[id].evidence}
    before = read_before(reading) if sources & heard.backed.keys() else {}
    figures = [figure for figure in reading.with_outcome(Outcome.SUPPORTED) if not figure.verdict.why]
    for scope in reading.scopes if before else ():
        if scope.block.is_headline or scope.block.kind == "row":
            continue
        if not any(citation.key in sources for group in scope.groups for citation in group):
            continue
        there = [(c, w) for group in scope.groups for c in group for w in heard.at(c.key, c.locator)]
        disputed = {w.id: (c, w) for c, w in there if _followed(ledger, w)}
        for citation, candidate in disputed.values():
            own = [figure for figure in figures if figure.scope is scope]
            if not _is_told(scope, candidate, [w for _, w in there], own, ledger, words):
                continue
            followed = _followed(ledger, candidate)
            if not _is_open(scope, citation, candidate, followed, before[scope.sentence], grounds):
                yield Hidden(scope, candidate.id, followed)


def _followed(ledger: Ledger, candidate: Candidate) -> str:
    """What a judgement follows over the statement."""
    judged = ledger.judged.get(candidate.id, ())
    return next((j.follow for j in judged if j.follow and candidate.id in j.over), "")


def _is_told(
    scope: AnnotatedSentence,
    candidate: Candidate,
    there: list[Candidate],
    figures: list[VerifiedMention],
    ledger: Ledger,
    words: Vocabulary,
) -> bool:
    """A figure of the sentence rests on nothing that is followed, or its words are those of this statement."""
    for figure in figures:
        ids = [id for id in figure.statements if id in ledger.statements]
        if candidate.id in ids and all(derive.overruled(ledger, ledger.statements[id]) for id in ids):
            return True
    own = words.likeness(scope.sentence.text, candidate)
    rest = [w for w in there if not derive.overruled(ledger, w.statement)]
    best = words.nearest(scope.sentence.text, rest)
    return own.strength >= _ENOUGH and own.share >= _SHARE and (best is None or own.weight >= _CLEARLY * best.weight)


def _is_open(
    scope: AnnotatedSentence, citation: Citation, candidate: Candidate, followed: str, before: str, grounds: Grounds
) -> bool:
    """Does the sentence say whose word it is, cite the rival too, or does its paragraph speak of the dispute?"""
    told = Telling(scope, citation, candidate, 0, before=before)
    if en.TEXTS.search(scope.sentence.text) or is_attributed(told, grounds.witnesses):
        return True
    rival = grounds.ledger.statements.get(followed)
    cited = {c.key for group in scope.groups for c in group}
    own = {evidence.by for evidence in candidate.statement.evidence}
    if rival and cited & ({evidence.by for evidence in rival.evidence} - own):
        return True
    return bool(en.DISPUTED.search(" ".join(sentence.text for sentence in scope.block.sentences)))
