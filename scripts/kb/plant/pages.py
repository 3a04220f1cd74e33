"""Mistakes in pages, at places found by syntax alone: what the rules see plays no part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kb.plant.planted import Planted, other_digits, replaced

_CITED = re.compile(r"\s*\{cite:[pt]\}`([^`]*)`")
_HIDDEN = re.compile(r"\{[\w:]+\}`[^`]*`|\]\([^)]*\)|`[^`]*`|\[[^\]]*\]\{\.own\}|\[\^[^\]]*\]|https?://\S+")
_FENCE = re.compile(r"^\s*(`{3,}|:{3,})")
_YEAR = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,]|\.\d)")
MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b(?= \d{{4}}\b)")
_DAY = re.compile(rf"\b\d\d?(?= (?:{'|'.join(MONTHS)})\b)")
WORDS = "two three four five six seven eight nine ten eleven twelve fifteen twenty".split()
_WORD = re.compile(rf"\b(?:{'|'.join(WORDS)})\b(?= [a-z])", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<=\bArticle )\d+")
_HEDGE = re.compile(r"\b(appears?|seems?|may|might|perhaps|potential|largely|broadly|mainly)\b ?")
_QUOTED = re.compile(r"(?<=“)[^”]+(?=”)")
_LOCATOR = re.compile(r"(?<=\{)([^{}]*?)(\d+)([^{}]*)(?=\})")


def prose(text: str) -> list[tuple[int, str]]:
    """The lines of prose with their offsets: no front matter, no options or bodies of derived directives."""
    found, offset, silent, fence = [], 0, text.startswith("---\n"), ""
    for number, line in enumerate(text.splitlines(keepends=True)):
        opened = _FENCE.match(line)
        if number and silent and not fence and line.startswith("---"):
            silent = False
        elif opened and not fence:
            fence = opened[1] if re.search(r"\{(?:kb:|code|toctree|bibliography)", line) else ""
            silent = silent or bool(fence)
        elif fence and opened and line.strip() == fence:
            silent, fence = False, ""
        elif not silent and line.strip() and not re.match(r"\s*(:[\w-]+:|#|\(|\|?-)", line):
            found.append((offset, line))
        elif not silent and re.match(r"\s*- \S", line):
            found.append((offset, line))
        offset += len(line)
    return found


def _free(line: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches that touch no role, link, code or address."""
    hidden = [match.span() for match in _HIDDEN.finditer(line)]
    for match in pattern.finditer(line):
        if not any(a < match.end() and match.start() < b for a, b in hidden):
            yield match


def _swap(name: str) -> str:
    """The name with two neighbouring letters in the middle exchanged."""
    at = next((n for n in range(len(name) // 2, len(name) - 2) if name[n] != name[n + 1]), 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def plants(path: str, text: str, names: Sequence[str], authors: Sequence[str], keys: Sequence[str]) -> Iterator[Planted]:
    """Every mistake for one page. ``names`` are known names, ``authors`` those of sources, ``keys`` those of refs.bib."""
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")
    said = re.compile(rf"\b(?:{'|'.join(map(re.escape, authors))})\b(?:['’]s)?") if authors else None
    for offset, line in prose(text):
        yield from _figures(path, text, offset, line)
        for match in _free(line, known):
            yield _plant(text, offset, match, _swap(match[0]), "misspelt name", path)
        if said:
            for match in _free(line, said):
                yield _plant(text, offset, match, "it" if match.start() else "It", "attribution dropped", path)
        yield from _citations(path, text, offset, line, keys)
        yield from _lists(path, text, offset, line, known)


def _plant(text: str, offset: int, match: re.Match[str], new: str, kind: str, path: str, strict: bool = False) -> Planted:
    return replaced(text, offset + match.start(), offset + match.end(), new, kind, path, strict)


def _figures(path: str, text: str, offset: int, line: str) -> Iterator[Planted]:
    for match in _free(line, _YEAR):
        for new in other_digits(match[0]):
            yield _plant(text, offset, match, new, "year in prose", path, strict=True)
    for match in _free(line, _MONTH):
        yield _plant(text, offset, match, MONTHS[MONTHS.index(match[0]) - 5], "month in prose", path)
    for match in _free(line, _DAY):
        yield _plant(text, offset, match, str(int(match[0]) % 28 + 1), "day in prose", path)
    for match in _free(line, _WORD):
        word = WORDS[(WORDS.index(match[0].lower()) + 1) % len(WORDS)]
        yield _plant(text, offset, match, word.capitalize() if match[0][0].isupper() else word, "count word", path)
    for match in _free(line, _ARTICLE):
        yield _plant(text, offset, match, str(int(match[0]) + 1), "article in prose", path)
    for match in _free(line, _HEDGE):
        yield _plant(text, offset, match, "", "hedge dropped", path)
    for match in _free(line, _QUOTED):
        words = match[0].split()
        if len(words) > 1:
            yield _plant(text, offset, match, " ".join([*words[:-2], words[-1], words[-2]]), "quotation altered", path)


def _citations(path: str, text: str, offset: int, line: str, keys: Sequence[str]) -> Iterator[Planted]:
    for match in _CITED.finditer(line):
        yield _plant(text, offset, match, "", "citation dropped", path)
        for key in re.finditer(r"[A-Z]\w+(?=\{|,|$)", match[1]):
            if key[0] in keys:
                other = keys[(keys.index(key[0]) + 7) % len(keys)]
                start = offset + match.start(1) + key.start()
                yield replaced(text, start, start + len(key[0]), other, "citation swapped", path)
        for locator in _LOCATOR.finditer(match[1]):
            start = offset + match.start(1) + locator.start(2)
            yield replaced(text, start, start + len(locator[2]), str(int(locator[2]) + 7), "locator changed", path)


def _lists(path: str, text: str, offset: int, line: str, known: re.Pattern[str]) -> Iterator[Planted]:
    """Drop a member of a list of three or more names."""
    found: Iterable[re.Match[str]] = re.finditer(r"(?:[A-Z]\w+, ){2,}(?:[A-Z]\w+,? )?and [A-Z]\w+", line)
    for match in found:
        first = match[0].split(", ")[0]
        if known.fullmatch(first):
            start = offset + match.start()
            yield replaced(text, start, start + len(first) + 2, "", "member dropped", path)
