"""The languages of sources, by their names in biblatex, and the script that each is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

SCRIPTS = {
    "ARABIC": "arabic persian",
    "ARMENIAN": "armenian",
    "CJK": "chinese japanese",
    "CYRILLIC": "belarusian bulgarian kyrgyz macedonian mongolian russian tajik ukrainian",
    "DEVANAGARI": "hindi",
    "GEORGIAN": "georgian",
    "GREEK": "greek",
    "HANGUL": "korean",
    "HEBREW": "hebrew",
    "LATIN": (
        "american azerbaijani british croatian czech danish dutch english estonian finnish french german hungarian"
        " italian latvian lithuanian norwegian polish portuguese romanian slovak slovene spanish swedish turkish"
        " turkmen"
    ),
}
EITHER = ("kazakh", "serbian", "uzbek")
"""Written in Latin or Cyrillic."""
LANGUAGES = {name: script for script, names in SCRIPTS.items() for name in names.split()} | dict.fromkeys(EITHER, "")


def script_of(text: str) -> str | None:
    """The script that most of its letters belong to; nothing where no script has the greater part."""
    count: Counter[str] = Counter()
    for letter, often in Counter(text).items():
        if letter.isalpha():
            count[_script(letter)] += often
    name, most = count.most_common(1)[0] if count else ("", 0)
    return name if 2 * most > count.total() and most > FEW else None


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


FEW = 3
"""So few letters, as in an abbreviation, tell nothing of a language."""
