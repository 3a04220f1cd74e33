"""Relations of what it rests on: sources with their fields and makers, their cited parts, and evidence."""

from __future__ import annotations

from collections.abc import Iterator

from kb.core.model import Corpus
from kb.core.places import in_order
from kb.export.relation import OF_STATEMENT, POSITION, STATEMENT, Column, Foreign, Relation, Row

_SOURCE = Column("source", "the source, by its key")
_OF_SOURCE = Foreign(("source",), "sources", ("key",))


def _sources(corpus: Corpus) -> Iterator[Row]:
    for source in corpus.sources.values():
        told = (source.fields.get(name) for name in ("date", "year", "url"))
        yield source.key, source.type, source.rank or None, source.title, *told


def _fields(corpus: Corpus) -> Iterator[Row]:
    for source in corpus.sources.values():
        yield from ((source.key, n, *field) for n, field in enumerate(source.fields.items(), 1))


def _makers(corpus: Corpus) -> Iterator[Row]:
    for source in corpus.sources.values():
        for role, people in source.people.items():
            for n, name in enumerate(people.names, 1):
                yield source.key, role, n, name.family, name.given or None, name.suffix or None, name.is_body


def _parts(corpus: Corpus) -> Iterator[Row]:
    """In the order of the source, which is not that of letters."""
    cited: dict[str, list[str]] = {}
    for statement in corpus.statements.values():
        for evidence in statement.evidence:
            cited.setdefault(evidence.by, []).append(evidence.at)
    for key in sorted(cited):
        yield from ((key, place, n) for n, place in enumerate(in_order(cited[key]), 1))


def _evidence(corpus: Corpus) -> Iterator[Row]:
    for statement in corpus.statements.values():
        for n, each in enumerate(statement.evidence, 1):
            yield statement.id, n, each.by, each.at, each.quote, each.seen


SOURCES = Relation(
    "sources",
    "An entry of the bibliography",
    (
        Column("key", "the key by which it is cited"),
        Column("type", "its type in BibTeX"),
        Column("rank", "what it is worth as evidence", required=False, among=("primary", "secondary", "tertiary")),
        Column("title", "its title", required=False),
        Column("date", "when it was published, as precisely as is known", required=False),
        Column("year", "the year of that", required=False),
        Column("url", "its address", required=False),
    ),
    ("key",),
    _sources,
)
FIELDS = Relation(
    "source_fields",
    "A field of an entry, as readers see it",
    (_SOURCE, POSITION, Column("field", "the name of the field"), Column("value", "what it says", required=False)),
    ("source", "position"),
    _fields,
    (_OF_SOURCE,),
)
MAKERS = Relation(
    "source_makers",
    "A person or body that a source names as author, editor or publisher",
    (
        _SOURCE,
        Column("role", "the field that names it"),
        POSITION,
        Column("family", "the family name, or the whole name of a body"),
        Column("given", "the given names", required=False),
        Column("suffix", "what follows the name, such as Jr.", required=False),
        Column("is_body", "whether it is a body and no person", "boolean"),
    ),
    ("source", "role", "position"),
    _makers,
    (_OF_SOURCE,),
)
PARTS = Relation(
    "source_parts",
    "A place in a source on which a statement rests",
    (_SOURCE, Column("place", "such as Art. 4"), Column("position", "in the order of the source, from 1", "integer")),
    ("source", "place"),
    _parts,
    (_OF_SOURCE,),
)
EVIDENCE = Relation(
    "evidence",
    "What a statement rests on",
    (
        STATEMENT,
        POSITION,
        _SOURCE,
        Column("place", "where in the source"),
        Column("quote", "the words it rests on, as the source has them"),
        Column("seen", "how much of the source was seen", among=("full", "excerpt")),
    ),
    ("statement", "position"),
    _evidence,
    (OF_STATEMENT, Foreign(("source", "place"), "source_parts", ("source", "place"))),
)
