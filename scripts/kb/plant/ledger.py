"""Mistakes in the ledger and the bibliography, at places found by syntax alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.plant.planted import Planted, other_digits, replaced

_DATED = re.compile(r"^ {4}(?!checked)([\w-]+): *(.*\d{4}.*)$", re.MULTILINE)
_YEAR = re.compile(r"(?<!\d)\d{4}(?=$|[-/~,\]\s])")
_MONTH = re.compile(r"(?<=\d{4}-)\d\d")
_DAY = re.compile(r"(?<=\d{4}-\d\d-)\d\d")
_COUNT = re.compile(r"(?<=\bn: )\d+")
_ARTICLES = re.compile(r"(?<=^ {4}articles: \[)\d+", re.MULTILINE)
_HELD = re.compile(r"(?<=^ {4}held-by: )[\w-]+", re.MULTILINE)
_SET = re.compile(r"^ {4}(?:members|signatories|who): \[([\w-]+), ([^\]]+)\]$", re.MULTILINE)
_QUOTE = re.compile(r"(?<=^ {8}quote: )(?P<q>[\"']?)(.+)(?P=q)$", re.MULTILINE)
_BY = re.compile(r"(?<=^ {6}- by: )\w+", re.MULTILINE)
_AT = re.compile(r"^ {8}at: .*\n", re.MULTILINE)
_EVIDENCE = re.compile(r"^ {4}evidence:\n(?: {6,}.*\n?)+", re.MULTILINE)
_JUDGEMENTS = re.compile(r"^judgements:\n(?:[ -].*\n?)+", re.MULTILINE)
_NOT_DATES = frozenset("evidence inferred says records provides aims number counts because question quote".split())


def plants(path: str, text: str, locked: Sequence[str], people: Sequence[str]) -> Iterator[Planted]:
    """Every mistake for one entity file. ``locked`` are sources whose whole text was seen by the lock."""
    for field in _DATED.finditer(text):
        if field[1] not in _NOT_DATES and "{" not in field[2]:
            yield from _date(path, text, field)
    for pattern, kind in ((_COUNT, "count in the ledger"), (_ARTICLES, "article in the ledger")):
        for match in pattern.finditer(text):
            yield replaced(text, *match.span(), str(int(match[0]) + 1), kind, path)
    for match in _HELD.finditer(text):
        other = next(person for person in people if person != match[0])
        yield replaced(text, *match.span(), other, "holder swapped", path)
    for match in _SET.finditer(text):
        yield replaced(text, match.start(1), match.start(2), "", "member dropped from a set", path)
    for match in _QUOTE.finditer(text):
        words = match[2].split()
        if len(words) > 2 and words[0] != words[1]:
            by = _BY.findall(text, 0, match.start())[-1:]
            kind = "quote altered" if by and by[0] in locked else "quote altered, source not at hand"
            yield replaced(text, *match.span(2), " ".join([words[1], words[0], *words[2:]]), kind, path)
    for match in _BY.finditer(text):
        yield replaced(text, *match.span(), f"{match[0]}x", "source unknown", path)
    for pattern, kind in (
        (_AT, "locator missing"),
        (_EVIDENCE, "evidence missing"),
        (_JUDGEMENTS, "judgement missing"),
    ):
        for match in pattern.finditer(text):
            yield replaced(text, *match.span(), "", kind, path)


def _date(path: str, text: str, field: re.Match[str]) -> Iterator[Planted]:
    start = field.start(2)
    for match in _YEAR.finditer(field[2]):
        for new in other_digits(match[0]):
            yield replaced(text, start + match.start(), start + match.end(), new, "year in the ledger", path, True)
    for pattern, top, kind in ((_MONTH, 12, "month in the ledger"), (_DAY, 28, "day in the ledger")):
        for match in pattern.finditer(field[2]):
            new = f"{int(match[0]) % top + 1:02d}"
            yield replaced(text, start + match.start(), start + match.end(), new, kind, path)


def bibliography(path: str, text: str) -> Iterator[Planted]:
    """Every mistake for ``refs.bib``."""
    for match in re.finditer(r"^@\w+\{(\w+),\n(?:.*\n)*?\}\n", text, re.MULTILINE):
        yield replaced(text, match.end(), match.end(), match[0], "source doubled", path)
        yield replaced(text, *match.span(), "", "source removed", path)
        for url in re.finditer(r"(?<=url = \{)https?", match[0]):
            start = match.start() + url.start()
            yield replaced(text, start, start + len(url[0]), "javascript", "address broken", path)
