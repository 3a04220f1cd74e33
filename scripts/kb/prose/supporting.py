"""Whether what is cited speaks of what the sentence says: its names, its figures, its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.model import Citation, Corpus
from kb.prose.agreement import Reading
from kb.prose.lists import StateList, state_lists
from kb.prose.names import NameSpan
from kb.prose.remembered import per_ledger
from kb.prose.scope import Group, Scope
from kb.prose.testimony import Witness, testimony
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
            for citation in group:
                if not heard.places(citation.key) and citation.key in corpus.sources:
                    yield Unsupporting(scope, citation, True)
                elif heard.at(citation.key, citation.locator) and citation.key not in speaking:
                    yield Unsupporting(scope, citation, False)


def _speaks(witness: Witness, scope: Scope, reading: Reading) -> bool:
    """Does the statement share two words with the sentence, or one and something that both name?"""
    own = stems(scope.sentence.text)
    shared = len(witness.stems & own)
    if shared >= min(2, len(own)):
        return True
    specific = witness.mentions & (scope.entities - reading.about)
    return len(specific) > 1 or (shared == 1 and bool(specific or witness.entities & (scope.entities | scope.carried)))


def strange(reading: Reading, corpus: Corpus) -> Iterator[Strange]:
    """Every person and place in a cited sentence of which no cited source speaks."""
    heard = testimony(corpus)
    listed = tuple(state_lists(reading, corpus))
    cited = tuple(citation for scope in reading.scopes for citation in scope.citations)
    for scope in reading.scopes:
        citations = scope.citations
        if not citations or scope.block.kind in _HEADS:
            continue
        witnesses = heard.heard_elsewhere(citations)
        known = frozenset().union(*(witness.mentions for witness in witnesses)) | reading.about
        known |= _authors(citations if scope.groups else cited, corpus)
        for name in scope.names:
            if name.entity_id not in known and witnesses and _asserts(name, scope, corpus, listed):
                yield Strange(scope, name, citations)


def _asserts(name: NameSpan, scope: Scope, corpus: Corpus, listed: Sequence[StateList]) -> bool:
    """Persons always, states in a list, places after in, at, to, from: ``Moscow said`` is no place."""
    kind = corpus.entities[name.entity_id].kind
    if kind == "state":
        return any(found.scope is scope and name in found.names for found in listed)
    return kind == "person" or (kind == "place" and bool(_PLACED.search(scope.sentence.text[: name.start])))


@per_ledger
def _persons(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    """Every person of the ledger with the label."""
    return tuple((e.id, e.label) for e in corpus.entities.values() if e.kind == "person")


def _authors(citations: Group, corpus: Corpus) -> frozenset[str]:
    """Persons of the ledger who wrote what is cited."""
    keys = {citation.key for citation in citations}
    wrote = {author for key in keys if key in corpus.sources for author in corpus.sources[key].authors}
    return frozenset(id for id, label in _persons(corpus) if any(author in label for author in wrote))
