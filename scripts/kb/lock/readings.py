"""Fingerprints of what a second reader reads: a sentence in its words, and each thing that it rests on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache

from kb.annotate.spans import AnnotatedPage, AnnotatedSentence
from kb.core import places
from kb.core.dates import Date
from kb.core.derive import holders, roll
from kb.core.model import Citation, Evidence, Ledger, Sentence, Statement
from kb.evidence.index import EvidenceIndex
from kb.lock.derived import asked
from kb.lock.sentences import fingerprint

_APART = ("mark", "marks", "evidence")
_UNTOLD = (None, (), "", False)
_TYPED = str.maketrans("“”„‘’", '"""\'\'')
_WORD = re.compile(r"\d+|\w{4,}")
_SKETCHED = 8


@dataclass(frozen=True, slots=True)
class Resting:
    """A sentence that tells something: the fingerprint of its words, and of each thing it rests on, with its name."""

    scope: AnnotatedSentence
    words: str
    rests: Mapping[str, str]


def resting(page: AnnotatedPage, evidence: EvidenceIndex, ledger: Ledger) -> Iterator[Resting]:
    """Every sentence of a page that tells something, in order."""
    for scope in (scope for scope in page.scopes if scope.tells):
        behind = [candidate.statement for candidate in evidence.heard(scope.citations)]
        rests = {mark: statement.id for statement in behind for mark in seals(statement, scope.citations)}
        yield Resting(scope, worded(scope.sentence), rests | dict(_derived(scope.sentence, ledger)))


def worded(sentence: Sentence) -> str:
    """The fingerprint of its words and citations, wherever it stands and whatever is set in italics."""
    text, end, parts = sentence.text, 0, list[str]()
    for each in sentence.citations:
        locator = " ".join(each.locator.split())
        parts += [text[end : each.at], f" [{each.role} {each.key} {locator}] "]
        end = each.at
    return fingerprint("".join([*parts, text[end:]]).translate(_TYPED))


def sketch(sentence: Sentence) -> tuple[str, ...]:
    """The least fingerprints of its longer words: where one word is changed, most of them stay."""
    words = {word.lower() for word in _WORD.findall(sentence.text)}
    return tuple(sorted({hashlib.sha256(word.encode()).hexdigest()[:4] for word in words})[:_SKETCHED])


def seals(statement: Statement, citations: Sequence[Citation]) -> Iterator[str]:
    """The fingerprints of a statement: what it says with each of its quotes at a cited place, wherever that is written.

    What else bears it out is no part of them, for a further witness changes nothing that was read.
    """
    said = _said(statement)
    for each in statement.evidence:
        if is_cited(each, citations):
            yield fingerprint(f"{said} {each.by} {each.at} {' '.join(each.quote.split())}")[:8]


def is_cited(evidence: Evidence, citations: Iterable[Citation]) -> bool:
    """Does it stand at a cited place?"""
    cited = (place for each in citations if each.key == evidence.by for place in places.each(each.locator))
    return any(not place or places.meet(evidence.at, place) for place in cited)


@lru_cache(maxsize=8192)
def _said(statement: Statement) -> str:
    """All that it says; fields that say nothing are left out, so that a field to come changes none of them."""
    return fingerprint(_told(statement))


def _told(value: object) -> str:
    if isinstance(value, str):
        return repr(" ".join(value.split()))
    if isinstance(value, Date):
        return value.text
    if isinstance(value, tuple):
        return f"({','.join(map(_told, value))})"
    if is_dataclass(value) and not isinstance(value, type):
        said = ((name, part) for name in _fields(type(value)) if (part := getattr(value, name)) not in _UNTOLD)
        return "{" + ";".join(f"{name}={_told(part)}" for name, part in said) + "}"
    return repr(value)


@cache
def _fields(of: type) -> tuple[str, ...]:
    """The fields of a noun of the ledger that say something, and not where it is written or what bears it out."""
    return tuple(sorted(field.name for field in fields(of) if field.name not in _APART))


def _derived(sentence: Sentence, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """What the ledger tells in it by a role: who belongs to a body on a day, or holds a post."""
    for id, day in asked(sentence, ledger):
        members = roll(ledger, id, day)
        held = sorted(tenure.id for tenure in holders(ledger, id, day))
        told = f"{id} {sorted(members.surely)} {sorted(members.possibly)} {held}"
        yield fingerprint(told)[:8], id
