"""The ledger as a graph: each statement is a claim of schema.org and an entity of PROV-O, ranked as Wikidata ranks.

What a statement rests on is a derivation from its source, which holds the place, the words, and how much was seen.
Fields have the names that they have in ``facts.json``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.core.differing import disputes
from kb.core.model import Corpus, Entity, Evidence, Judgement, Statement
from kb.export import records
from kb.export.bibliography_graph import sources
from kb.export.names import PREFIXES, WIKIDATA, A, Names, known, term
from kb.export.standing import days, rank, successor
from kb.export.turtle import Iri, Literal, Node, Term, part, turtle

FILE = "kb.ttl"
_IDS = frozenset({"value", "who", "where", "with", "agent", "theme", "to"})
"""Fields that hold ids of entities, or words where there is none."""
_TOLD_APART = frozenset({"id", "subject", "property", "superseded-by", "evidence", "derived"})
_DAYS = ("possibly-from", "surely-from", "surely-through", "possibly-through")
Said = list[tuple[Iri, Term]]


def graph(corpus: Corpus, base: str = "") -> bytes:
    """All of it as Turtle; names begin with the address, where there is one."""
    names = Names(base) if base else Names()
    return "".join(turtle(PREFIXES, _Graph(corpus, names).nodes())).encode()


class _Graph:
    def __init__(self, corpus: Corpus, names: Names) -> None:
        self.corpus, self.names, self.against = corpus, names, disputes(corpus)

    def nodes(self) -> Iterator[Node]:
        for declared in self.corpus.properties.values():
            said: Said = [(A, term("Property")), (known("rdfs:label"), Literal(declared.label, "en"))]
            said += [(term("roll"), Literal(declared.roll))] if declared.roll else []
            yield self.names.property(declared.name), said
        for entity in self.corpus.entities.values():
            yield self.names.entity(entity.id), [*self._entity(entity)]
            for statement in entity.statements:
                yield from self._statement(statement)
            for n, judgement in enumerate(entity.judgements, 1):
                yield self.names.below(self.names.entity(entity.id), "judgement", n), [*self._judgement(judgement)]
        yield from sources(self.corpus, self.names)

    def _entity(self, entity: Entity) -> Iterator[tuple[Iri, Term]]:
        yield from ((A, term("Entity")), (A, known("schema:Thing")), (term("id"), Literal(entity.id)))
        yield from ((term("kind"), Literal(entity.kind)), (known("rdfs:label"), Literal(entity.label, "en")))
        yield from ((known("schema:name"), Literal(each.text, each.language)) for each in entity.names)
        yield from ((known("schema:alternateName"), Literal(text, "en")) for text in entity.also)
        if entity.short:
            yield term("short"), Literal(entity.short, "en")
        if entity.stands_for:
            yield term("stands-for"), self.names.entity(entity.stands_for)
        yield from ((term("part-of"), self.names.entity(whole)) for whole in entity.part_of)
        for register, identifier in entity.ids.items():
            yield known("schema:identifier"), Literal(f"{register}:{identifier}")
            if register == "wikidata":
                yield known("schema:sameAs"), Iri(WIKIDATA + part(identifier))

    def _statement(self, statement: Statement) -> Iterator[Node]:
        name = self.names.statement(statement.id)
        said: Said = [(A, term("Statement")), (A, known("schema:Claim")), (A, known("prov:Entity"))]
        said += [(term("id"), Literal(statement.id)), (known("schema:about"), self.names.entity(statement.subject))]
        said += [(term("property"), self.names.property(statement.property))]
        said += [(known("wikibase:rank"), known(f"wikibase:{rank(self.corpus, statement).title()}Rank"))]
        told = {k: v for k, v in records.statement(statement, {}).items() if k not in _TOLD_APART}
        below: list[Node] = []
        said += self._fields(name, told, below)
        if statement.superseded_by:
            said.append((term("superseded-by"), self.names.statement(successor(statement))))
        said += [(term("disputed-by"), self.names.statement(other)) for other in self.against.get(statement.id, ())]
        ends = zip(_DAYS, days(self.corpus, statement), strict=True)
        said += [(term(field), Literal(day, type="xsd:date")) for field, day in ends]
        for n, each in enumerate(statement.evidence, 1):
            below.append((self.names.below(name, "evidence", n), [*self._evidence(n, each)]))
            said.append((known("prov:qualifiedDerivation"), below[-1][0]))
        for key in dict.fromkeys(each.by for each in statement.evidence):
            source = self.names.source(key)
            said += [(known("prov:wasDerivedFrom"), source), (known("schema:appearance"), source)]
        yield name, said
        yield from below

    def _fields(self, name: Iri, told: Mapping[str, object], below: list[Node]) -> Iterator[tuple[Iri, Term]]:
        """Each field of a record; what has fields of its own has a node of its own ``below``."""
        for field, value in told.items():
            for n, each in enumerate(value if isinstance(value, list) else [value], 1):
                yield term(field), self._term(name, field, n, each, below, isinstance(value, list))

    def _term(self, name: Iri, field: str, n: int, value: object, below: list[Node], listed: bool) -> Term:
        if isinstance(value, dict):
            node = self.names.below(name, field, n)
            parts: list[Node] = []
            below.append((node, [(term("position"), _literal(n)), *self._fields(node, value, parts)]))
            below += parts
            return node
        if listed and field in _IDS and value in self.corpus.entities:
            return self.names.entity(str(value))
        return _literal(value)

    def _evidence(self, n: int, evidence: Evidence) -> Iterator[tuple[Iri, Term]]:
        yield from ((A, term("Evidence")), (A, known("prov:Derivation")), (A, known("schema:Quotation")))
        source = self.names.source(evidence.by)
        yield from ((known("prov:entity"), source), (known("schema:isPartOf"), source), (term("position"), _literal(n)))
        told = {"by": evidence.by, "at": evidence.at, "quote": evidence.quote, "seen": evidence.seen}
        yield from ((term(field), Literal(text)) for field, text in told.items())

    def _judgement(self, judgement: Judgement) -> Iterator[tuple[Iri, Term]]:
        yield from ((A, term("Judgement")), (A, known("prov:Activity")))
        yield term("entity"), self.names.entity(judgement.entity)
        yield from ((term("question"), Literal(judgement.question)), (term("because"), Literal(judgement.because)))
        if judgement.follow:
            yield term("follow"), self.names.statement(judgement.follow)
        yield from ((term("over"), self.names.statement(id)) for id in judgement.over)
        yield from ((known("prov:used"), self.names.statement(id)) for id in judgement.statements)


def _literal(value: object) -> Literal:
    if isinstance(value, bool):
        return Literal(str(value).lower(), type="xsd:boolean")
    if isinstance(value, int):
        return Literal(str(value), type="xsd:integer")
    return Literal(repr(value), type="xsd:double") if isinstance(value, float) else Literal(str(value))
