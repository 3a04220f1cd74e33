"""Relations of what there is: kinds, properties, entities with their names, and judgements."""

from __future__ import annotations

from collections.abc import Iterator

from kb.core.model import Corpus
from kb.export.relation import ENTITY, OF_ENTITY, POSITION, Column, Foreign, Relation, Row


def _kinds(corpus: Corpus) -> Iterator[Row]:
    for kind in corpus.kinds.values():
        yield kind.name, kind.label, kind.many, kind.acts_as or None


def _properties(corpus: Corpus) -> Iterator[Row]:
    for declared in corpus.properties.values():
        yield declared.name, declared.label, declared.roll, declared.existence, declared.at_once == 1
    claimed = dict.fromkeys(each.property for each in corpus.statements.values())
    yield from ((name, name, None, None, False) for name in claimed if name not in corpus.properties)


def _entities(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities.values():
        yield entity.id, entity.kind, entity.label, entity.short, entity.acts_as or None, entity.stands_for


def _names(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities.values():
        told = [("name", name.text, name.language) for name in entity.names]
        told += [("also", text, "en") for text in entity.also]
        yield from ((entity.id, n, *each) for n, each in enumerate(told, 1))


def _wholes(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities.values():
        yield from ((entity.id, n, whole) for n, whole in enumerate(entity.part_of, 1))


def _identifiers(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities.values():
        yield from ((entity.id, register, text) for register, text in entity.ids.items())


def _judgements(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities.values():
        for n, each in enumerate(entity.judgements, 1):
            yield entity.id, n, each.question, each.follow, each.because


def _over(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities.values():
        for n, judgement in enumerate(entity.judgements, 1):
            yield from ((entity.id, n, at, statement) for at, statement in enumerate(judgement.over, 1))


KINDS = Relation(
    "kinds",
    "A kind of entity",
    (
        Column("name", "the name of the kind"),
        Column("label", "what one of the kind is called"),
        Column("many", "what several are called"),
        Column("acts_as", "the part that the kind plays for the rules, such as state or office", required=False),
    ),
    ("name",),
    _kinds,
)
PROPERTIES = Relation(
    "properties",
    "What may be said of an entity",
    (
        Column("name", "the name of the property"),
        Column("label", "what it is called"),
        Column("roll", "`member`, `left` or `stated`, where it says who belongs to a body", required=False),
        Column("existence", "`begins` or `ends`, where its date is that of a beginning or an end", required=False),
        Column("one_at_a_time", "whether there is only one at any time, as with a post", "boolean"),
    ),
    ("name",),
    _properties,
)
ENTITIES = Relation(
    "entities",
    "Who or what there is",
    (
        Column("id", "the name of its file"),
        Column("kind", "its kind"),
        Column("label", "its first English name"),
        Column("short", "what it is called where there is little room", required=False),
        Column("acts_as", "the part that its kind plays for the rules", required=False),
        Column("stands_for", "the entity that it is another name of", required=False),
    ),
    ("id",),
    _entities,
    (Foreign(("kind",), "kinds", ("name",)), Foreign(("stands_for",), "entities", ("id",))),
)
NAMES = Relation(
    "names",
    "A name of an entity",
    (
        ENTITY,
        POSITION,
        Column("role", "`name`, or `also` for a further form that prose may use", among=("name", "also")),
        Column("text", "the name"),
        Column("language", "its language, as in BCP 47"),
    ),
    ("entity", "position"),
    _names,
    (OF_ENTITY,),
)
WHOLES = Relation(
    "wholes",
    "What an entity is a part of",
    (ENTITY, POSITION, Column("whole", "the entity that it is a part of")),
    ("entity", "position"),
    _wholes,
    (OF_ENTITY, Foreign(("whole",), "entities", ("id",))),
)
IDENTIFIERS = Relation(
    "identifiers",
    "What an entity is called in a register",
    (ENTITY, Column("register", "the register, such as wikidata"), Column("identifier", "its identifier there")),
    ("entity", "register"),
    _identifiers,
    (OF_ENTITY,),
)
JUDGEMENTS = Relation(
    "judgements",
    "Where statements disagree, which of them is followed",
    (
        ENTITY,
        POSITION,
        Column("question", "what is asked"),
        Column("follow", "the statement that is followed; empty if it is left open", required=False),
        Column("because", "why"),
    ),
    ("entity", "position"),
    _judgements,
    (OF_ENTITY, Foreign(("follow",), "statements", ("id",))),
)
OVERRULED = Relation(
    "judged_against",
    "A statement that a judgement does not follow",
    (
        ENTITY,
        Column("judgement", "the position of the judgement among those of the entity", "integer"),
        POSITION,
        Column("statement", "the statement that is not followed, or one of those among which it is left open"),
    ),
    ("entity", "judgement", "position"),
    _over,
    (
        Foreign(("entity", "judgement"), "judgements", ("entity", "position")),
        Foreign(("statement",), "statements", ("id",)),
    ),
)
