"""What was true on a day, told without any date in reach: counts, derived values, claims of their time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kb.annotate.sentences import Scope
from kb.core.model import Corpus, Count, Statement
from kb.verify.claims import tellings
from kb.verify.page import Reading
from kb.verify.verdict import Outcome, ReadFigure

_LEAST = 2

_THEN = re.compile(
    r"\b(?:then|that (?:day|year|month|time|summer|autumn|winter|spring)|same (?:day|year|month|time)|at the time|later"
    r"|earlier|before|after|when|as of|first|last|vote[sd]?|session|meeting)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\b(?:is|are|has|have|works?|serves?|holds?|leads?|counts?|includes?)\b")
_PAST = re.compile(r"\b(?:was|were|had|\w+ed)\b")
_DATED = frozenset({"date", "decade"})


def undated(reading: Reading, corpus: Corpus) -> Iterator[tuple[ReadFigure, Statement]]:
    """Every count whose statements all say on which day it was so, where neither sentence nor paragraph has a date."""
    dated: dict[tuple[str, int], bool] = defaultdict(bool)
    for read in reading.figures:
        scope = read.scope
        if read.figure.kind in _DATED:
            dated["block", id(scope.block)] = dated["group", scope.block.group] = True
            if scope.block.kind == "heading":
                dated["section", scope.block.section] = True
    for read in reading.with_outcome(Outcome.AGREED):
        block = read.scope.block
        near = ("block", id(block)), ("section", block.section), ("group", block.group)
        if read.figure.kind != "count" or block.kind == "heading" or any(dated[key] for key in near):
            continue
        told = [corpus.statements[id] for id in read.statements if id in corpus.statements]
        words = " ".join(sentence.text for sentence in block.sentences)
        if told and all(_is_of_a_day(statement, corpus) for statement in told) and not _THEN.search(words):
            yield read, told[0]


def undated_values(reading: Reading) -> Iterator[Scope]:
    """Sentences in the present tense with a value that a role derives for a day, and no date."""
    dated = {id(read.scope.sentence) for read in reading.figures if read.figure.kind in _DATED}
    for scope in reading.scopes:
        text, roles = scope.sentence.text, [span for span in scope.sentence.masked if span[2] == "role"]
        derived = any("@" in text[start:end] for start, end, _ in roles)
        if derived and id(scope.sentence) not in dated and _PRESENT.search(text) and not _PAST.search(text):
            yield scope


def undated_claims(reading: Reading, corpus: Corpus) -> Iterator[tuple[Scope, Statement]]:
    """Sentences that tell a claim made of its own day, in paragraphs without a date."""
    dated = {id(read.scope.block) for read in reading.figures if read.figure.kind in _DATED}
    for telling in tellings(reading, corpus):
        claim = telling.claim.statement
        told = claim.as_of and telling.terms >= _LEAST and not _THEN.search(telling.text)
        if told and id(telling.scope.block) not in dated:
            yield telling.scope, claim


def _is_of_a_day(statement: Statement, corpus: Corpus) -> bool:
    """Is the value a number that changes, with the day it was counted?"""
    declared = corpus.properties.get(statement.property)
    counted = isinstance(statement.value, Count) and declared is not None and declared.time == "on"
    return counted and bool(statement.as_of or statement.on)
