"""The words that are known: those of names, and those that are words in their own right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from kb.annotate.entities import spellings
from kb.core.model import Entity, Source, Statement, SubjectWords
from kb.core.romanised import key
from kb.lang import en

CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\W\d_]{3,}")
_WORD = re.compile(r"[^\W\d_]{3,}")


class Lexicon:
    """The words of a ledger: those of names with their entities, and those of statements and quotes."""

    def __init__(self, names: dict[str, str], words: frozenset[str], plain: frozenset[str] = frozenset()) -> None:
        self.names = names
        self._words = words
        self._plain = en.NO_NAMES | plain
        self._list = list(names)
        self._meant: dict[str, str] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self._told() == other._told()

    __hash__ = object.__hash__

    def _told(self) -> tuple[object, ...]:
        return list(self.names.items()), self._words, self._plain

    def meant(self, word: str) -> str:
        """The word of a name that an unknown word nearly is; nothing for known words and those near none."""
        if word not in self._meant:
            known = (
                word in self.names or word.lower() in self._plain or word in self._words or word.lower() in self._words
            )
            self._meant[word] = "" if known else self._nearest(word)
        return self._meant[word]

    def candidates(self, word: str) -> tuple[str, ...]:
        """Every word of a name that is as near to an unknown word as the nearest one."""
        near = self.meant(word)
        if not near:
            return ()
        least = OSA.distance(word, near)
        return tuple(sorted(name for name in self._list if OSA.distance(word, name, score_cutoff=least) <= least))

    def _nearest(self, word: str) -> str:
        limit = 1 if len(word) < 7 else 2
        found = extractOne(word, self._list, scorer=OSA.distance, score_cutoff=limit)
        if not found or not found[1] or (found[1] > 1 and found[0][0] != word[0]):
            return ""
        return "" if _is_inflected(word, found[0]) or key(word) == key(found[0]) else found[0]


def _is_inflected(word: str, name: str) -> bool:
    """``Kazakhs``, ``Russians`` and ``Armenian`` are no misspellings."""
    short, long = sorted((word, name), key=len)
    stem = short[:-1] if short[-1] in "aeiouy" else short
    return any(long.startswith(root) and bool(en.ENDINGS.fullmatch(long[len(root) :])) for root in (short, stem))


def wording(statement: Statement) -> frozenset[str]:
    """The words of a statement and of its quotes."""
    said = (statement.value,) if isinstance(statement.value, str) else ()
    texts = (*said, *(evidence.quote for evidence in statement.evidence))
    return frozenset(word for text in texts for word in _WORD.findall(text))


def lexicon(named: Mapping[str, Entity], wordings: tuple[frozenset[str], ...], words: SubjectWords) -> Lexicon:
    """The lexicon of a ledger."""
    names: dict[str, str] = {}
    for entity in named.values():
        for form in spellings(entity):
            for word in CAPITALISED.findall(form):
                names.setdefault(word, entity.id)
    return Lexicon(names, frozenset().union(*wordings), words.plain)


def library_words(sources: Mapping[str, Source]) -> frozenset[str]:
    """The words of the bibliography: authors, titles, publishers."""
    return frozenset(w for s in sources.values() for v in s.fields.values() for w in _WORD.findall(v))


@lru_cache(maxsize=256)
def page_words(source: str) -> frozenset[str]:
    """Words that a page writes in lower case are words in their own right."""
    return frozenset(word for word in _WORD.findall(source) if word.islower())
