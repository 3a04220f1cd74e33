"""A sentence that tells what the ledger has from a source cites a source that says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kb.annotate.spans import AnnotatedSentence, Group
from kb.core.dates import Date
from kb.core.finding import Finding, doubtful
from kb.core.model import Block, Sentence
from kb.evidence.index import EvidenceIndex
from kb.evidence.similarity import Likeness, Vocabulary
from kb.verify.describe import compared, shown
from kb.verify.grounds import Grounds
from kb.verify.verdict import VerifiedMention, VerifiedPage

_ENOUGH, _SHARE, _LESS = 1.25, 0.45, 0.6
"""From how much on words tell a statement, and how much less what stands behind them must say."""

_LISTED = frozenset({"item", "row", "header-row", "caption"})
_ABOUT_US = re.compile(
    r"\b(?:(?:[Tt]his|[Tt]hese|[Tt]he|a|its own) (?:pages?|briefs?|sections?|tables?|figures?)|ledger|glossary|sources?"
    r"|seen|found|[Ww]e|our|us|told (?:under|on|in))\b"
)
_ITSELF = re.compile(r"This (\w+)\b")
_LINK = re.compile(r"\{(?:doc|ref|term)\}`|\]\(")
_CELL = " | "


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a sentence that has no citation of its own, with those that it takes over."""

    scope: AnnotatedSentence
    start: int
    end: int
    behind: Group

    @property
    def text(self) -> str:
        """Its words."""
        return self.scope.sentence.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Uncited:
    """A piece without a citation, and the statement that it tells."""

    piece: Piece
    told: Likeness


_HELP = "cite the place that says it, right behind the words; or say less"


def check(reading: VerifiedPage, grounds: Grounds, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A sentence that tells what the ledger has from a source cites a source that says so."""
    for found in uncited(reading, grounds.evidence, vocabulary):
        statement = found.told.candidate.statement
        sources = list(dict.fromkeys(f"{e.by} ({e.at})" for e in statement.evidence))
        against = "the citation before it does not say it" if found.piece.behind else "nothing is cited for it"
        yield doubtful(
            found.piece.scope.sentence.place(reading.page.path, found.piece.start),
            f"this tells what {' and '.join(sources[:2])} has, and {against} ({statement.id})",
            _HELP,
            compare=(statement.mark,),
            statement=statement.id,
            seen=(statement.id,),
        )
    for read in restated_days(reading):
        yield doubtful(
            read.mark,
            f"{shown(read.figure)} is cited elsewhere on the page and not here",
            _HELP,
            compare=compared(grounds.ledger, read.statements[:3], read.figure),
            statement=read.statements[0] if read.statements else None,
            seen=(shown(read.figure),),
        )


def uncited(reading: VerifiedPage, evidence: EvidenceIndex, words: Vocabulary) -> Iterator[Uncited]:
    """Every piece of a page that tells a statement which nothing it takes over backs."""
    lines = reading.page.source.split("\n")
    for piece in _pieces(reading):
        told = _told(piece, evidence, words)
        if not told or _is_itself(reading.page.title, piece.text):
            continue
        if not _is_about_us(piece.text, lines[piece.scope.sentence.mark.line - 1]):
            yield Uncited(piece, told)


def restated_days(reading: VerifiedPage) -> Iterator[VerifiedMention]:
    """Full dates in sentences of a paragraph that do not cite them, and that other sentences of the page do."""
    for read in reading.figures:
        value, scope = read.figure.value, read.scope
        full = isinstance(value, Date) and value.precision == "day"
        if full and read.verdict.why == "restated" and scope.block.kind == "paragraph":
            yield read


def _pieces(reading: VerifiedPage) -> Iterator[Piece]:
    """Sentences of paragraphs without a citation, words behind the last citation, and cells of cited rows."""
    introducing, defining = _introductions(reading.page.blocks), _definitions(reading.page.blocks)
    often = _cited_columns(reading)
    for scope in reading.scopes:
        sentence, block = scope.sentence, scope.block
        if block.kind == "row" and scope.groups:
            yield from _cells(scope, often, block.group)
        elif block.kind == "paragraph" and block.group not in defining and sentence not in introducing:
            start = scope.groups[-1][-1].at if scope.groups else 0
            yield Piece(scope, start, len(sentence.text), scope.groups[-1] if scope.groups else scope.inherited)


def _cells(scope: AnnotatedSentence, often: Counter[tuple[int, int]], group: int) -> Iterator[Piece]:
    """Cells without a citation in columns where other rows have one."""
    cited, start = set(_columns(scope)), 0
    for column, cell in enumerate(scope.sentence.text.split(_CELL)):
        if column not in cited and often[group, column] > 1:
            yield Piece(scope, start, start + len(cell), scope.citations)
        start += len(cell) + len(_CELL)


def _cited_columns(reading: VerifiedPage) -> Counter[tuple[int, int]]:
    """In how many rows of each table each column has a citation."""
    rows = (scope for scope in reading.scopes if scope.block.kind == "row")
    return Counter((scope.block.group, column) for scope in rows for column in set(_columns(scope)))


def _columns(scope: AnnotatedSentence) -> Iterator[int]:
    return (scope.sentence.text[: c.at].count(_CELL) for group in scope.groups for c in group)


def _told(piece: Piece, evidence: EvidenceIndex, words: Vocabulary) -> Likeness | None:
    """The statement that the words tell, where what stands behind them says clearly less."""
    told = words.called_to_mind(piece.text, _ENOUGH, _SHARE)
    if told is None:
        return None
    behind = words.nearest(piece.text, evidence.heard(piece.behind))
    return None if behind and behind.weight > _LESS * told.weight else told


def _is_itself(title: str, text: str) -> bool:
    """Does it speak of the page by what its title begins with: *This memorandum* under *Memorandum: the organs*?"""
    said = _ITSELF.match(text)
    return said is not None and title.casefold().split()[:1] in ([said[1]], [f"{said[1]}:"])


def _is_about_us(text: str, line: str) -> bool:
    """A question, or words on these pages and what was found for them: ``no source seen``, ``told under``."""
    return text.rstrip().endswith("?") or bool(_ABOUT_US.search(text)) or bool(_LINK.search(line))


def _introductions(blocks: tuple[Block, ...]) -> frozenset[Sentence]:
    """The last sentences of paragraphs before a list or table: the rows tell what they announce."""
    pairs = pairwise(blocks)
    return frozenset(one.sentences[-1] for one, after in pairs if one.sentences and after.kind in _LISTED)


def _definitions(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The groups of a glossary: what a word means is no report."""
    return frozenset(block.group for block in blocks if block.kind == "term")
