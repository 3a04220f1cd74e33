"""Whether what is cited speaks of what the sentence says: its names, its figures, its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.model import Citation, Corpus
from kb.prose.agreement import Reading
from kb.prose.lists import StateList, state_lists
from kb.prose.names import NameSpan
from kb.prose.remembered import per_ledger
from kb.prose.scope import Group, Scope
from kb.prose.testimony import Testimony, Witness, testimony
from kb.prose.verdict import Outcome
from kb.prose.words import stems

_PLACED = re.compile(r"\b(?:in|at|to|from) (?:the )?$")
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
            speaking |= {c.key for c in group if any(a in scope.sentence.text for a in _wrote(c, corpus))}
            for citation in group:
                if not heard.places(citation.key) and citation.key in corpus.sources:
                    yield Unsupporting(scope, citation, True)
                elif heard.at(citation.key, citation.locator) and citation.key not in speaking:
                    yield Unsupporting(scope, citation, False)


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
    listed = tuple(state_lists(reading, corpus))
    cited = _by_section(reading)
    for scope in reading.scopes:
        heading = scope.block.kind == "heading" and scope.block.section > 1
        around = cited[scope.block.section] if heading else cited[0]
        citations = scope.citations or around
        witnesses = _behind(scope, citations, heard)
        known = frozenset().union(*(witness.mentions for witness in witnesses)) | reading.about
        known |= _authors(scope.citations and (citations if scope.groups else around), corpus)
        for name in scope.names if witnesses else ():
            if name.entity_id not in known and _asserts(name, scope, corpus, listed):
                yield Strange(scope, name, citations)


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


def _asserts(name: NameSpan, scope: Scope, corpus: Corpus, listed: Sequence[StateList]) -> bool:
    """Persons always, states in a list, places after in, at, to, from: ``Moscow said`` is no place.

    A sentence that takes over a citation asserts all that it names: most often it has lost a citation of its own.
    """
    kind = corpus.entities[name.entity_id].kind
    if scope.block.kind in _HEADS or not scope.citations:
        return kind == "person"
    if not scope.groups or kind == "person":
        return True
    if kind == "state":
        return any(found.scope is scope and name in found.names for found in listed)
    return kind == "place" and bool(_PLACED.search(scope.sentence.text[: name.start]))


@per_ledger
def _persons(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    """Every person of the ledger with the label."""
    return tuple((e.id, e.label) for e in corpus.entities.values() if e.kind == "person")


def _authors(citations: Group, corpus: Corpus) -> frozenset[str]:
    """Persons of the ledger who wrote what is cited; where nothing is cited, who wrote any source."""
    keys = {citation.key for citation in citations} or corpus.sources
    wrote = {author for key in keys if key in corpus.sources for author in corpus.sources[key].authors}
    return frozenset(id for id, label in _persons(corpus) if any(author in label for author in wrote))
