"""Spans of a sentence that are not our own telling: names, titles and quotations that hold figures, idioms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kb.annotate.spans import AnnotatedSentence
from kb.core.model import Citation, Source
from kb.core.model.pages import HARD
from kb.evidence.index import EvidenceIndex
from kb.extract.mention import Mention
from kb.lang import en

_SINGLE = re.compile(r"‘[^‘’]{2,}?’(?!\w)")
IDIOM = re.compile("|".join(f"(?:{idiom})" for idiom in en.IDIOMS), re.IGNORECASE)
"""Turns of phrase in which a small number counts nothing."""

_ADVERB = re.compile(r"(?:^|[a-z,;:—] )first$", re.IGNORECASE)
_NOUN = re.compile(
    r" (?!(?:and|or|in|on|at|to|of|by|for|with|from|as|when|then|but|that|the|a|an|its|their|his|her)\b)[a-z]"
)


def is_idiom(text: str, figure: Mention) -> bool:
    """Does the number stand in a turn of phrase, or *first* as an adverb (``was first tried``)?"""
    if figure.kind not in ("count", "ordinal", "duration"):
        return False
    for match in IDIOM.finditer(text, max(0, figure.start - 20), min(len(text), figure.end + 20)):
        if match.start() <= figure.start and figure.end <= match.end():
            return True
    if figure.kind == "ordinal" and figure.text.lower() == "first":
        return bool(re.search(r"(?:was|were|is|had|has|have|then|,) $", text[: figure.start])) or not _NOUN.match(
            text, figure.end
        )
    return False


def covering(scope: AnnotatedSentence, figure: Mention) -> Iterator[str]:
    """Which masks lie over the figure: ``own``, ``quote``, ``name``."""
    for start, end, kind in scope.sentence.masked:
        if start < figure.end and figure.start < end and kind not in HARD:
            yield kind
    if any(m.start() < figure.start and figure.end < m.end() for m in _SINGLE.finditer(scope.sentence.text)):
        yield "quote"
    if any(name.start <= figure.start and figure.end <= name.end for name in scope.names):
        yield "name"


def quotations(scope: AnnotatedSentence) -> tuple[tuple[int, int], ...]:
    """The spans between quotation marks, marks excluded."""
    text = scope.sentence.text
    spans = [(start + 1, end - 1) for start, end, kind in scope.sentence.masked if kind == "quote"]
    return tuple(spans + [(m.start() + 1, m.end() - 1) for m in _SINGLE.finditer(text)])


def is_quoted_from(words: str, citations: Iterable[Citation], index: EvidenceIndex) -> bool:
    """Do these words stand in a quote that the ledger has from one of the cited sources?"""
    wanted = f" {plain(words)} "
    return any(
        wanted in f" {plain(evidence.quote)} "
        for citation in citations
        for candidate in index.of(citation.key)
        for evidence in candidate.statement.evidence
        if evidence.by == citation.key
    )


def plain(words: str) -> str:
    """Words without marks, case and punctuation, for comparison."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def in_title(
    scope: AnnotatedSentence, figure: Mention, citations: Iterable[Citation], sources: Mapping[str, Source]
) -> bool:
    """Is it part of a cited source's title, told with at least the word before or after it?"""
    text = scope.sentence.text
    told, before, after = plain(figure.text), plain(text[: figure.start]).split(), plain(text[figure.end :]).split()
    phrases = [f" {before[-1]} {told} "] if before else []
    phrases += [f" {told} {after[0]} "] if after else []
    titles = [f" {plain(sources[c.key].title)} " for c in citations if c.key in sources]
    return any(phrase in title for phrase in phrases for title in titles)
