"""Words as stems, by which a sentence and a statement are seen to speak of the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    "the and for that with from was were has had have its their his her this which who whom into not but are been than"
    " after before under over between among also all any other others one two more most own such when where while will"
    " would could should may might can did does they them there then here what said says say by at on in of to a an is"
    " csto organisation organization collective security member members state states".split()
)
_ENDINGS = re.compile(
    r"(?:isations?|izations?|ations?|ments?|ings?|ness|ities|ity|ies|ions?|ised|ized|ises?|izes?|ers?|ors?|ly|ed|es|s|e|y)$"
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The part of a word that its forms share, roughly: ``adopted`` and ``adoption`` are ``adopt``."""
    word = word.lower()
    short = _ENDINGS.sub("", word)
    return (short if len(short) >= 4 else word)[:7]


@lru_cache(maxsize=32768)
def stems(text: str) -> frozenset[str]:
    """The stems of all words that say something."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in _COMMON)
