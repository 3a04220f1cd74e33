"""Which statements tell what an instrument provides."""

from __future__ import annotations

import pytest

from kb.core.model import Corpus
from kb.core.provisions import is_primary, provisions
from kb.load.corpus import assemble
from rule_examples import TODAY, small_corpus

PLAN = "id: plan\nkind: instrument\nnames: {en: Plan for the Harbours}\npart-of: [league]\nstatements:\n"
ALLOWED = "records: 'The plan lets Corvia keep its own pilots.', theme: keep its own pilots, to: corvia, event: allow"
OVER = """judgements:
  - question: How many pilots are there?
    follow: s0
    over: [s1]
    because: The plan was read.
"""


def corpus(*statements: str, more: str = "", by: str = "Gazette1994corvia") -> Corpus:
    """The small corpus with a plan that has these statements."""
    rests = f"evidence: [{{by: {by}, at: ¶ 6, quote: so it was, seen: full}}]"
    lines = "".join(f"  s{n}: {{{statement}, {rests}}}\n" for n, statement in enumerate(statements))
    made = assemble({**small_corpus(), "docs/facts/plan.yaml": f"{PLAN}{lines}{more}".encode()}, TODAY)
    assert made.faults == ()
    return made


def found(made: Corpus) -> dict[str, list[str]]:
    """The slugs of what each instrument provides, but for the treaty's own."""
    every = {id: [statement.id for statement in those] for id, those in provisions(made).items()}
    assert every["harbour-treaty"].pop(0) == "harbour-treaty#open-harbours"
    return {id: slugs for id, slugs in every.items() if slugs}


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("provides: Each harbour has two pilots.", {"plan": ["plan#s0"]}),
        ("aims: It keeps the harbours open.", {"plan": ["plan#s0"]}),
        ("signed: 1994-02-01", {}),
        ("provides: Each harbour is to have two pilots., planned: true", {}),
        (f"{ALLOWED}, agent: plan", {"plan": ["plan#s0"]}),
        (f"{ALLOWED}, agent: plan, polarity: not", {"plan": ["plan#s0"]}),
        (f"{ALLOWED}, agent: plan, modality: reported", {}),
        (f"{ALLOWED}, agent: [plan, harbour-treaty]", {"plan": ["plan#s0"], "harbour-treaty": ["plan#s0"]}),
        (f"{ALLOWED}, agent: league", {}),
        (f"{ALLOWED}, agent: a newer plan", {}),
        (ALLOWED, {}),
        (ALLOWED.replace("allow", "carry") + ", agent: plan", {}),
    ],
)
def test_what_a_text_lays_down_is_provided_and_nothing_else(statement: str, expected: dict[str, list[str]]) -> None:
    assert found(corpus(statement)) == expected


def test_what_a_judgement_does_not_follow_is_not_provided() -> None:
    pilots = ("provides: Each harbour has two pilots.", "provides: Each harbour has three pilots.")

    assert found(corpus(*pilots)) == {"plan": ["plan#s0", "plan#s1"]}
    assert found(corpus(*pilots, more=OVER)) == {"plan": ["plan#s0"]}


def test_what_an_author_claims_is_the_authors() -> None:
    claim = ALLOWED.replace("records", "says").replace("lets", "seems to let")
    rests = "evidence: [{by: Osk2007straits, at: abstract, quote: so it was, seen: full}]"
    made = corpus("signed: 1994-02-01", more=f"claims:\n  open: {{{claim}, agent: plan, stance: argues, {rests}}}\n")

    assert made.statements["plan#open"].events[0].type == "allow"
    assert found(made) == {}


@pytest.mark.parametrize(("by", "primary"), [("League2006history", True), ("Gazette1994corvia", False)])
def test_a_source_of_the_first_rank_is_primary(by: str, primary: bool) -> None:
    made = corpus("provides: Each harbour has two pilots.", by=by)

    assert is_primary(made.statements["plan#s0"], made.sources) is primary
