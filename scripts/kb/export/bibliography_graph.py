"""The bibliography as a graph: each source is a creative work of schema.org, with all the fields of its entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.core.model import Corpus, People, Source
from kb.export.names import A, Names, known, term
from kb.export.turtle import Iri, Literal, Node, Term

_TYPES = {"article": "Article", "book": "Book", "incollection": "Chapter", "inbook": "Chapter", "thesis": "Thesis"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_AS = {"author": "author", "editor": "editor", "organization": "publisher", "institution": "publisher"}


def sources(corpus: Corpus, names: Names) -> Iterator[Node]:
    """Every source, and below it those who made it."""
    for source in corpus.sources.values():
        name, said, below = names.source(source.key), [*_source(source, names)], list[Node]()
        for role, people in source.people.items():
            makers = [*_makers(names, name, role, people)]
            said += [(known(f"schema:{_AS.get(role, 'contributor')}"), maker) for maker, _ in makers]
            below += makers
        yield name, said
        yield from below


def _source(source: Source, names: Names) -> Iterator[tuple[Iri, Term]]:
    kind = _TYPES.get(source.type)
    yield from ((A, term("Source")), (A, known("prov:Entity")), (A, known("schema:CreativeWork")))
    if kind:
        yield A, known(f"schema:{kind}")
    yield from ((term("key"), Literal(source.key)), (term("type"), Literal(source.type)))
    if source.rank:
        yield term("rank"), Literal(source.rank)
    fields = source.fields
    if source.title:
        yield known("schema:name"), Literal(source.title)
    published = fields.get("date") or fields.get("year")
    if published:
        yield known("schema:datePublished"), Literal(published, type="xsd:date" if _DAY.fullmatch(published) else "")
    if fields.get("url"):
        yield known("schema:url"), Literal(fields["url"])
    yield from ((names.field(field), Literal(text)) for field, text in fields.items())


def _makers(names: Names, source: Iri, role: str, people: People) -> Iterator[Node]:
    for n, maker in enumerate(people.names, 1):
        said: list[tuple[Iri, Term]] = [(A, known("schema:Organization" if maker.is_body else "schema:Person"))]
        said += [(known("schema:name"), Literal(maker.whole)), (term("role"), Literal(role))]
        if not maker.is_body:
            said.append((known("schema:familyName"), Literal(maker.family)))
        if maker.given:
            said.append((known("schema:givenName"), Literal(maker.given)))
        if maker.suffix:
            said.append((known("schema:honorificSuffix"), Literal(maker.suffix)))
        yield names.below(source, role, n), said
