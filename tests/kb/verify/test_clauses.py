"""Clauses: what is named beside a figure, and whether its words tell a beginning or an end."""

from __future__ import annotations

import pytest

from kb.annotate.spans import AnnotatedSentence, EntitySpan
from kb.core.dates import parse
from kb.core.derive import typed
from kb.core.mark import Mark
from kb.core.model import Block, Property, Sentence, Statement
from kb.evidence.candidate import Candidate
from kb.extract.mentions import find
from kb.verify.clauses import bounds, named, side, sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was founded in 1990.", "beginning"),
        ("It took effect on 3 June 1990.", "beginning"),
        ("It lasted until 1990.", "end"),
        ("It expired in 1990.", "end"),
        ("It was founded, and it ended in 1990.", "end"),
        ("It ended what was founded in 1990.", "beginning"),
        ("It was founded, had ended and was established in 1990.", "beginning"),
        ("It ran from the founding to 1990.", "end"),
        ("It met in 1990.", ""),
        ("It ended; they met in 1990.", ""),
        ("It ended after many and many and many more meetings of it in 1990.", ""),
    ],
)
def test_the_last_word_before_a_date_says_what_it_is(text: str, expected: str) -> None:
    assert expected == side(text, find(text)[-1])


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("It met in 1990.", "It met in 1990."),
        ("It met in 1990; it ended.", "It met in 1990"),
        ("It met; in 1990 it ended: so be it.", "; in 1990 it ended"),
        ("It met, and in 1990, which was late, it ended", ", and in 1990"),
    ],
)
def test_a_clause_ends_where_another_thing_is_told(text: str, clause: str) -> None:
    start, end = bounds(text, find(text)[0])

    assert clause == text[start:end]


def test_what_is_named_in_the_clause_of_a_figure() -> None:
    text = "Arvenia met Corvia in 1990;Boreland left"
    names = tuple(EntitySpan(text.index(name), text.index(name) + len(name), name, name)
                  for name in ("Arvenia", "Corvia", ";Boreland"))  # fmt: skip
    sentence = Sentence(text, ((1, 1),) * len(text), (), (), Mark("a"))
    scope = AnnotatedSentence(sentence, Block("paragraph", (sentence,), 1, 1), names, (), (), frozenset())

    assert {"Arvenia", "Corvia"} == named(scope, find(text)[0])


def candidate(value: object = (), **fields: object) -> Candidate:
    """A statement of no words, as a page meets it."""
    statement = Statement("a#b", "a", "p", value, (), Mark("a"), {}, **fields)
    return Candidate(statement, typed(statement, ()), (), lambda text: (), lambda text: ())


TENURE = candidate(from_=parse("1990-06-03"), until=parse("1994"), on=None)


@pytest.mark.parametrize(
    ("date", "those", "expected"),
    [
        ("1990", TENURE, {"beginning"}),
        ("1994", TENURE, {"end"}),
        ("1992", TENURE, set()),
        ("1990/1994", TENURE, {"beginning", "end"}),
        ("1994", candidate(through=parse("1994-05")), {"end"}),
        ("1994", candidate(on=parse("1994-05")), {"point"}),
        ("1994", candidate(as_of=parse("1994-05")), {"point"}),
        ("1995", candidate(on=parse("1994-05")), set()),
        ("1994", candidate(dates=(parse("1994-05"),)), {"point"}),
        ("1994", candidate(on=parse("1993/1994")), {"point"}),
        ("1994", candidate(parse("1994-05")), set()),
    ],
)
def test_what_a_date_is_in_a_statement(date: str, those: Candidate, expected: set[str]) -> None:
    assert expected == sides(parse(date), those, None)


@pytest.mark.parametrize(
    ("label", "existence", "expected"),
    [("made", "begins", "beginning"), ("founded", None, "beginning"), ("undone", "ends", "end"),
     ("expired", None, "end"), ("made", None, "point")],
)  # fmt: skip
def test_the_law_of_a_property_says_what_its_date_is(label: str, existence: str | None, expected: str) -> None:
    declared = Property("p", (), (), label, existence=existence)

    assert {expected} == sides(parse("1994"), candidate(parse("1994-05")), declared)
