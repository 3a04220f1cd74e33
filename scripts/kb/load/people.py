"""Reads who wrote: persons by family and given name, bodies by their whole name, ``and others`` by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb.core.model import Maker, People
from kb.load.tex import words

_SPACE = re.compile(r"[ \t\n]+|(?<!\\)~+")
_AND = re.compile(r"[{}]| and(?= )", re.IGNORECASE)
_COMMA = re.compile(r"[{},]")
_WORD = re.compile(r"[{} ]")
_WRITE = "write `Family, Given and Family, Given`; a body stands in braces of its own, such as `{{Straits Gazette}}`"


@lru_cache(maxsize=1 << 14)
def people(value: str) -> tuple[People, tuple[tuple[str, str, str], ...]]:
    """The names of a field as written, and what is wrong with them: which name, the text and the help."""
    names: list[Maker] = []
    faults: list[tuple[str, str, str]] = []
    written = [name.strip() for name in _apart(f" {_SPACE.sub(' ', value)} ", _AND)]
    for each in written:
        fault = _fault(each, alone=len(written) == 1)
        if fault:
            faults.append((each, fault, _WRITE))
        elif each.lower() != "others":
            names.append(_name(each))
    return People(tuple(names), written[-1].lower() == "others"), tuple(faults)


def body(value: str) -> People:
    """The one name of a field that is never taken apart, such as ``organization``."""
    return People((Maker(words(value).text, is_body=True),))


def _apart(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    """The parts of a text between separators that stand in no braces."""
    depth = start = 0
    for match in separator.finditer(text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        elif depth <= 0:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _fault(written: str, *, alone: bool) -> str | None:
    parts = list(_apart(written, _COMMA))
    if not written:
        return "a name is missing beside 'and'"
    if alone and written.lower() == "others":
        return "'others' stands for nobody where no one is named"
    if len(parts) > 3:
        return f"{written[:80]!r} has {len(parts) - 1} commas, against at most two in a name"
    if not all(words(part).text for part in parts):
        return f"a part of the name {written[:80]!r} is empty"
    return None


def _name(written: str) -> Maker:
    if _is_braced(written):
        return Maker(words(written).text, is_body=True)
    parts = [words(part).text for part in _apart(written, _COMMA)]
    if len(parts) > 1:
        return Maker(parts[0], parts[-1], parts[1] if len(parts) == 3 else "")
    told = [word for word in _apart(written, _WORD) if word]
    particle = next((n for n, word in enumerate(told[:-1]) if word[0].islower()), len(told) - 1)
    family, given = " ".join(told[particle:]), " ".join(told[:particle])
    return Maker(words(family).text, words(given).text)


def _is_braced(written: str) -> bool:
    """Does the brace at the beginning close at the end?"""
    depth = 0
    for match in re.finditer(r"[{}]", written):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return written[0] == "{" and match.end() == len(written)
    return False
