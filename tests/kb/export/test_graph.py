"""The graph: it keeps to its shapes, gives back what went into it, and answers as `kb query` does."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import RDF, SH, Graph, Namespace, URIRef
from rdflib import Literal as Read

from exported import ROOT, days, evidence, real, rich
from kb.core.truth import Truth
from kb.export.graph import graph
from kb.export.names import PREFIXES, TERMS, Names
from kb.export.turtle import Iri, Literal, part, turtle
from kb.query import questions

KB, SCHEMA, PROV = (Namespace(PREFIXES[name]) for name in ("kb", "schema", "prov"))
SHAPES = ROOT / "docs" / "contributing" / "facts.shapes.ttl"
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
"""How pyshacl calls rdflib."""
BOTH = pytest.mark.parametrize("corpus", [rich, real], ids=["small", "real"])
ROLL = """
PREFIX kb: <urn:kb:terms:> PREFIX schema: <https://schema.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX wikibase: <http://wikiba.se/ontology#>
SELECT ?body ?member ?statement ?surely WHERE {
  ?property kb:roll "member" .
  ?said kb:property ?property ; kb:id ?statement ; schema:about/rdfs:label ?body ; kb:value/rdfs:label ?member ;
    kb:possibly-from ?from ; kb:possibly-through ?through ; kb:surely-from ?since ; kb:surely-through ?until .
  FILTER (?from <= ?day && ?day <= ?through)
  FILTER NOT EXISTS { ?said wikibase:rank wikibase:DeprecatedRank }
  BIND ((?since <= ?day && ?day <= ?until) AS ?surely)
}
"""


@cache
def parsed(corpus) -> Graph:
    return Graph().parse(data=graph(corpus()).decode(), format="turtle")


def faults(told: Graph) -> list[str]:
    conforms, _, report = validate(told, shacl_graph=str(SHAPES), inference="none")
    return [] if conforms else report.splitlines()[:40]


@BOTH
def test_it_keeps_to_its_shapes(corpus) -> None:
    assert [] == faults(parsed(corpus))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('kb:seen "excerpt"', 'kb:seen "glimpse"'),
        ('kb:quote "signed on 4 June 2003"', 'kb:quote ""'),
        ("wikibase:PreferredRank", "wikibase:BestRank"),
        ("prov:wasDerivedFrom <urn:kb:source/Osk2007straits>", "prov:wasDerivedFrom <urn:kb:source/Nobody>"),
        ("kb:because", "kb:due-to"),
    ],
)
def test_a_fault_is_found_by_the_shapes(before: str, after: str) -> None:
    text = graph(rich()).decode()

    assert before in text
    assert faults(Graph().parse(data=text.replace(before, after), format="turtle"))


@BOTH
def test_every_piece_of_evidence_comes_back(corpus) -> None:
    told = parsed(corpus)
    there = [
        (
            str(told.value(said, KB.id)),
            told.value(each, KB.position).value,
            *(str(told.value(each, KB[field])) for field in ("by", "at", "quote", "seen")),
        )
        for said, each in told.subject_objects(PROV.qualifiedDerivation)
    ]

    assert sorted(evidence(corpus())) == sorted(there)


@BOTH
def test_every_field_of_every_source_comes_back(corpus) -> None:
    told = parsed(corpus)
    there = {
        str(told.value(source, KB.key)): {
            str(name).removeprefix(f"{TERMS}source-"): str(text)
            for name, text in told.predicate_objects(source)
            if str(name).startswith(f"{TERMS}source-")
        }
        for source in told.subjects(RDF.type, KB.Source)
    }

    assert {source.key: dict(source.fields) for source in corpus().sources.values()} == there


@BOTH
def test_every_statement_comes_back_with_its_value_and_rank(corpus) -> None:
    told, names = parsed(corpus), Names()
    for statement in corpus().statements.values():
        said = URIRef(names.statement(statement.id).name)
        values = {str(each) for each in told.objects(said, KB.value)}

        assert URIRef(names.entity(statement.subject).name) == told.value(said, SCHEMA.about)
        if isinstance(statement.value, tuple):
            assert {names.entity(id).name for id in statement.value} == values
        elif isinstance(statement.value, str):
            assert {statement.value} == values


def test_what_is_judged_is_ranked_as_in_wikidata() -> None:
    told = parsed(rich)
    rank = URIRef(PREFIXES["wikibase"] + "rank")
    ranks = {str(told.value(s, KB.id)): str(r).rpartition("#")[2] for s, r in told.subject_objects(rank)}

    assert ("PreferredRank", "DeprecatedRank", "NormalRank") == (
        ranks["plan#may"], ranks["plan#june"], ranks["plan#hyper"],
    )  # fmt: skip


def test_what_happened_has_a_node_of_its_own() -> None:
    told, names = parsed(rich), Names()
    said = URIRef(names.statement("plan#may").name)
    first = next(each for each in told.objects(said, KB.events) if told.value(each, KB.position).value == 1)

    assert {names.entity("arvenia").name, "the men of Belmark"} == {str(each) for each in told.objects(first, KB.agent)}


@BOTH
def test_the_roll_of_any_day_is_that_of_the_query(corpus) -> None:
    rows = [
        (str(day), *row)
        for day in days(corpus())
        for row in parsed(corpus).query(ROLL, initBindings={"day": Read(day)})
    ]
    sure: dict[tuple[str, str, str], bool] = {}
    for day, body, member, _, surely in rows:
        sure[day, str(body), str(member)] = sure.get((day, str(body), str(member)), False) or surely.value
    told = {
        (str(day), a.about, a.answer): a.certainty is Truth.SURELY
        for day in days(corpus())
        for a in questions.members(corpus(), day)
    }
    rests = {
        (str(d), a.about, a.answer, s.id)
        for d in days(corpus())
        for a in questions.members(corpus(), d)
        for s in a.statements
    }

    assert told == sure
    assert rests == {(day, str(body), str(member), str(id)) for day, body, member, id, _ in rows}


def test_the_manual_asks_what_has_an_answer() -> None:
    page = (ROOT / "docs" / "contributing" / "data.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"```sparql\n(.*?)```", page, re.S)

    assert ["Arvenia", "Boreland", "Corvia"] == sorted(str(row.member) for row in parsed(rich).query(query))


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text())
def test_no_words_of_a_stranger_end_a_literal_or_a_name(text: str, language: str) -> None:
    name = Iri(f"urn:kb:entity/{part(text.encode(errors='replace').decode())}")
    written = "".join(turtle({}, [(Iri("urn:a"), [(Iri("urn:b"), Literal(text)), (name, Literal(text, language))])]))
    told = Graph().parse(data=written, format="turtle")

    assert {URIRef("urn:b"), URIRef(name.name)} == set(told.predicates())
    assert {text} == {str(each) for each in told.objects()}


def test_names_begin_with_the_address_that_is_given() -> None:
    told = graph(rich(), "https://islands.example/base/").decode()

    assert "<https://islands.example/base/statement/plan/may>" in told
    assert "<urn:kb:statement" not in told


def test_two_runs_are_the_same_bytes() -> None:
    assert graph(rich()) == graph(rich())


def test_the_shapes_name_only_what_is_told(tmp_path: Path) -> None:
    """A shape that aims at a class or field that nobody writes would be silent for ever."""
    shapes = Graph().parse(SHAPES)
    aimed = {*shapes.objects(None, SH.targetClass), *shapes.objects(None, SH["class"])}
    paths = {each for each in shapes.objects(None, SH.path) if isinstance(each, URIRef)}
    told = parsed(real)

    assert set() == aimed - set(told.objects(None, RDF.type))
    assert {KB["stands-for"]} >= paths - set(told.predicates())
