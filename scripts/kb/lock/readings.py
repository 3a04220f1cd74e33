"""Fingerprints of what a second reader reads: a sentence in its words, and each thing that it rests on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache

from kb.annotate.spans import AnnotatedPage, AnnotatedSentence
from kb.core.dates import Date
from kb.core.derive import holders, roll
from kb.core.model import Ledger, Sentence, Statement
from kb.evidence.index import EvidenceIndex
from kb.lock.derived import asked
from kb.lock.sentences import fingerprint

_PLACES = ("mark", "marks")
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
        rests = {seal(statement): statement.id for statement in behind}
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


@lru_cache(maxsize=8192)
def seal(statement: Statement) -> str:
    """The fingerprint of a statement: all that it says and rests on, wherever that is written.

    Fields that say nothing are left out, so that a field that statements may have from now on changes none of them.
    """
    return fingerprint(_told(statement))[:8]


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
    """The fields of a noun of the ledger that say something, and not where it is written."""
    return tuple(sorted(field.name for field in fields(of) if field.name not in _PLACES))


def _derived(sentence: Sentence, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """What the ledger tells in it by a role: who belongs to a body on a day, or holds a post."""
    for id, day in asked(sentence, ledger):
        members = roll(ledger, id, day)
        held = sorted(tenure.id for tenure in holders(ledger, id, day))
        told = f"{id} {sorted(members.surely)} {sorted(members.possibly)} {held}"
        yield fingerprint(told)[:8], id
