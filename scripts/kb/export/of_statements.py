"""Relations of what is said: statements with the entities, figures and words in them, and what is in dispute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.core.dates import Date
from kb.core.derive import overruled
from kb.core.differing import disputes
from kb.core.interval import Days
from kb.core.model import Corpus, Count, Statement
from kb.core.model.order import SIDES
from kb.export.relation import ENTITY, OF_ENTITY, OF_STATEMENT, POSITION, STATEMENT, Column, Foreign, Relation, Row
from kb.export.standing import RANKS, days, rank, successor

_DATES = ("on", "from_", "until", "through", "as_of", "checked")
_VALUES = {Date: "date", Count: "count", str: "text", tuple: "entities"}
_FIELD = Column("field", "the field of the ledger in which it stands")


def _statements(corpus: Corpus) -> Iterator[Row]:
    against = disputes(corpus)
    for s in corpus.statements.values():
        value = " ".join(s.value) if isinstance(s.value, tuple) else str(s.value)
        yield (
            *(s.id, s.subject, s.property, _VALUES[type(s.value)], value),
            *(_text(s.on), _text(s.from_), _text(s.until) or s.open_end, *map(_text, (s.through, s.as_of, s.checked))),
            *(s.as_, s.complete, s.ordinal, s.number, s.inferred, successor(s) or None, s.planned, s.stance, s.free),
            *(rank(corpus, s), overruled(corpus, s), s.id in against, len({each.by for each in s.evidence})),
            *days(corpus, s),
        )


def _text(when: Date | None) -> str | None:
    return str(when) if when else None


def _named(corpus: Corpus) -> Iterator[Row]:
    for s in corpus.statements.values():
        value = s.value if isinstance(s.value, tuple) else ()
        for field, ids in {"value": value, "who": s.who, "where": s.where, "with": s.with_}.items():
            yield from ((s.id, field, n, id) for n, id in enumerate(ids, 1))


def _figures(corpus: Corpus) -> Iterator[Row]:
    for s in corpus.statements.values():
        yield from _dates(s)
        counts = {"value": (s.value,) if isinstance(s.value, Count) else (), "counts": s.counts}
        for field, those in counts.items():
            for n, count in enumerate(those, 1):
                numbers = (*map(_whole, count.written), None)[:2]
                yield s.id, field, n, "count", str(count), *numbers, count.bound, "; ".join(count.of), None, None
        for n, article in enumerate(s.articles, 1):
            yield s.id, "articles", n, "article", str(article), article, *[None] * 5


def _dates(s: Statement) -> Iterator[Row]:
    told = {name.rstrip("_").replace("_", "-"): when for name in _DATES if (when := getattr(s, name))}
    told = {"value": s.value} | told if isinstance(s.value, Date) else told
    listed = [(field, 1, when) for field, when in told.items()]
    for field, n, when in (*listed, *(("dates", n, when) for n, when in enumerate(s.dates, 1))):
        meant = Days.of(when)
        first, last = (date.fromordinal(number).isoformat() for number in (meant.first, meant.last))
        yield s.id, field, n, "date", str(when), None, None, None, None, first, last


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else number


def _orders(corpus: Corpus) -> Iterator[Row]:
    for s in corpus.statements.values():
        for n, order in enumerate(s.orders, 1):
            yield s.id, n, order.relation, order.than, order.side, str(order.length) if order.length else None


def _words(corpus: Corpus) -> Iterator[Row]:
    for s in corpus.statements.values():
        for field, words in {"hedge": s.hedge, "author": s.author, "terms": s.terms}.items():
            yield from ((s.id, field, n, text) for n, text in enumerate(words, 1))


def _disputes(corpus: Corpus) -> Iterator[Row]:
    for statement, others in disputes(corpus).items():
        yield from ((statement, other) for other in others)


def _optional(name: str, means: str) -> Column:
    return Column(name, means, required=False)


STATEMENTS = Relation(
    "statements",
    "What is said of an entity; a claim, if it has a stance",
    (
        Column("id", "the id of the entity, #, and a name within its file"),
        Column("subject", "of whom it is said"),
        Column("property", "what is said"),
        Column("value_kind", "what its value is", among=tuple(_VALUES.values())),
        Column("value", "its value in words; entities and figures stand in relations of their own"),
        _optional("on_date", "the day on which it was so; dates are written as precisely as their source has them"),
        _optional("from_date", "since when"),
        _optional("until_date", "the first day on which it no longer was, or `ongoing` or `unknown`"),
        _optional("through_date", "the last day on which it was"),
        _optional("as_of", "the day of which a source says so"),
        _optional("checked", "the day on which somebody looked whether it goes on"),
        _optional("as_role", "in which role"),
        Column("complete", "whether those in `who` are all", "boolean"),
        Column("ordinal", "of several that are counted, which", "integer", required=False),
        _optional("number", "the number of a document, as it is written"),
        _optional("inferred", "how the value was inferred, where no source says it outright"),
        _optional("superseded_by", "the newer statement"),
        Column("planned", "whether it was yet to come", "boolean"),
        _optional("stance", "of a claim: how it is put"),
        _optional("free", "why no event fits its words"),
        Column("rank", "derived: preferred, normal or deprecated, as Wikidata ranks statements", among=RANKS),
        Column("overruled", "derived: whether a judgement follows another statement over it", "boolean"),
        Column("disputed", "derived: whether another statement cannot be squared with it", "boolean"),
        Column("sources", "derived: how many sources it rests on", "integer"),
        Column("possibly_from", "derived: the first day on which it may hold; 0001-01-01 is no first day", "date"),
        Column("surely_from", "derived: from which day on it surely holds", "date"),
        Column("surely_through", "derived: through which day it surely holds", "date"),
        Column("possibly_through", "derived: the last day on which it may hold; 9999-12-31 is no last day", "date"),
    ),
    ("id",),
    _statements,
    (
        Foreign(("subject",), "entities", ("id",)),
        Foreign(("property",), "properties", ("name",)),
        Foreign(("superseded_by",), "statements", ("id",)),
    ),
)
NAMED = Relation(
    "statement_entities",
    "An entity that a statement names",
    (STATEMENT, Column("field", "its part in it", among=("value", "who", "where", "with")), POSITION, ENTITY),
    ("statement", "field", "position"),
    _named,
    (OF_STATEMENT, OF_ENTITY),
)
FIGURES = Relation(
    "statement_figures",
    "A figure of a statement: a date, a count, or the number of an article",
    (
        *(STATEMENT, _FIELD, POSITION, Column("kind", "what it is", among=("date", "count", "article"))),
        Column("text", "the figure in words"),
        Column("number", "the number", "number", required=False),
        Column("number_to", "the larger number, where it lies between two", "number", required=False),
        _optional("bound", "whether it is exactly, about, at-least, over, under, up-to or between"),
        _optional("nouns", "of what, parted by semicolons"),
        Column("first_day", "the first day that a date may mean", "date", required=False),
        Column("last_day", "the last day that a date may mean", "date", required=False),
    ),
    ("statement", "field", "position"),
    _figures,
    (OF_STATEMENT,),
)
ORDERS = Relation(
    "statement_orders",
    "An order word of a statement, such as `ten years later`",
    (
        *(STATEMENT, POSITION, Column("relation", "which")),
        _optional("than", "what it points at"),
        Column("side", "whether at the begin or the end of that", required=False, among=SIDES),
        _optional("length", "how long after or before, in words"),
    ),
    ("statement", "position"),
    _orders,
    (OF_STATEMENT,),
)
WORDS = Relation(
    "statement_words",
    "Words that belong to a claim: those that hedge it, who makes it, terms that are the author's",
    (STATEMENT, Column("field", "what they are", among=("hedge", "author", "terms")), POSITION, Column("text", "them")),
    ("statement", "field", "position"),
    _words,
    (OF_STATEMENT,),
)
DISPUTES = Relation(
    "disputes",
    "Derived: a statement that cannot be squared with another, or is judged against it",
    (STATEMENT, Column("against", "the other statement")),
    ("statement", "against"),
    _disputes,
    (OF_STATEMENT, Foreign(("against",), "statements", ("id",))),
)
