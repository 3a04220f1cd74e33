"""Which words of a text are denied, and which are told plainly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.lang import en
from kb.lang.denial import NEGATION
from kb.lang.stems import stem, stems

_NOUNS = frozenset(("no", "without"))
"""Denials of a thing, of which two words are denied; of a deed it is one: *did not boycott the fair* denies no fair."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_CLAUSE = re.compile(r"[,;:.(—]| (?:but|and|that|because|since|when|which|who|although|while|whereas) ")
_PHRASE = re.compile(r"\W*\w+.*?(?= (?:to|of|in|on|for|by|with|from|at|as|into|under|over)\b|$)")
"""The words up to the next preposition."""
_COMPARED = re.compile(r"\b(?:the same|before)\b")
"""Behind a *not* that tells two apart, or that something was the first: *not the same*, *never before*."""
_CHOSEN = re.compile(r"instead|rather", re.IGNORECASE)
"""A choice between two: what follows is not simply denied."""
_LIGHT = frozenset(
    map(stem, "take took taken have has had give given make made come came time session itself himself one any".split())
)
"""Words that are denied with every other, and by themselves say nothing."""


@dataclass(frozen=True, slots=True)
class Polarity:
    """The stems of the words that a text denies, and of those that it tells; what it does with both is told."""

    denied: frozenset[str]
    plain: frozenset[str]


@lru_cache(maxsize=32768)
def polarity(text: str) -> Polarity:
    """The words right behind each *not* of a text, and all others; two denials in one clause are none."""
    denied: set[str] = set()
    rest = text
    for found, clause in denials(text):
        if _CHOSEN.match(found[0]):
            continue
        words = _denied(clause, 2 if found[0].lower() in _NOUNS else 1)
        denied |= {stem(word[0]) for word in words} - _LIGHT
        end = found.end() + (words[-1].end() if words else 0)
        rest = rest[: found.start()] + " " * (end - found.start()) + rest[end:]
    plain = stems(rest)
    return Polarity(frozenset(denied) - plain, plain)


@lru_cache(maxsize=32768)
def denials(text: str) -> tuple[tuple[re.Match[str], str], ...]:
    """Every *not* of a text with the rest of its clause, but for those that cancel each other, or only compare."""
    nots = [(found, _CLAUSE.split(text[found.end() :], maxsplit=1)[0]) for found in NEGATION.finditer(text)]
    plain = [(one, rest) for one, rest in nots if not _COMPARED.search(rest)]
    return tuple((one, rest) for one, rest in plain if not any(_meets(one, len(rest), each, text) for each, _ in nots))


def _denied(clause: str, most: int) -> list[re.Match[str]]:
    """The first words of a clause that say something, adverbs not counted."""
    phrase = _PHRASE.match(clause)
    words = [word for word in _WORD.finditer(phrase[0] if phrase else clause) if word[0].lower() not in en.EMPTY]
    adverbs = sum(word[0].endswith("ly") for word in words[:most])
    return words[: most + adverbs]


def _meets(found: re.Match[str], clause: int, other: re.Match[str], text: str) -> bool:
    """Does another denial stand in its clause, before it or behind it?"""
    if other.start() < found.start():
        return not _CLAUSE.search(text[other.end() : found.start()])
    return found.end() <= other.start() < found.end() + clause
