"""Names in another script or another romanisation: Корниленко is Kornilenko, Евсеев is Yevseyev or Evseev."""

from __future__ import annotations

import re
from functools import lru_cache

_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e e zh z i i k l m n o p r s t u f h c ch sh sh  i  e u a i i e g u".split(" "),
        strict=True,
    )
)
_ALIKE = (
    (re.compile(r"['’ʼʹ`-]"), ""),
    (re.compile(r"shch|szcz|sch|š|ş"), "sh"),
    (re.compile(r"tch|č|ç"), "ch"),
    (re.compile(r"ž"), "zh"),
    (re.compile(r"kh|x"), "h"),
    (re.compile(r"ts|tz"), "c"),
    (re.compile(r"(?:i|y|j)+(?=[aeou])"), ""),
    (re.compile(r"(?:i|y|j)+"), "i"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"w|ff"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What one name is written as by different systems, in order (ISO 9, BGN/PCGN and those of passports and papers)."""
_SHORT = 3
"""Names of so few letters come to too little to tell them apart."""
_NAME = re.compile(r"[A-ZÀ-ÞА-ЯЁ][\w’'-]{3,}")


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """What a name comes to in every script and spelling."""
    written = "".join(_LATIN.get(letter, letter) for letter in name.lower())
    for shape, same in _ALIKE:
        written = shape.sub(same, written)
    return written


def spelled(name: str, text: str) -> str:
    """The word of the text that is this family name in another spelling; empty if there is none."""
    return _names(text).get(key(name), "") if len(name) > _SHORT else ""


@lru_cache(maxsize=16384)
def _names(text: str) -> dict[str, str]:
    """The words of a text that may be names, the first of each, by what they come to."""
    found = ((key(word.removesuffix("'s").removesuffix("’s")), word) for word in _NAME.findall(text))
    return dict(reversed(list(found)))
