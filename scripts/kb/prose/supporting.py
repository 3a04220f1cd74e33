"""Whether what is cited speaks of what the sentence says: its names, its figures, its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.dates import Date
from kb.model import Citation, Corpus
from kb.prose.agreement import Reading
from kb.prose.durations import Reach, weigh
from kb.prose.names import NameSpan
from kb.prose.remembered import per_ledger, per_library
from kb.prose.scope import Group, Scope
from kb.prose.support import ends
from kb.prose.testimony import Testimony, Witness, testimony
from kb.prose.verdict import Outcome
from kb.prose.words import stems

_PLACED = re.compile(r"\b(?:in|at|to|from) (?:the )?$")
_ASIDE = re.compile(
    r"\b(?:former|once|formerly|ex-|post-|(?:in|took) (?:the )?place of|instead of|rather than|unlike|but for|without"
    r"|not)"
    r"(?: [\w,]+){0,3} $"
)
_HEADS = frozenset({"heading", "front-matter", "term", "header-row"})


@dataclass(frozen=True, slots=True)
class Unsupporting:
    """A citation that says nothing of the sentence; ``none`` if the ledger has nothing from the source at all."""

    scope: Scope
    citation: Citation
    none: bool


@dataclass(frozen=True, slots=True)
class Strange:
    """A person or place that none of the cited sources speaks of."""

    scope: Scope
    name: NameSpan
    citations: Group


def unsupporting(reading: Reading, corpus: Corpus) -> Iterator[Unsupporting]:
    """Every citation of a page that backs nothing of its sentence; a source needs to speak at one of its places."""
    heard = testimony(corpus)
    backed = {(id(f.scope.sentence), s) for f in reading.with_outcome(Outcome.AGREED) for s in f.statements}
    for scope in reading.scopes:
        for group in scope.groups:
            speaking = {
                citation.key
                for citation in group
                for witness in heard.at(citation.key, citation.locator)
                if (id(scope.sentence), witness.id) in backed or _speaks(witness, scope, reading)
            }
            speaking |= {c.key for c in group if _counts_from(c, scope, reading, heard)}
            speaking |= {c.key for c in group if any(a in scope.sentence.text for a in _wrote(c, corpus))}
            for citation in group:
                if not heard.places(citation.key) and citation.key in corpus.sources:
                    yield Unsupporting(scope, citation, True)
                elif heard.at(citation.key, citation.locator) and citation.key not in speaking:
                    yield Unsupporting(scope, citation, False)


def _counts_from(citation: Citation, scope: Scope, reading: Reading, heard: Testimony) -> bool:
    """Does a length of time in the sentence run from or to a date that the place has?"""
    lasting = [
        f.figure for f in reading.with_outcome(Outcome.COMPUTED) if f.scope is scope and f.verdict.why == "duration"
    ]
    own = [date for witness in heard.at(citation.key, citation.locator) for date in witness.figures.dates]
    around = [end for f in reading.figures if f.scope.block is scope.block for end in _ends(f.figure.value)]
    around += [date for witness in heard.heard(scope.citations) for date in witness.figures.dates]
    return any(weigh(figure, (*own, *around), own) is Reach.RIGHT for figure in lasting if own)


def _ends(value: object) -> tuple[Date, ...]:
    return ends(value) if isinstance(value, Date) else ()


def _wrote(citation: Citation, corpus: Corpus) -> tuple[str, ...]:
    """The authors of the cited source: a sentence that names one speaks of it."""
    source = corpus.sources.get(citation.key)
    return tuple(author for author in source.authors if author) if source else ()


def _speaks(witness: Witness, scope: Scope, reading: Reading) -> bool:
    """Does the statement share two words with the sentence, or one and something that both name?"""
    own = stems(scope.sentence.text)
    shared = len(witness.stems & own)
    if shared >= min(2, len(own)):
        return True
    specific = witness.mentions & (scope.entities - reading.about)
    return len(specific) > 1 or (shared == 1 and bool(specific or witness.entities & (scope.entities | scope.carried)))


def strange(reading: Reading, corpus: Corpus) -> Iterator[Strange]:
    """Every person and place that a sentence names, and of which no cited source speaks."""
    heard = testimony(corpus)
    cited = _by_section(reading)
    for scope in reading.scopes:
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
    if scope.block.kind in _HEADS or not scope.citations:
        return kind == "person"
    if not scope.groups or kind == "person":
        return True
    if kind == "state":
        return not _is_aside(name, scope, corpus)
    return kind == "place" and bool(_PLACED.search(scope.sentence.text[: name.start]))


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
        known[wrote] = frozenset(id for author, (id, label) in named if author in label)
    return known[wrote]


@per_library
def _wrote_any(corpus: Corpus) -> frozenset[str]:
    """Whoever wrote any of the sources."""
    return frozenset(author for source in corpus.sources.values() for author in source.authors)


@per_ledger
def _known_authors(corpus: Corpus) -> dict[frozenset[str], frozenset[str]]:
    """The persons of the ledger by the authors they were looked up for."""
    return {}
