"""Tells the language of words by their letters, so that a screen reader pronounces them and lines break rightly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from babel.core import get_global

ALPHABETS = {"ru": "\u0400-\u052f", "hy": "\u0531-\u058f", "ka": "\u10a0-\u10ff\u1c90-\u1cbf"}
"""Languages and their letters. Cyrillic words of which nothing else is said are taken to be Russian."""
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Stress and other signs that stand above or below the letter before them, and belong to its word."""
_BETWEEN = r"\s\-–—«».,:;/№()\d"


def _run(letters: str) -> str:
    return f"[{letters}](?:[{letters}{_MARKS}{_BETWEEN}]*[{letters}{_MARKS}])?"


_RUNS = re.compile("|".join(f"(?P<{code}>{_run(letters)})" for code, letters in ALPHABETS.items()))


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
_CLUSTER = re.compile(f".[{_MARKS}]*", re.S)


def clean(text: str) -> str:
    """The text without controls, which no font can show and no file can hold."""
    return _CONTROL.sub("", text)


def clusters(text: str) -> list[str]:
    """The letters of a text, each with the signs that belong to it."""
    return _CLUSTER.findall(text)


def composed(text: str) -> str:
    """The text with each letter and its mark as one character, where there is one."""
    return normalize("NFC", text)


@cache
def script(language: str) -> str:
    """The code of the script that a language is written in; of a language that nobody knows, nothing."""
    return str(get_global("likely_subtags").get(re.split("[-_]", language)[0], "")).partition("_")[2].partition("_")[0]


def runs(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text with the language each is in; the rest is in the language given."""
    end = 0
    for match in _RUNS.finditer(text):
        found = match.lastgroup or language
        if script(language) == script(found):
            continue
        if match.start() > end:
            yield language, text[end : match.start()]
        yield found, match[0]
        end = match.end()
    if end < len(text):
        yield language, text[end:]
