"""Persons and places that a sentence names, and of which nothing that it cites speaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.annotate.entities import NameSpan
from kb.annotate.sentences import Group, Scope
from kb.core.model import Citation, Corpus
from kb.core.remembered import per_ledger, per_library
from kb.evidence.index import Testimony, Witness, testimony
from kb.extract.phrases import stands_in, whole
from kb.verify.page import Reading

_PLACED = re.compile(r"\b(?:in|at|to|from) (?:the )?$")
_ASIDE = re.compile(
    r"\b(?:former|once|formerly|ex-|post-|(?:in|took) (?:the )?place of|instead of|rather than|unlike|but for|without"
    r"|not)"
    r"(?: [\w,]+){0,3} $"
)
_ABSENT = re.compile(
    r"\b(?:not|no|nothing|none|nor)\b.*\b(?:found|seen)\b|\bfound (?:no|none|nothing)\b", re.IGNORECASE
)
"""What was looked for is named all the more where no source speaks of it."""
_ADJECTIVE = re.compile(r"[A-Z][a-z]+")
_IN = re.compile(r"\bin (?:[A-Z]\w+(?:,| and| or) )*$")
_SPOKEN = re.compile(r"(?:$|[.,;:)]| (?:and|or) [A-Z])")
_WRITTEN = re.compile(
    r" (?:(?:and|or) [A-Z]\w+ )?(?:texts?|wordings?|translations?|versions?|originals?|titles?|languages?)\b"
)
_BODIES = ("author", "organization", "howpublished", "journal", "journaltitle")


@dataclass(frozen=True, slots=True)
class Strange:
    """A person or place that none of the cited sources speaks of."""

    scope: Scope
    name: NameSpan
    citations: Group


def strange(reading: Reading, corpus: Corpus) -> Iterator[Strange]:
    """Every person and place that a sentence names, and of which no cited source speaks."""
    heard = testimony(corpus)
    cited = _by_section(reading)
    for scope in reading.scopes:
        if scope.entities <= reading.about:
            continue
        heading = scope.block.kind == "heading" and scope.block.section > 1
        around = cited[scope.block.section] if heading else cited[0]
        citations = scope.citations or around
        witnesses = _behind(scope, citations, heard)
        known = _mentioned(witnesses, corpus) | reading.about
        here = _mentioned(heard.heard(citations), corpus) | reading.about
        known |= _authors(scope.citations and (citations if scope.groups else around), corpus)
        for name in scope.names if witnesses else ():
            far = name.entity_id not in (here if corpus.entities[name.entity_id].kind == "state" else known)
            if far and _asserts(name, scope, corpus):
                yield Strange(scope, name, citations)


def _mentioned(witnesses: Sequence[Witness], corpus: Corpus) -> frozenset[str]:
    """What the statements name; who names a capital may mean its state."""
    named = frozenset().union(*(witness.mentions for witness in witnesses))
    return named | {state for id in named if id in corpus.entities and (state := corpus.entities[id].stands_for)}


def _by_section(reading: Reading) -> Mapping[int, Group]:
    """The citations of each section; those of the page under 0."""
    found: dict[int, list[Citation]] = defaultdict(list)
    for scope in reading.scopes:
        for citation in (c for group in scope.groups for c in group):
            found[0].append(citation)
            found[scope.block.section].append(citation)
    return defaultdict(tuple, {section: tuple(citations) for section, citations in found.items()})


def _behind(scope: Scope, citations: Group, heard: Testimony) -> tuple[Witness, ...]:
    """What stands behind a sentence: all of the sources it cites, or only the place that it takes over."""
    inherits = bool(scope.inherited) and not scope.groups
    return heard.heard(citations) if inherits else heard.heard_elsewhere(citations)


def _is_aside(name: NameSpan, scope: Scope, corpus: Corpus) -> bool:
    """Does it only say whence someone comes, what once was, or whom a list leaves out?"""
    head = scope.sentence.text[: name.start]
    persons = [n for n in scope.names if corpus.entities[n.entity_id].kind == "person" and n.end < name.start]
    return bool(_ASIDE.search(head)) or any(head[n.end :] in (" of ", " from ") for n in persons)


def _asserts(name: NameSpan, scope: Scope, corpus: Corpus) -> bool:
    """Persons always, states in a list, places after in, at, to, from: ``Moscow said`` is no place.

    A sentence that takes over a citation asserts all that it names: most often it has lost a citation of its own.
    """
    kind = corpus.entities[name.entity_id].kind
    if scope.block.is_headline or not scope.citations:
        return kind == "person"
    if _is_absent(name, scope) or _is_language(name, scope, corpus) or _is_of_source(name, scope, corpus):
        return False
    if not scope.groups or kind == "person":
        return True
    if kind == "state":
        return not _is_aside(name, scope, corpus)
    return kind == "place" and bool(_PLACED.search(scope.sentence.text[: name.start]))


def _is_absent(name: NameSpan, scope: Scope) -> bool:
    """Does it stand behind the last citation, in words on what was looked for and not found?"""
    start = scope.groups[-1][-1].at if scope.groups else 0
    return name.start >= start and bool(_ABSENT.search(scope.sentence.text[start:]))


def _is_language(name: NameSpan, scope: Scope, corpus: Corpus) -> bool:
    """Is ``Russian`` what a text is written in? The other form of a state is its adjective: *in Russia* is a place."""
    entity = corpus.entities[name.entity_id]
    if entity.kind != "state" or name.form not in entity.also or not _ADJECTIVE.fullmatch(name.form):
        return False
    head, tail = scope.sentence.text[: name.start], scope.sentence.text[name.end :]
    return bool(_IN.search(head) and _SPOKEN.match(tail)) or bool(_WRITTEN.match(tail))


def _is_of_source(name: NameSpan, scope: Scope, corpus: Corpus) -> bool:
    """Does it stand within the name of a cited author or medium, such as *Russia in Global Affairs*?"""
    cited = [corpus.sources[c.key].fields for c in scope.citations if c.key in corpus.sources]
    bodies = {fields[field].strip("{}") for fields in cited for field in _BODIES if field in fields}
    longer = (whole(body) for body in bodies if len(body) > name.end - name.start)
    at = (match for body in longer for match in body.finditer(scope.sentence.text))
    return any(match.start() <= name.start and name.end <= match.end() for match in at)


@per_ledger
def _persons(corpus: Corpus) -> dict[str, tuple[tuple[str, str], ...]]:
    """The persons of the ledger, each with the label, by every word of it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for entity in corpus.entities.values():
        for word in entity.label.split() if entity.kind == "person" else ():
            found.setdefault(word, []).append((entity.id, entity.label))
    return {word: tuple(those) for word, those in found.items()}


def _authors(citations: Group, corpus: Corpus) -> frozenset[str]:
    """Persons of the ledger who wrote what is cited; where nothing is cited, who wrote any source."""
    cited = [corpus.sources[c.key] for c in citations if c.key in corpus.sources]
    wrote = frozenset(author for source in cited for author in source.authors) if citations else _wrote_any(corpus)
    known = _known_authors(corpus)
    if wrote not in known:
        named = ((author, who) for author in wrote for who in _persons(corpus).get((author.split() or [""])[-1], ()))
        known[wrote] = frozenset(id for author, (id, label) in named if stands_in(author, label))
    return known[wrote]


@per_library
def _wrote_any(corpus: Corpus) -> frozenset[str]:
    """Whoever wrote any of the sources."""
    return frozenset(author for source in corpus.sources.values() for author in source.authors)


@per_ledger
def _known_authors(corpus: Corpus) -> dict[frozenset[str], frozenset[str]]:
    """The persons of the ledger by the authors they were looked up for."""
    return {}
