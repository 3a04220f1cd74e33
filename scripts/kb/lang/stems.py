"""Words as stems, by which a sentence and a statement are seen to speak of the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

from Stemmer import Stemmer

from kb.lang import en

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENGLISH, _RUSSIAN = (Stemmer(language, maxCacheSize=0) for language in ("english", "russian"))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The part of a word that its forms share, as Snowball has it: ``adopted`` and ``adoption`` are ``adopt``."""
    word = word.lower()
    return str((_RUSSIAN if "\u0400" <= word[0] <= "\u04ff" else _ENGLISH).stemWord(word))


@lru_cache(maxsize=32768)
def stems(text: str, common: frozenset[str] = frozenset()) -> frozenset[str]:
    """The stems of all words that say something; those that are ``common`` to all texts of a subject say nothing."""
    words = ((word, word.lower()) for word in _WORD.findall(text))
    return frozenset(stem(word) for word, low in words if low not in en.EMPTY and low not in common)
