"""Characters that no file should hold: those that hide or turn text, act on it, or pass for others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from heapq import merge

from kb.core.alphabets import mixed, script_of
from kb.core.folding import HYPHENS, composed, is_plain, is_unseen, ordinary
from kb.core.signs import is_apart, is_exponent, is_fraction, is_raised

_CONTROLS = {
    "\0": "NULL", "\a": "BELL", "\b": "BACKSPACE", "\v": "LINE TABULATION", "\f": "FORM FEED", "\x1b": "ESCAPE",
    "\x7f": "DELETE", "\x85": "NEXT LINE", "\r": "CARRIAGE RETURN", "\x9b": "CONTROL SEQUENCE INTRODUCER",
}  # fmt: skip
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_LOST = frozenset("\ufffc\ufffd")
"""What programs write for a character or a picture that they could not keep."""
_STRIKING = frozenset("\u0334\u0335\u0336\u0337\u0338")
_EAST = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})
"""Scripts among which wide forms, circled digits and Roman numerals of one sign are usual."""
_SCRIPTS = {"ARABIC-INDIC": "ARABIC", "EXTENDED": "ARABIC"}
_CROWD = 4
"""So many marks at most stand on one letter."""
_LONGEST = 60
"""As far as a word is looked at."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A character where none should be: ``instead`` is what has to stand there, if there is one right answer."""

    at: int
    char: str
    kind: str
    instead: str | None
    acts: bool
    why: str = ""

    @property
    def name(self) -> str:
        """How it is called: ``U+00AD SOFT HYPHEN``."""
        return named(self.char)


def named(char: str) -> str:
    """A character by its number and name."""
    return f"U+{ord(char):04X} {_CONTROLS.get(char) or unicodedata.name(char, '')}".rstrip()


def odd_names(text: str) -> str:
    """Which characters of a date or number are none that it is written in: `` (it holds U+2013 EN DASH)``."""
    odd = [char for char in dict.fromkeys(text[:_LONGEST]) if not " " <= char <= "~"]
    return f" (it holds {' and '.join(map(named, odd[:3]))})" if odd else ""


def strays(text: str) -> Iterator[Stray]:
    """Every character of a text that it should not hold, in order."""
    return strays_among(text, () if text.isascii() and is_plain(text) else set(text))


def strays_among(text: str, chars: Iterable[str]) -> Iterator[Stray]:
    """Every such character of a text whose characters, but for plain ones, are known."""
    odd = "".join(char for char in chars if _kind(char))
    found = re.finditer(f"[{re.escape(odd)}]", text) if odd else ()
    made = (stray for match in found if (stray := _judged(text, match.start())))
    words = mixed(text) if any("Ͱ" <= char <= "ԯ" for char in chars) else ()
    foreign = (Stray(at, text[at], "mixed", None, True, why) for at, why in words)
    return merge(made, foreign, key=lambda stray: stray.at)


@cache
def _kind(char: str) -> str:
    """What is wrong with it where nothing speaks for it; nothing, if it may stand anywhere."""
    if " " <= char <= "~" or char in "\n\t":
        return ""
    category = unicodedata.category(char)
    known = {"Cc": "control", "Zl": "control", "Zp": "control", "Co": "private", "Cn": "unassigned", "Cs": "unassigned"}
    if char in _TURNING:
        return "turn"
    if is_unseen(char):
        return "unseen"
    if char in _LOST:
        return "lost"
    if category == "Me" or char in _STRIKING:
        return "over"
    if category[0] == "M":
        return "mark"
    if is_fraction(char):
        return ""
    if is_raised(char) and ordinary(char):
        return "raised"
    return known.get(category) or ("form" if category != "Zs" and ordinary(char) else "")


def _judged(text: str, at: int) -> Stray | None:
    """The character where it stands."""
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    match _kind(char):
        case "mark":
            is_crowd = at >= _CROWD and all(_kind(c) == "mark" for c in text[at - _CROWD : at])
            base = next((c for c in reversed(text[max(at - _CROWD, 0) : at]) if _kind(c) != "mark"), "")
            is_borne = base.isalpha() or base in ("\u25cc", "\u00a0")
            return None if is_borne and not is_crowd else Stray(at, char, "mark", None, False)
        case "over":
            return Stray(at, char, "over", None, False)
        case "raised":
            return None if is_exponent(text, at) or is_apart(text, at) else Stray(at, char, "raised", None, False)
        case "unseen":
            if char in _JOINERS and _joins_letters(text, at):
                return None
            hides = char != "\u00ad" and (char >= "\U000e0000" or bool(before.isalnum() and after.isalnum()))
            return Stray(at, char, "unseen", "", hides)
        case "form":
            return None if _belongs(text, at) else _form(at, char)
        case kind:
            return Stray(at, char, kind, "" if kind == "turn" else None, True)


def _joins_letters(text: str, at: int) -> bool:
    """Is the joiner the first of its run, and the run between letters of a script that has such?"""
    around = text[at - 1 : at], text[at + 1 : at + 1 + _LONGEST].lstrip("".join(_JOINERS))[:1]
    return not any(not c or c in _JOINERS or _is_western(c) for c in around)


def _form(at: int, char: str) -> Stray:
    usual = ordinary(char)
    instead = usual if usual.isalnum() else None  # a mark might be read as Markdown
    return Stray(at, char, "form", instead, False, f"it passes for {usual!r}")


def _belongs(text: str, at: int) -> bool:
    """Does the digit, the sign or the wide form stand among letters of its own script, on its line?"""
    script, category = script_of(text[at]), unicodedata.category(text[at])
    if script == "MATHEMATICAL" or (script != "FULLWIDTH" and category not in ("Nd", "No", "Nl", "So")):
        return False
    scripts = {_SCRIPTS.get(script, script)} if category == "Nd" and script != "FULLWIDTH" else {*_EAST, script}
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[max(start, at - _LONGEST) : min(end if end >= 0 else len(text), at + _LONGEST)]
    return any(letter.isalpha() and script_of(letter) in scripts for letter in line)


def _is_western(char: str) -> bool:
    """Is it a space, a mark, or of a script whose letters need no joiner? A sign is what it is written out as."""
    char = (ordinary(char) or char)[0]
    if char.isascii() or unicodedata.category(char)[0] in "PZ":
        return True
    return char.isalnum() and script_of(char) in ("LATIN", "CYRILLIC", "GREEK", "DIGIT", "ARMENIAN")


def tidy(text: str) -> str:
    """The text without what it should not hold, as far as there is one right answer, and with its letters composed."""
    if is_plain(text):
        return text
    pieces, end = [], 0
    for stray in strays(text):
        instead = " " if stray.kind == "control" else stray.instead
        if instead is not None:
            pieces += [text[end : stray.at], instead]
            end = stray.at + 1
    return composed("".join([*pieces, text[end:]])).translate(HYPHENS)
