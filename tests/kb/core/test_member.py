"""What the ledger has of one member, from the small one with a few statements more."""

from __future__ import annotations

import pytest

from kb.core import member
from kb.core.model import Corpus
from kb.load.corpus import assemble
from rule_examples import TODAY, small_corpus

EVIDENCE = "    evidence: [{by: League2006history, at: ¶ 9, quote: Q, seen: full}]\n"
MORE = {
    "docs/facts/harbour-treaty.yaml": f"""  ratified-corvia:
    ratified: 1990-12-01
    who: [corvia]
{EVIDENCE}""",
    "docs/facts/league.yaml": f"""  left-1999:
    leaver: corvia
    as: withdrawn
    on: 1999-04-02
{EVIDENCE}""",
    "docs/facts/voss.yaml": f"""statements:
  from-corvia:
    comes-from: corvia
{EVIDENCE}""",
    "docs/facts/selin.yaml": "part-of: [corvia]\n",
}
MEETING = f"""id: meeting-1995
kind: event
names: {{en: Selin meeting of 1995}}
part-of: [league]
statements:
  held:
    took-place: 1995-03-04
    where: selin
{EVIDENCE}"""


@pytest.fixture(name="corpus", scope="module")
def _corpus() -> Corpus:
    files = {**small_corpus()}
    for path, more in MORE.items():
        before, claims, after = files[path].decode().partition("claims:\n")
        files[path] = f"{before.rstrip()}\n{more}{claims}{after}".encode()
    corpus = assemble({**files, "docs/facts/meeting-1995.yaml": MEETING.encode()}, TODAY)

    assert () == corpus.faults
    return corpus


def ids(statements: object) -> list[str]:
    return [statement.id for statement in statements]  # type: ignore[attr-defined]


def test_who_joined_and_left_is_told_in_order(corpus: Corpus) -> None:
    assert ["league#corvia", "league#left-1999"] == ids(member.belonging(corpus, "corvia"))
    assert ["league#arvenia"] == ids(member.belonging(corpus, "arvenia"))


def test_what_it_signed_and_ratified_names_it(corpus: Corpus) -> None:
    assert ["harbour-treaty#ratified-corvia"] == ids(member.agreed(corpus, "corvia"))


def test_a_post_is_held_by_somebody_whose_state_the_ledger_knows(corpus: Corpus) -> None:
    assert ("voss",) == member.people(corpus, "corvia")
    assert ["secretary#voss-2001"] == ids(member.in_posts(corpus, "corvia"))
    assert () == member.in_posts(corpus, "arvenia")


def test_an_event_is_hosted_by_the_state_that_its_place_is_part_of(corpus: Corpus) -> None:
    assert ["meeting-1995#held"] == ids(member.hosted(corpus, "corvia", "league"))
    assert () == member.hosted(corpus, "arvenia", "league")
    assert () == member.hosted(corpus, "corvia", "harbour-treaty")


def test_what_is_named_is_told_as_it_is_named(corpus: Corpus) -> None:
    named = ["league#founded-1990", "league", "league#founded-1990"]

    assert ["league#founded-1990", "meeting-1995#held"] == ids(member.chosen(corpus, "corvia", named))
