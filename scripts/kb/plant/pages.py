"""Mistakes in pages, at places found by syntax alone: what the rules see plays no part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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
_MACHINERY = re.compile(r"\s*(?::[\w-]+:|#|\(\w+\)=|\|?\s*-{2,})")
"""Options, headings, targets and the rule below a table's head."""
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
        elif not silent and line.strip() and not _MACHINERY.match(line):
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


@dataclass(frozen=True)
class Known:
    """What the places are told by: names of entities, keys of sources, and of each source that makes claims the
    names of its authors and the words that hedge it."""

    names: Sequence[str]
    keys: Sequence[str]
    authors: Mapping[str, Sequence[str]]
    hedges: Mapping[str, Sequence[str]]

    @cached_property
    def name(self) -> re.Pattern[str]:
        """Any known name, the longest first."""
        return any_of(self.names)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, whole, the longest first; nothing if there are none."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b" if ordered else r"(?!)")


def plants(path: str, text: str, known: Known) -> Iterator[Planted]:
    """Every mistake for one page."""
    for offset, line in prose(text):
        yield from _figures(path, text, offset, line)
        for match in _free(line, known.name):
            yield _plant(text, offset, match, _swap(match[0]), "misspelt name", path)
        yield from _voice(path, text, offset, line, known)
        yield from _citations(path, text, offset, line, known.keys)
        yield from _lists(path, text, offset, line, known.name)


_SAYS = (
    r"(?:argu|say|said|report|h[eo]ld|call|regard|find|found|read|judg|count|credit|recall|describ|tell|told|not|see|trac"
    r"|write|wrote|expect|warn|speak|spoke|take|explain|observ|conclud|suggest)[a-z]*"
)


def _attributions(names: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """How a sentence names the author: «X judges that», «in X's view,», «as X reads it,», «according to X,»."""
    name = any_of(names).pattern
    full = rf"(?:[A-Z]\w+ )?{name}"
    yield re.compile(rf"{full}(?:, [^,]+,)? (?:also |then |later )?{_SAYS}(?: (?:it )?that)? ")
    yield re.compile(rf"\b[Ii]n {full}['’]s? \w+,? ")
    yield re.compile(rf"\b[Aa]s {full} {_SAYS}(?: it)?,? ")
    yield re.compile(rf"\b[Aa]ccording to {full},? ")


def _voice(path: str, text: str, offset: int, line: str, known: Known) -> Iterator[Planted]:
    """Take the words that name the author, or the hedge, out of a line that cites a claim."""
    cited = [key for match in _CITED.finditer(line) for key in re.findall(r"[A-Z]\w+(?=\{|,|$)", match[1])]
    for pattern in _attributions({name for key in cited for name in known.authors.get(key, ())}):
        for match in _free(line, pattern):
            yield replaced(text, offset, offset + len(line), _without(line, [match]), "attribution dropped", path)
    hedges = list(_free(line, any_of({word for key in cited for word in known.hedges.get(key, ())})))
    if hedges:
        yield replaced(text, offset, offset + len(line), _without(line, hedges), "hedge dropped", path)


def _without(line: str, found: Sequence[re.Match[str]]) -> str:
    for match in reversed(found):
        end = match.end() + (line[match.end() : match.end() + 1] == " ")
        line = line[: match.start()] + line[end:]
    return line[0].upper() + line[1:]


def _plant(
    text: str, offset: int, match: re.Match[str], new: str, kind: str, path: str, strict: bool = False
) -> Planted:
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
