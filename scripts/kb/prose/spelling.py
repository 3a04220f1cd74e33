"""Near misses of known names: a capitalised word that is one or two letters away from one, and no word of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from kb.model import Corpus, Page
from kb.prose.agreement import Reading
from kb.prose.masks import HARD
from kb.prose.names import spellings
from kb.prose.remembered import per_ledger
from kb.prose.scope import Scope

_CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\W\d_]{3,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_KIN = re.compile(r"(?:n|an|ian|i|ese|ic|ish|al)?s?|es|ed|ing")


_COMMON = frozenset(
    "here there where when then than this that these those they them their what which while with without from"
    " into onto over under after before since until once both each every some such many much more most less least"
    " other others another only also even just like unlike against among between beyond during through though"
    " although because however whether whose whom were will would could should shall must have having been being"
    " make made take taken part parts form forms force forces order orders term terms date dates year years page"
    " pages list lists text texts word words note notes name names council charter treaty centre state states"
    " union member members general central south north east west last first second third four five seven eight"
    " nine three none neither either nothing".split()
)
"""Words that open sentences and are no names, however near to one they are."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word of prose and the name it nearly is."""

    scope: Scope
    start: int
    end: int
    text: str
    meant: str
    entity_id: str


@per_ledger
def _name_words(corpus: Corpus) -> dict[str, str]:
    """Every word of four letters or more of a name, with its entity."""
    found: dict[str, str] = {}
    for entity in corpus.entities.values():
        for form in spellings(entity):
            for word in _CAPITALISED.findall(form):
                found.setdefault(word, entity.id)
    return found


@per_ledger
def _ledger_words(corpus: Corpus) -> frozenset[str]:
    """The words that statements and their quotes use, in lower case: words in their own right."""
    texts = [
        text
        for statement in corpus.statements.values()
        for text in (
            statement.value if isinstance(statement.value, str) else "",
            *(e.quote for e in statement.evidence),
        )
    ]
    return frozenset(word for text in texts for word in _WORD.findall(text))


def misspellings(reading: Reading, corpus: Corpus) -> Iterator[Misspelling]:
    """The near misses of a page."""
    names = _name_words(corpus)
    for scope in reading.scopes:
        text = scope.sentence.text
        for match in _CAPITALISED.finditer(text):
            if _is_covered(scope, match.start()):
                continue
            meant = _meant(match[0], names, corpus, reading.page)
            if meant:
                yield Misspelling(scope, match.start(), match.end(), match[0], meant, names[meant])


_GIVEN = re.compile(r"([A-ZÀ-Þ][^\W\d_]{2,}) $")


def mixed_names(reading: Reading, corpus: Corpus) -> Iterator[Misspelling]:
    """A family name behind the given name of another person of the ledger."""
    givens = _given_names(corpus)
    for scope in reading.scopes:
        for name in scope.names:
            before = _GIVEN.search(scope.sentence.text[: name.start])
            person = corpus.entities[name.entity_id]
            if person.kind != "person" or not before or name.form[:1].islower():
                continue
            others = givens.get(before[1], frozenset())
            if others and person.id not in others:
                start = before.start()
                text = scope.sentence.text[start : name.end]
                yield Misspelling(scope, start, name.end, text, person.label, person.id)


@per_ledger
def _given_names(corpus: Corpus) -> dict[str, frozenset[str]]:
    """Every given name with the persons who bear it."""
    found: dict[str, set[str]] = {}
    for entity in corpus.entities.values():
        for form in spellings(entity) if entity.kind == "person" else ():
            for word in form.split()[:-1]:
                found.setdefault(word, set()).add(entity.id)
    return {word: frozenset(persons) for word, persons in found.items()}


def _is_covered(scope: Scope, at: int) -> bool:
    hard = any(start <= at < end for start, end, kind in scope.sentence.masked if kind in HARD or kind == "quote")
    return hard or any(name.start <= at < name.end for name in scope.names)


def _meant(word: str, names: dict[str, str], corpus: Corpus, page: Page) -> str:
    """The name word meant, unless the word is known: in a name, the bibliography, a quote, or as a common word."""
    if (
        word in names
        or word.lower() in _COMMON
        or word in _ledger_words(corpus)
        or word.lower() in _ledger_words(corpus)
    ):
        return ""
    near = _nearest(word, tuple(names))
    if (
        not near
        or _is_inflected(word, near)
        or word in _library_words(corpus)
        or word.lower() in _page_words(page.source)
    ):
        return ""
    return near


@lru_cache(maxsize=8192)
def _nearest(word: str, names: tuple[str, ...]) -> str:
    limit = 1 if len(word) < 7 else 2
    found = extractOne(word, names, scorer=OSA.distance, score_cutoff=limit)
    return str(found[0]) if (found and found[1] and found[0][0] == word[0]) or (found and found[1] == 1) else ""


def _is_inflected(word: str, name: str) -> bool:
    """``Kazakhs``, ``Russians`` and ``Armenian`` are no misspellings."""
    short, long = sorted((word, name), key=len)
    stem = short[:-1] if short[-1] in "aeiouy" else short
    return any(long.startswith(root) and bool(_KIN.fullmatch(long[len(root) :])) for root in (short, stem))


@lru_cache(maxsize=256)
def _page_words(source: str) -> frozenset[str]:
    """Words that a page writes in lower case are words in their own right."""
    return frozenset(word for word in _WORD.findall(source) if word.islower())


_library: dict[int, tuple[object, frozenset[str]]] = {}


def _library_words(corpus: Corpus) -> frozenset[str]:
    """The words of the bibliography: authors, titles, publishers."""
    key = id(next(iter(corpus.sources.values()), None))
    kept = _library.get(key)
    if kept is None or kept[0] is not next(iter(corpus.sources.values()), None):
        words = frozenset(w for s in corpus.sources.values() for v in s.fields.values() for w in _WORD.findall(v))
        _library.clear()
        kept = _library[key] = (next(iter(corpus.sources.values()), None), words)
    return kept[1]
