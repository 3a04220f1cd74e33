"""Whether what is cited speaks of what the sentence says: its names, its figures, its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Citation, Corpus
from kb.prose.agreement import Reading
from kb.prose.names import NameSpan
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
    """Every citation of a page that backs nothing of its sentence."""
    heard = testimony(corpus)
    backed = {(id(f.scope.sentence), s) for f in reading.with_outcome(Outcome.AGREED) for s in f.statements}
    for scope in reading.scopes:
        for citation in (c for group in scope.groups for c in group):
            there = heard.at(citation.key, citation.locator)
            if not heard.places(citation.key) and citation.key in corpus.sources:
                yield Unsupporting(scope, citation, True)
            elif there and not any((id(scope.sentence), w.id) in backed or _speaks(w, scope, reading) for w in there):
                yield Unsupporting(scope, citation, False)


def _speaks(witness: Witness, scope: Scope, reading: Reading) -> bool:
    """Does the statement share a name beyond the page's subject with the sentence, or two of its words?"""
    if witness.mentions & (scope.entities - reading.about):
        return True
    own = stems(scope.sentence.text)
    shared = witness.stems & own
    near = bool(witness.entities & (scope.entities | reading.about | scope.carried))
    return len(shared) >= min(2, len(own)) or (len(shared) == 1 and near)


def strange(reading: Reading, corpus: Corpus) -> Iterator[Strange]:
    """Every person and place in a cited sentence of which no cited source speaks."""
    heard = testimony(corpus)
    for scope in reading.scopes:
        citations = scope.citations
        if not citations or scope.block.kind in _HEADS:
            continue
        witnesses = heard.heard_elsewhere(citations)
        known = frozenset().union(*(witness.mentions for witness in witnesses)) | reading.about | scope.carried
        known |= _authors(citations, corpus)
        for name in scope.names:
            if name.entity_id not in known and witnesses and _asserts(name, scope, corpus):
                yield Strange(scope, name, citations)


def _asserts(name: NameSpan, scope: Scope, corpus: Corpus) -> bool:
    """Persons always, places after in, at, to, from: ``Moscow said`` is no place."""
    kind = corpus.entities[name.entity_id].kind
    return kind == "person" or (kind == "place" and bool(_PLACED.search(scope.sentence.text[: name.start])))


def _authors(citations: Group, corpus: Corpus) -> frozenset[str]:
    """Persons of the ledger who wrote what is cited."""
    wrote = {a for c in citations if c.key in corpus.sources for a in corpus.sources[c.key].authors}
    return frozenset(e.id for e in corpus.entities.values() if e.kind == "person" and any(w in e.label for w in wrote))
