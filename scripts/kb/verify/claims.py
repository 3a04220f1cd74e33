"""Sentences that tell a claim, and whether they keep its hedge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.annotate.spans import AnnotatedSentence
from kb.core.model import Block, Citation, Sentence
from kb.evidence.candidate import Candidate
from kb.extract.phrases import begins_a_word, stands_in_any_case
from kb.lang import en
from kb.lang.stems import stem, stems
from kb.verify.grounds import Witnesses
from kb.verify.verdict import Outcome, VerifiedPage

_LONG = 5
_MANY = 3
"""So many sources cited by one sentence each tell a part of it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells a claim, at a citation of the claim's place.

    ``terms`` counts the words by which it is known to, ``alone`` says that nothing else stands at that place, and
    ``before`` is what has just been read.
    """

    scope: AnnotatedSentence
    citation: Citation
    claim: Candidate
    terms: int
    alone: bool = False
    before: str = ""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.scope.sentence.text

    @property
    def is_sure(self) -> bool:
        """Do enough of its words stand in the sentence, where something else might be told at the same place?"""
        return self.terms >= min(1 if self.alone else 2, len(self.claim.statement.terms))


def tellings(reading: VerifiedPage, witnesses: Witnesses) -> tuple[Telling, ...]:
    """Every sentence of a page that tells a claim in prose; plain statements of the same place may carry it instead."""
    agreed, before = _agreed(reading), read_before(reading)
    found: list[Telling] = []
    for scope in (scope for scope in reading.scopes if not scope.block.is_headline):
        told: dict[str, Telling] = {}
        for citation in (c for group in scope.groups for c in group):
            there = witnesses.evidence.at(citation.key, citation.locator)
            for telling in _told(scope, citation, there, agreed.get(scope.sentence, frozenset()), reading):
                told.setdefault(telling.claim.id, replace(telling, before=before[scope.sentence]))
        found += told.values()
    return tuple(found)


def _told(
    scope: AnnotatedSentence,
    citation: Citation,
    there: tuple[Candidate, ...],
    agreed: frozenset[str],
    reading: VerifiedPage,
) -> Iterator[Telling]:
    claims = [(terms(candidate, scope.sentence.text), candidate) for candidate in there if candidate.statement.is_claim]
    most = max((n for n, _ in claims), default=0)
    plain = [w for w in there if not w.statement.is_claim]
    carried = any(w.id in agreed or _tells(w, scope, reading.about) for w in plain)
    for n, claim in claims:
        if n < most or (n < 2 and n < len(claim.statement.terms) and carried):
            continue
        yield Telling(scope, citation, claim, n, len(there) == 1 and len({c.key for c in scope.citations}) < _MANY)


def _tells(candidate: Candidate, scope: AnnotatedSentence, about: frozenset[str]) -> bool:
    """Does a plain statement carry the sentence: by what it names, or by its words?"""
    shared = candidate.shared(scope.sentence.text)
    return len(shared) >= 3 or (bool(candidate.entities & (scope.entities - about)) and len(shared) >= 1)


def _agreed(reading: VerifiedPage) -> dict[Sentence, frozenset[str]]:
    found: dict[Sentence, set[str]] = {}
    for read in reading.with_outcome(Outcome.SUPPORTED):
        found.setdefault(read.scope.sentence, set()).update(read.statements)
    return {sentence: frozenset(ids) for sentence, ids in found.items()}


def read_before(reading: VerifiedPage) -> dict[Sentence, str]:
    """For each sentence those before it in its paragraph and the paragraph before that."""
    found: dict[Sentence, str] = {}
    last: Block | None = None
    for block in reading.page.blocks:
        near = last if last and block.kind == last.kind == "paragraph" and block.section == last.section else None
        text = " ".join(sentence.text for sentence in near.sentences) if near else ""
        for sentence in block.sentences:
            found[sentence] = text
            text = f"{text} {sentence.text}"
        last = block
    return found


def terms(claim: Candidate, text: str) -> int:
    """How many of the words by which a claim is known stand in the sentence."""
    return sum(begins_a_word(term, text) for term in claim.statement.terms)


def is_hedged(telling: Telling) -> bool:
    """Does the sentence keep a word that hedges the claim, or another that does the same?"""
    text = en.MAY.sub(" ", telling.text)
    hedges = telling.claim.statement.hedge
    return not hedges or any(_stands(hedge, text) for hedge in hedges) or bool(en.HEDGE.search(text))


def _stands(hedge: str, text: str) -> bool:
    """Does the hedge stand in the text, a word of some length also in another form: *appeared* for *appears*?"""
    has_forms = len(hedge) >= _LONG and " " not in hedge
    return stands_in_any_case(hedge, text) or (has_forms and stem(hedge) in stems(text))
