"""A sheet to fill in: every sentence of a batch with what it rests on, and room for a verdict and a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kb.core.model import Sentence
from kb.report.neutral import neutral
from kb_read.behind import lines
from kb_read.deal import Deal, Dealt
from kb_read.given import readable

HOW = """\
# Write behind each `verdict:` one of right, wrong or skip, and behind `why:`, in one line, what is wrong.
# A sentence is right if it says what the quotes behind it say, and no more; one that only leads to other pages, if
# these can be meant. What has no verdict is skipped.
# Some sentences were made wrong to measure the reading; they stand so on no page, and nobody is told which they are.
# Then: kb read --take THIS-FILE --as YOUR-ROLE
"""
_NUMBER = re.compile(r"(\d{1,6})\. .*")
_BATCH = re.compile(r"batch: ([0-9a-f]{8})\s*")
_ANSWER = re.compile(r"(verdict|why)\s*:(.*)", re.IGNORECASE)


class Word(StrEnum):
    """What a reader may say of a sentence."""

    RIGHT = "right"
    WRONG = "wrong"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader said of a sentence, and why it is wrong."""

    word: Word
    why: str = ""


class BadSheet(Exception):
    """The sheet cannot be taken; the message says why, with the line."""


def verdict_of(text: str) -> Word | None:
    """The verdict that a word or its beginning stands for; to say nothing is to skip."""
    said = text.strip().lower()
    return next((word for word in (Word.SKIP, Word.RIGHT, Word.WRONG) if word.startswith(said)), None)


def sheet(deal: Deal) -> str:
    """The sheet of a batch; nothing in it tells which sentences are planted."""
    told = (("", *entry, "verdict:", "why:") for entry in entries(deal))
    return "\n".join([f"{HOW}batch: {deal.batch}", *(neutral(line) for lines in told for line in lines), ""])


def entries(deal: Deal) -> Iterator[tuple[str, ...]]:
    """Every sentence of a batch; the one before it is told where the reader has not just been given that.

    What was just given may have been made false, and its true words would betray it.
    """
    above = None
    for number, dealt in enumerate(deal.those, 1):
        yield tuple(_entry(number, dealt, above))
        above = dealt.given.standing.resting.scope.sentence


def _entry(number: int, dealt: Dealt, above: Sentence | None) -> Iterator[str]:
    """A sentence, where it stands, and what it rests on."""
    given = dealt.given
    yield f"{number}. {given.path}, {given.under}"
    if given.head:
        yield f"   columns: {given.head}"
    if given.before and given.before is not above:
        yield f"   after: {given.before.text.strip()}"
    yield f"   {readable(dealt.text)}"
    if given.leads:
        yield f"   leads to: {'; '.join(given.leads)}"
    yield from (f"     {line}" for line in lines(given.behind))


def taken(text: str) -> tuple[str, dict[int, Verdict]]:
    """The batch of a filled sheet, and the verdict on each sentence that has one."""
    batch, number, found = "", 0, dict[int, dict[str, str]]()
    for line_number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if match := _BATCH.fullmatch(line):
            batch = match[1]
        elif match := _NUMBER.fullmatch(line):
            number = int(match[1])
            if number in found:
                raise BadSheet(f"line {line_number}: sentence {number} stands twice")
            found[number] = {}
        elif number and (match := _ANSWER.fullmatch(line)):
            if match[1].lower() == "verdict" and verdict_of(match[2]) is None:
                raise BadSheet(f"line {line_number}: {match[2].strip()!r} is no verdict; write right, wrong or skip")
            found[number][match[1].lower()] = " ".join(match[2].split())
    if not batch:
        raise BadSheet("it names no batch; write `batch:` and its eight letters as they stood above the first sentence")
    return batch, {n: made for n, each in found.items() if (made := _verdict(n, each)).word is not Word.SKIP}


def _verdict(number: int, answers: dict[str, str]) -> Verdict:
    word, why = verdict_of(answers.get("verdict", "")) or Word.SKIP, answers.get("why", "")
    if word is Word.WRONG and not why:
        raise BadSheet(f"sentence {number} is called wrong; say why in one line")
    return Verdict(word, why)
