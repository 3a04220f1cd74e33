"""The sentences of a page as they are compared, wherever their lines are broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kb.annotate.spans import AnnotatedPage, AnnotatedSentence
from kb.compare.wording import worded
from kb.core.mark import Mark
from kb.core.model import Citation

_PROSE = frozenset({"paragraph", "item", "quote", "admonition", "footnote", "caption"})
_END = re.compile(
    r"(?<![ .(][A-Z])(?<!\bNo)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bGen)(?<!\bArt)[.!?][”’\")]* +(?=[A-Z“‘\"(])"
)
_ENDED = re.compile(r"[.!?:][”’\")]*\s*\Z")

Cited = tuple[str, str]
"""A source and a place in it."""


@dataclass(frozen=True, eq=False)
class Unit:
    """A sentence: its words, its own citations, and what it is made of as the page has it."""

    path: str
    line: int
    text: str
    citations: tuple[Citation, ...]
    scopes: tuple[AnnotatedSentence, ...]

    @cached_property
    def own(self) -> frozenset[Cited]:
        """The sources that it cites itself, with the places."""
        return _cited(self.citations)

    @cached_property
    def behind(self) -> frozenset[Cited]:
        """Those that stand behind it: its own, or those it takes over from around it."""
        return self.own or _cited(citation for scope in self.scopes for citation in scope.citations)

    @property
    def tells(self) -> bool:
        """Does it tell something that rests on a source?"""
        return any(scope.tells for scope in self.scopes)

    @property
    def is_said(self) -> bool:
        """Is it a sentence, and not a heading, a label or a name?"""
        block = self.scopes[0].block
        if block.kind == "front-matter":
            return _ENDED.search(self.text) is not None
        return not (block.is_headline or block.kind == "label")

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.path}:{self.line}"


def _cited(citations: Iterable[Citation]) -> frozenset[Cited]:
    return frozenset((each.key, worded(each.locator)) for each in citations)


def units(page: AnnotatedPage) -> tuple[Unit, ...]:
    """The sentences of a page, in order."""
    path = page.page.path
    return tuple(unit for scopes in _blocks(page.scopes) for unit in _of_block(path, scopes) if unit.text)


def _blocks(scopes: Sequence[AnnotatedSentence]) -> Iterator[list[AnnotatedSentence]]:
    """Sentences of one block; of what is no prose each stands alone."""
    held: list[AnnotatedSentence] = []
    for scope in scopes:
        if held and (scope.block is not held[-1].block or scope.block.kind not in _PROSE):
            yield held
            held = []
        held.append(scope)
    if held:
        yield held


def _of_block(path: str, scopes: Sequence[AnnotatedSentence]) -> Iterator[Unit]:
    """Join what lines part, and part what stands on one line."""
    parts: list[tuple[Mark, str, tuple[Citation, ...], AnnotatedSentence]] = []
    for scope in scopes:
        parts += _parts(path, scope) if scope.block.kind in _PROSE else [_whole(scope)]
    held: list[tuple[Mark, str, tuple[Citation, ...], AnnotatedSentence]] = []
    for part in parts:
        held.append(part)
        if _ENDED.search(part[1]):
            yield _unit(path, held)
            held = []
    if held:
        yield _unit(path, held)


def _whole(scope: AnnotatedSentence) -> tuple[Mark, str, tuple[Citation, ...], AnnotatedSentence]:
    return scope.sentence.mark, scope.sentence.text, scope.sentence.citations, scope


def _parts(path: str, scope: AnnotatedSentence) -> Iterator[tuple[Mark, str, tuple[Citation, ...], AnnotatedSentence]]:
    sentence = scope.sentence
    ends = [match.end() for match in _END.finditer(sentence.text)]
    starts = [0, *ends]
    for start, end in zip(starts, [*ends, len(sentence.text)], strict=True):
        last = end == len(sentence.text)
        cited = tuple(c for c in sentence.citations if (c.at > start or start == 0) and (c.at <= end or last))
        yield sentence.place(path, start), sentence.text[start:end], cited, scope


def _unit(path: str, held: Sequence[tuple[Mark, str, tuple[Citation, ...], AnnotatedSentence]]) -> Unit:
    text = worded(" ".join(part[1].strip() for part in held))
    scopes = tuple(dict.fromkeys(part[3] for part in held))
    return Unit(path, held[0][0].line, text, tuple(c for part in held for c in part[2]), scopes)
