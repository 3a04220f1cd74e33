"""Numbers and words that are one sign: circled, raised, Roman, of another script, or a fraction.

``①``, ``²⁰¹⁶``, ``Ⅻ``, ``½`` and ``㎞`` are read as what they stand for, so that figures in them are judged.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_FORMS = frozenset({"<circle>", "<square>", "<compat>"})
_RAISED = frozenset({"<super>", "<sub>"})
_ABOVE = frozenset("⁺⁻₊₋")
"""Signs that stand among raised digits: ``s⁻¹``."""
_KNOWN = frozenset("№™℠ªº")
"""Signs that everybody writes, and that are read as they stand."""
_LONGEST = 2
"""So many raised signs at most make an exponent, an index or the end of an ordinal: ``km²``, ``C₁₂``, ``1ˢᵗ``."""


@cache
def written_out(char: str) -> str:
    """The usual way to write a number or word that is one sign; nothing, if it is none."""
    category, kind = unicodedata.category(char), _kind(char)
    if char in _KNOWN:
        return ""
    usual = unicodedata.normalize("NFKC", char)
    if category in ("No", "Nl"):
        return usual if usual != char and kind != "<fraction>" else _decimal(unicodedata.numeric(char))
    is_word = (category == "So" and kind in _FORMS) or (category == "Lm" and kind in _RAISED)
    return usual if is_word and usual.isalnum() else ""


def is_fraction(char: str) -> bool:
    """Is it a part of one, such as ``½``? Behind a whole number it is the part behind the point."""
    return _kind(char) == "<fraction>" and 0 < unicodedata.numeric(char) < 1


def is_raised(char: str) -> bool:
    """Does it stand above or below the line?"""
    return _kind(char) in _RAISED and char not in _KNOWN


def is_exponent(text: str, at: int) -> bool:
    """Does the raised sign belong to the letter before it, as in ``km²``, ``CO₂``, ``xⁿ`` or ``1ˢᵗ``?"""
    run = _run(text, at)
    base = text[run.start - 1 : run.start]
    is_borne = base == ")" or _is_letter(base) or (base.isdigit() and text[at].isalpha())
    return is_borne and sum(char not in _ABOVE for char in text[run.start : run.stop]) <= _LONGEST


def is_apart(text: str, at: int) -> bool:
    """Does the raised sign stand for itself, between spaces or marks, as in a list of signs?"""
    run = _run(text, at)
    before, after = text[run.start - 1 : run.start], text[run.stop : run.stop + 1]
    return len(run) == 1 and not before.strip("(['\"“‘`\n ") and not after.isalnum()


def _run(text: str, at: int) -> range:
    """The raised signs around this one, as far as they matter."""
    start, end = at, at + 1
    while start > 0 and at - start <= _LONGEST and _goes_on(text[start - 1]):
        start -= 1
    while end < len(text) and end - at <= _LONGEST and _goes_on(text[end]):
        end += 1
    return range(start, end)


def _goes_on(char: str) -> bool:
    return char in _ABOVE or is_raised(char)


def _is_letter(char: str) -> bool:
    """Is it one, or a mark on one?"""
    return char.isalpha() or (char != "" and unicodedata.category(char)[0] == "M")


@cache
def _kind(char: str) -> str:
    return unicodedata.decomposition(char).partition(" ")[0]


def _decimal(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
