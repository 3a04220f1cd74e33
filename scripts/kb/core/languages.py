"""The languages of sources, by their names in biblatex: the code of each, and the script that it is written in.

A table of our own, for biblatex names some languages as Babel does not (*american*, *slovene*), and to open Babel
takes a hundredth of the time of a check; a test holds names, codes and scripts against Babel's.
"""

from __future__ import annotations

from collections import Counter

from kb.core.alphabets import script_of as script_of_letter

_WRITTEN = {
    "ARABIC": {"ar": "arabic", "fa": "persian"},
    "ARMENIAN": {"hy": "armenian"},
    "CJK": {"ja": "japanese", "zh": "chinese"},
    "CYRILLIC": {
        "be": "belarusian", "bg": "bulgarian", "ky": "kyrgyz", "mk": "macedonian", "mn": "mongolian", "ru": "russian",
        "tg": "tajik", "uk": "ukrainian",
    },
    "DEVANAGARI": {"hi": "hindi"},
    "GEORGIAN": {"ka": "georgian"},
    "GREEK": {"el": "greek"},
    "HANGUL": {"ko": "korean"},
    "HEBREW": {"he": "hebrew"},
    "LATIN": {
        "az": "azerbaijani", "cs": "czech", "da": "danish", "de": "german", "en": "english american british",
        "es": "spanish", "et": "estonian", "fi": "finnish", "fr": "french", "hr": "croatian", "hu": "hungarian",
        "it": "italian", "lt": "lithuanian", "lv": "latvian", "nl": "dutch", "no": "norwegian", "pl": "polish",
        "pt": "portuguese", "ro": "romanian", "sk": "slovak", "sl": "slovene", "sv": "swedish", "tk": "turkmen",
        "tr": "turkish",
    },
    "": {"kk": "kazakh", "sr": "serbian", "uz": "uzbek"},
}  # fmt: skip
"""Without a script those that are written in Latin or Cyrillic."""
LANGUAGES = {name: script for script, codes in _WRITTEN.items() for names in codes.values() for name in names.split()}
CODES = {name: code for codes in _WRITTEN.values() for code, names in codes.items() for name in names.split()}


def script_of(text: str) -> str | None:
    """The script that most of its letters belong to; nothing where no script has the greater part."""
    count: Counter[str] = Counter()
    for letter, often in Counter(text).items():
        if letter.isalpha():
            count[script_of_letter(letter)] += often
    name, most = count.most_common(1)[0] if count else ("", 0)
    return name if 2 * most > count.total() and most > FEW else None


FEW = 3
"""So few letters, as in an abbreviation, tell nothing of a language."""
