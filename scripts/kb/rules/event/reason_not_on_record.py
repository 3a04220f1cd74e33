"""A reason, purpose, condition or exception that a sentence gives stands in what its sources say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.lang.modality import CLAUSE_END, REASON
from kb.lang.stems import stems
from kb.verify.grounds import Witnesses
from kb.verify.retold import is_hidden, is_told, retold
from kb.verify.verdict import VerifiedPage

_SHARE = 0.34
"""So much of the words of a reason stands in the statements, if they give it."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """A clause that gives a reason, or the like, of which no statement has the words."""

    scope: AnnotatedSentence
    start: int
    words: str
    nearest: str


def check(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Finding]:
    """A reason, purpose, condition or exception that a sentence gives stands in what its sources say."""
    for found in unheard(reading, witnesses):
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.start),
            f"“{found.words}” is told, but nothing at the cited place has it ({found.nearest})",
            "give the reason or condition that the source gives, or none; if the source has it, record it",
            statement=found.nearest,
            seen=(found.words,),
        )


def unheard(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Unheard]:
    """Every such clause of a page of whose words and names the cited places have next to nothing."""
    for scope in filter(is_told, reading.scopes):
        text = scope.sentence.text
        for match in REASON.finditer(text) if scope.groups else ():
            behind = retold(scope, match.start(), witnesses)
            end = CLAUSE_END.search(text, match.end())
            words = text[match.start() : end.start() if end else len(text)]
            own = stems(words) - stems(match[0])
            if len(own) < 2 or not behind.near or is_hidden(scope, match.start(), match.end()):
                continue
            named = {name.entity_id for name in scope.names if match.start() <= name.start < match.start() + len(words)}
            said = frozenset().union(*(each.stems for each in behind.heard))
            if len(own & said) <= _SHARE * len(own) and not any(named & each.mentions for each in behind.heard):
                yield Unheard(scope, match.start(), words, behind.near[0].id)
