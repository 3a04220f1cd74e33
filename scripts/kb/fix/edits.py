"""Slips in a page that have one right answer by the ledger, each with the characters to put in place of which."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.lexicon import Lexicon
from kb.annotate.spans import AnnotatedSentence
from kb.core.dates import Date
from kb.core.folding import fold, letters
from kb.core.mark import Mark
from kb.core.model import Citation, Ledger, Page, Sentence
from kb.core.months import FULL, name
from kb.evidence.index import EvidenceIndex
from kb.evidence.spans import quotations
from kb.rules.prose.misspelt_name import misspellings
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage

_PARTS = (
    re.compile(r"(?<!\d)\d{4}(?!\d)"),
    re.compile(FULL, re.IGNORECASE),
    re.compile(r"(?<!\d)\d{1,2}(?:(?:st|nd|rd|th)\b)?(?!\d)"),
)
"""How year, month and day stand in a date that is written out."""
_BRACED = re.compile(r"\{([^{}]*)\}")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|$)")
_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_ASKS_AN = re.compile(r"[aeiou]|8|1[18](?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mend:
    """Put ``new`` where ``old`` stands, because of a statement or a name of the ledger."""

    mark: Mark
    old: str
    new: str
    because: str


def mends(
    reading: VerifiedPage, ledger: Ledger, evidence: EvidenceIndex, lexicon: Lexicon, library_words: frozenset[str]
) -> Iterator[Mend]:
    """Every slip of a page that can be mended: a date, a name or a locator with one candidate."""
    yield from _dates(reading, evidence)
    yield from _names(reading, lexicon, library_words)
    yield from _locators(reading, ledger)


def _dates(reading: VerifiedPage, evidence: EvidenceIndex) -> Iterator[Mend]:
    """A date that differs in one part from exactly one that the cited place has."""
    for read in reading.with_outcome(Outcome.REFUTED):
        value, scope = read.figure.value, read.scope
        simple = isinstance(value, Date) and value.precision in ("day", "month", "year") and read.figure.kind == "date"
        if not simple or read.verdict.why or _is_quoted(read.figure.start, scope):
            continue
        near = dict(_candidates(read, evidence))
        if len(near) == 1:
            ((right, id),) = near.items()
            yield from _rewritten(read, right, id, reading.page)


def _candidates(read: VerifiedMention, evidence: EvidenceIndex) -> Iterator[tuple[tuple[int | None, ...], str]]:
    """The dates of the cited place, as finely told as in prose, that differ from it in one part."""
    told = read.figure.value.parts if isinstance(read.figure.value, Date) else ()
    for candidate in evidence.heard(read.citations):
        for date in (end for stated in candidate.figures.dates for end in stated.ends):
            parts = tuple(part if said is not None else None for part, said in zip(date.parts, told, strict=True))
            missing = any(part is None and said is not None for part, said in zip(parts, told, strict=True))
            if not missing and sum(part != said for part, said in zip(parts, told, strict=True)) == 1:
                yield parts, candidate.id


def _rewritten(read: VerifiedMention, right: tuple[int | None, ...], id: str, page: Page) -> Iterator[Mend]:
    """The one part that differs, where it stands in the text."""
    told = read.figure.value.parts if isinstance(read.figure.value, Date) else ()
    for part, said, pattern in zip(right, told, _PARTS, strict=True):
        found = list(pattern.finditer(read.figure.text))
        if part is None or part == said or len(found) != 1:
            continue
        new = name(part) if pattern is _PARTS[1] else _numbered(part, found[0][0])
        start = read.figure.start
        yield from _mend(read.scope.sentence, (start + found[0].start(), start + found[0].end()), new, id, page)


def _numbered(number: int, said: str) -> str:
    """The number written as the other is: with its ending, if that has one."""
    if said.isdigit():
        return str(number).zfill(len(said) if said.startswith("0") else 1)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def _mend(sentence: Sentence, span: tuple[int, int], new: str, because: str, page: Page) -> Iterator[Mend]:
    """Put it in place of these characters of the sentence, as they stand in the file; *a* and *an* must stay right."""
    said = sentence.text[slice(*span)]
    article = _ARTICLE.search(sentence.text[max(0, span[0] - 4) : span[0]])
    if article and bool(_ASKS_AN.match(said)) != bool(_ASKS_AN.match(new)):
        return
    mark, (line, end) = sentence.place(page.path, span[0]), sentence.places[span[1] - 1]
    source = page.source.split("\n")[mark.line - 1]
    old = next((letter for at, letter in letters(source[end - 1 : end + 30])), "")
    old = source[mark.column - 1 : end - 1] + old
    if line == mark.line and fold(old)[0] == said:
        yield Mend(mark, old, new, because)


def _names(reading: VerifiedPage, lexicon: Lexicon, library_words: frozenset[str]) -> Iterator[Mend]:
    """A near miss of exactly one name."""
    for found in misspellings(reading, lexicon, library_words):
        if lexicon.candidates(found.text) == (found.meant,) and not _is_quoted(found.start, found.scope):
            span = found.start, found.end
            yield from _mend(found.scope.sentence, span, found.meant, found.entity_id, reading.page)


def _locators(reading: VerifiedPage, ledger: Ledger) -> Iterator[Mend]:
    """A citation whose figures all stand at exactly one other place of its source."""
    right: dict[Citation, set[str]] = {}
    kept: set[Citation] = set()
    for read in reading.figures:
        if read.outcome is Outcome.ELSEWHERE and len(read.citations) == 1:
            cited = read.citations[0]
            there = set(_places(cited, read.statements, ledger))
            right[cited] = right[cited] & there if cited in right else there
        elif read.outcome is Outcome.SUPPORTED and not read.verdict.why:
            kept.update(read.citations)
    for citation, places in right.items():
        if len(places) == 1 and citation not in kept:
            start = citation.mark.column + len(citation.key)
            line = reading.page.source.split("\n")[citation.mark.line - 1]
            old = _BRACED.match(line, start - 1)
            if old and fold(old[1])[0].strip() == citation.locator:
                yield Mend(citation.mark._replace(column=start + 1), old[1], places.pop(), citation.key)


def _places(citation: Citation, ids: tuple[str, ...], ledger: Ledger) -> Iterator[str]:
    for id in ids:
        for evidence in ledger.statements[id].evidence if id in ledger.statements else ():
            if evidence.by == citation.key:
                yield evidence.at


def _is_quoted(at: int, scope: AnnotatedSentence) -> bool:
    return any(start <= at < end for start, end in quotations(scope)) or any(
        start <= at < end for start, end, _ in scope.sentence.masked
    )


def mended(data: bytes, mend: Mend) -> bytes | None:
    """The file with the one span replaced and every other byte as it was; nothing if ``old`` does not stand there."""
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    lines = _LINE.findall(data.removeprefix(mark))
    if not 0 < mend.mark.line <= len(lines):
        return None
    try:
        line = lines[mend.mark.line - 1].decode("utf-8")
    except UnicodeDecodeError:
        return None
    start = mend.mark.column - 1
    if start < 0 or not mend.old or line[start : start + len(mend.old)] != mend.old:
        return None
    lines[mend.mark.line - 1] = (line[:start] + mend.new + line[start + len(mend.old) :]).encode("utf-8")
    return mark + b"".join(lines)
