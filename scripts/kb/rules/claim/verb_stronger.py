"""A verb that vouches for what it reports stands in the source too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.core.model.pages import HARD
from kb.evidence.candidate import Candidate
from kb.evidence.index import EvidenceIndex
from kb.extract.phrases import begins_a_word
from kb.lang import en, ru
from kb.verify.grounds import Witnesses
from kb.verify.verdict import VerifiedPage

_FOREIGN_LETTERS = re.compile(r"[\u0370-\u1dff\u3040-\ud7ff]")


@dataclass(frozen=True, slots=True)
class Stronger:
    """A verb that vouches, where it stands, and a statement of the cited place that uses a weaker one."""

    scope: AnnotatedSentence
    start: int
    verb: str
    candidate: Candidate


def check(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Finding]:
    """A verb that vouches for what it reports stands in the source too."""
    for found in stronger(reading, witnesses.evidence):
        statement = found.candidate.statement
        weaker = statement.stance or "says"
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.start),
            f"{found.verb!r} makes it true, but nothing at the cited place does so ({statement.id})",
            f"use a verb that only reports: {weaker}, says, holds; or quote the words that vouch for it",
            compare=(statement.mark,),
            statement=statement.id,
            seen=(found.verb, statement.id),
        )


def stronger(reading: VerifiedPage, heard: EvidenceIndex) -> Iterator[Stronger]:
    """Every vouching verb of a page that no words of the cited place have."""
    for scope in reading.scopes:
        for match in en.VOUCHES.finditer(scope.sentence.text):
            group = match.lastgroup or "that"
            at, verb = match.start(group), match[group]
            if _is_hidden(at, scope) or en.NO_REPORT.search(scope.sentence.text[:at]):
                continue
            said = heard.heard(scope.cited(at))
            if verb.lower().startswith(en.CONCEDING) and any(candidate.statement.is_claim for candidate in said):
                continue
            if said and not any(_says(verb, candidate) for candidate in said):
                yield Stronger(scope, at, verb, said[0])


def _says(verb: str, candidate: Candidate) -> bool:
    """Does the statement use the verb, in English or Russian, or is its quote in another language?"""
    stem = next((s for start, s in en.VOUCHING_STEMS.items() if verb.startswith(start)), verb[:5])
    words = " ".join((*candidate.texts, candidate.statement.stance or ""))
    foreign = next((s for start, s in ru.VOUCHING.items() if verb.startswith(start)), stem)
    unread = not candidate.statement.is_claim and all(
        _FOREIGN_LETTERS.search(e.quote) for e in candidate.statement.evidence
    )
    said = (stem, foreign, *(en.CONCEDING if verb.lower().startswith(en.CONCEDING) else ()))
    return any(begins_a_word(each, words) for each in said) or unread


def _is_hidden(at: int, scope: AnnotatedSentence) -> bool:
    return any(start <= at < end for start, end, kind in scope.sentence.masked if kind in HARD | {"quote"})
