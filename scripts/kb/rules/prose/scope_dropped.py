"""What was true on a day, such as a headcount, is told with a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.core.model import Block, Count, Ledger, Statement
from kb.lang import en
from kb.verify.claims import Telling
from kb.verify.describe import compared, shown
from kb.verify.grounds import Grounds
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage

_LEAST = 2

_DATED = frozenset({"date", "decade"})


_HELP = "say as of when it was so: in the sentence, in its paragraph or in the heading"


def check(reading: VerifiedPage, grounds: Grounds, tellings: tuple[Telling, ...]) -> Iterator[Finding]:
    """What was true on a day, such as a headcount, is told with a date."""
    for read, statement in undated(reading, grounds.ledger):
        day = statement.as_of or statement.on
        yield doubtful(
            read.mark,
            f"{shown(read.figure)} is told without a day, against as of {day} in the ledger ({statement.id})",
            _HELP,
            compare=compared(grounds.ledger, (statement.id,), read.figure),
            statement=statement.id,
            seen=(shown(read.figure), str(day)),
        )
    for scope in undated_values(reading):
        yield doubtful(
            scope.sentence.mark,
            "a value derived for a day is told in the present tense without that day",
            "add: as of DAY",
            seen=(scope.sentence.text[:40],),
        )
    for scope, claim in undated_claims(reading, tellings):
        yield doubtful(
            scope.sentence.mark,
            f"the claim is told without a day, against as of {claim.as_of} in the ledger ({claim.id})",
            _HELP,
            compare=(claim.marks.get("as-of", claim.mark),),
            statement=claim.id,
            seen=(claim.id, str(claim.as_of)),
        )


def undated(reading: VerifiedPage, ledger: Ledger) -> Iterator[tuple[VerifiedMention, Statement]]:
    """Every count whose statements all say on which day it was so, where neither sentence nor paragraph has a date."""
    dated: dict[tuple[str, int | Block], bool] = defaultdict(bool)
    for read in reading.figures:
        scope = read.scope
        if read.figure.kind in _DATED:
            dated["block", scope.block] = dated["group", scope.block.group] = True
            if scope.block.kind == "heading":
                dated["section", scope.block.section] = True
    for read in reading.with_outcome(Outcome.SUPPORTED):
        block = read.scope.block
        near = ("block", block), ("section", block.section), ("group", block.group)
        if read.figure.kind != "count" or block.kind == "heading" or any(dated[key] for key in near):
            continue
        told = [ledger.statements[id] for id in read.statements if id in ledger.statements]
        words = " ".join(sentence.text for sentence in block.sentences)
        if told and all(_is_of_a_day(statement, ledger) for statement in told) and not en.THEN.search(words):
            yield read, told[0]


def undated_values(reading: VerifiedPage) -> Iterator[AnnotatedSentence]:
    """Sentences in the present tense with a value that a role derives for a day, and no date."""
    dated = {read.scope.sentence for read in reading.figures if read.figure.kind in _DATED}
    for scope in reading.scopes:
        text, roles = scope.sentence.text, [span for span in scope.sentence.masked if span[2] == "role"]
        derived = any("@" in text[start:end] for start, end, _ in roles)
        if derived and scope.sentence not in dated and en.PRESENT.search(text) and not en.PAST.search(text):
            yield scope


def undated_claims(
    reading: VerifiedPage, tellings: tuple[Telling, ...]
) -> Iterator[tuple[AnnotatedSentence, Statement]]:
    """Sentences that tell a claim made of its own day, in paragraphs without a date."""
    dated = {read.scope.block for read in reading.figures if read.figure.kind in _DATED}
    for telling in tellings:
        claim = telling.claim.statement
        told = claim.as_of and telling.terms >= _LEAST and not en.THEN.search(telling.text)
        if told and telling.scope.block not in dated:
            yield telling.scope, claim


def _is_of_a_day(statement: Statement, ledger: Ledger) -> bool:
    """Is the value a number that changes, with the day it was counted?"""
    declared = ledger.properties.get(statement.property)
    counted = isinstance(statement.value, Count) and declared is not None and declared.time == "on"
    return counted and bool(statement.as_of or statement.on)
