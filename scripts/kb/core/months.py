"""The months by number: in English and Russian, in full, cut short, and in the cases in which sources have them.

A table of our own, for Babel knows no Russian month as it stands after a preposition (*в октябре*), and it takes
longer to open than all of this to read; a test holds the names against those of Babel.
"""

from __future__ import annotations

NAMES = tuple("January February March April May June July August September October November December".split())
"""As pages and references have them."""
SHORT = {name[:3].lower(): number for number, name in enumerate(NAMES, 1)}
"""As BibTeX knows them: there the only words that need no braces."""
ENGLISH = {name.lower(): number for number, name in enumerate(NAMES, 1)} | SHORT | {"sept": 9}
"""Every English word for a month, in lower case and without a stop."""
_RUSSIAN = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
_CASES = {"ь": ("ь", "я", "ю", "ем", "ём", "е"), "й": ("й", "я", "ю", "ем", "е"), "": ("", "а", "у", "ом", "е")}
"""How the cases of a Russian month end, by how its name does."""


def _declined(name: str) -> list[str]:
    ending = name[-1] if name[-1] in _CASES else ""
    return [name.removesuffix(ending) + case for case in _CASES[ending]]


RUSSIAN = {form: number for number, name in enumerate(_RUSSIAN, 1) for form in _declined(name)}
NUMBERS = ENGLISH | RUSSIAN
"""Every word for a month, in lower case and without a stop."""


def _either(forms: list[str]) -> str:
    """A pattern for any of these, the longest first."""
    return "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")"


_WHOLE = [name.lower() for name in NAMES]
FULL = _either(_WHOLE)
"""A pattern for an English name in full, in lower case."""
ANY = rf"(?:{_either([*_WHOLE, *RUSSIAN])}|{_either([form for form in ENGLISH if form not in _WHOLE])}\.?)"
"""A pattern for any word for a month, in lower case, a short one with its stop."""


def name(number: int) -> str:
    """``10`` is *October*."""
    return NAMES[number - 1]


def month_of(word: str) -> int:
    """``Oct.``, ``October`` and ``октября`` are 10; nothing is 0."""
    return NUMBERS.get(word.lower().rstrip("."), 0)
