"""A word that excludes what the statement says does not stand in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.core.model import Event
from kb.evidence.candidate import Candidate
from kb.extract.event_words import EventReader
from kb.extract.sides import Side, SideFinder
from kb.lang.denial import BEHIND, NEGATION
from kb.lang.stems import stems
from kb.verify.grounds import Witnesses
from kb.verify.retold import is_close, is_hidden, is_told, retold
from kb.verify.verdict import VerifiedPage

_AROUND = 40
"""So many characters on both sides of a word are its surroundings."""
_MEASURED = re.compile(r"\b(?:year|month|week|day|decade)s?(?: to the day| or so| and a half)? $", re.IGNORECASE)
"""Before a word of order that a length of time says more exactly: *a year to the day after*."""
_TWICE = re.compile(
    r"(?:cannot|can|not|never|no \w+|nobody|none)\b[^.;]{0,60}?"
    r"\b(?:without|unless|until|except|only|fail\w*|refus\w*|lack\w*"
    r"|dissent\w*|oppos\w*|object\w*)\b",
    re.IGNORECASE,
)
"""A denial that another takes back: *cannot be replaced without consent*, *no member failed to ratify*."""
_IDIOM = re.compile(r" (?:the way|open|room|aside|behind|it (?:to|at))\b")
"""Behind a verb that so tells another thing: *leave the way open*."""
_BOUNDING = frozenset({"until", "till", "since", "from", "as from", "as of"})
"""Words before a day or a number that is held against the statement by itself."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A word of a sentence, the scale and side it tells, and what the statement has on another side of it."""

    scope: AnnotatedSentence
    side: Side
    word: str
    scale: str
    other: str
    candidate: Candidate


def check(
    reading: VerifiedPage, witnesses: Witnesses, side_finder: SideFinder, event_reader: EventReader
) -> Iterator[Finding]:
    """A word that excludes what the statement says does not stand in its place."""
    for found in contrasts(reading, witnesses, side_finder, event_reader):
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.side.start),
            f"“{found.word}” is told, against “{found.other}” ({found.candidate.id})",
            "say it as the statement does; if both are true, cite or record what says so",
            compare=(found.candidate.statement.mark,),
            statement=found.candidate.id,
            seen=(found.word, found.other),
        )


def contrasts(
    reading: VerifiedPage, witnesses: Witnesses, finder: SideFinder, reader: EventReader
) -> Iterator[Contrast]:
    """Every word of a page whose contrary stands in the statement that its sentence retells."""
    for scope in filter(is_told, reading.scopes):
        if not scope.groups:
            continue
        text = scope.sentence.text
        sides = finder.find(text)
        mine = frozenset(told for side in sides for told in side.told)
        for side in sides:
            if is_hidden(scope, side.start, side.end) or _is_named(text, side) or _is_measured(text, side):
                continue
            behind = retold(scope, side.start, witnesses)
            there = finder.told(tuple(text for each in behind.heard for text in (*each.texts, *each.labels)))
            left = [told for told in side.told if told not in there]
            if not left or side.word in there or _is_denied(text, side):
                continue
            if _happened(text, side, behind.heard, reader):
                continue
            found = _against(text, side, left, mine, behind.near, finder)
            if found:
                yield Contrast(scope, side, text[side.start : side.end], *found)
                break


def _against(
    text: str,
    side: Side,
    told: list[tuple[str, str]],
    mine: frozenset[tuple[str, str]],
    near: tuple[Candidate, ...],
    finder: SideFinder,
) -> tuple[str, str, Candidate] | None:
    """The scale, the word and the statement that tells another side of it, in like surroundings."""
    here = _surroundings(text, side.start, side.end)
    for candidate in near:
        whole = is_close(candidate, text)
        for words in _said(candidate):
            for other in finder.find(words):
                if _is_named(words, other) or _says_as_much(side, other, candidate):
                    continue
                for scale, name in told:
                    rivals = [each for each in other.told if each[0] == scale and each[1] != name]
                    if not rivals or _is_denied(words, other):
                        continue
                    if not any(each in mine or finder.allows(scale, name, each[1]) for each in rivals):
                        if finder.scales[scale].of_what_follows:
                            like = bool(_next(text, side.end) & _next(words, other.end))
                        else:
                            like = whole or bool(here & _surroundings(words, other.start, other.end))
                        if like:
                            return scale, words[other.start : other.end], candidate
    return None


def _said(candidate: Candidate) -> Iterator[str]:
    """The words of a statement, without our note on what follows from what, which is no word of the source."""
    yield from (words for words in candidate.texts if words != candidate.statement.inferred)


def _says_as_much(side: Side, other: Side, candidate: Candidate) -> bool:
    """Does it tell the same side, or only how sure an author is, as in *can be read as*?"""
    return bool(set(side.told) & set(other.told)) or other.word in candidate.statement.hedge


def _is_denied(text: str, side: Side) -> bool:
    """Does a word such as *not* or *nobody* stand before it in its clause, or take it back behind it?"""
    if _TWICE.match(text, side.start) or BEHIND.match(text, side.end) or _IDIOM.match(text, side.end):
        return True
    head = text[max(0, side.start - _AROUND) : side.start]
    return bool(NEGATION.search(re.split(r"[,;:.]", head)[-1]))


def _is_measured(text: str, side: Side) -> bool:
    """Is it said more exactly by a length of time before it, or by a date behind it?"""
    head, tail = text[: side.start], text[side.end : side.end + _AROUND]
    return bool(_MEASURED.search(head)) or (side.word in _BOUNDING and any(sign.isdigit() for sign in tail))


def _next(text: str, end: int) -> frozenset[str]:
    """The stems of the three words behind a word."""
    return stems(" ".join(text[end:].split()[:3]))


def _happened(text: str, side: Side, heard: tuple[Candidate, ...], reader: EventReader) -> bool:
    """Is it a verb of an event that a statement tells by its fields or its property, in whatever words?"""
    types = [word.types for word in reader.read(text) if word.start < side.end and side.start < word.end]
    return any(
        mine & each.types and isinstance(each.by, Event) and not each.negated
        for mine in types
        for candidate in heard
        for each in candidate.events
    )


def _is_named(text: str, side: Side) -> bool:
    """Is it written as a part of a name: with a capital, and not as the first word?"""
    return side.start > 0 and text[side.start].isupper() and not re.search(r"[.:!?]\W*$", text[: side.start])


def _surroundings(text: str, start: int, end: int) -> frozenset[str]:
    """The stems around a word, whole words only."""
    head, tail = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    head = re.sub(r"^\w+", "", head) if start > _AROUND else head
    tail = re.sub(r"\w+$", "", tail) if end + _AROUND < len(text) else tail
    return stems(f"{head} {tail}")
