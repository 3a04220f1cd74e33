"""Which statement counts as settled: the one that is followed wherever it is disputed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.core.differing import disputes
from kb.core.model import Corpus
from kb.load.corpus import assemble
from sphinx_kb.tooltips import is_settled

SCHEMA = Path(__file__).parents[2] / "docs" / "facts" / "schema"
LEAGUE = """
id: league
kind: organisation
names: {en: League of the Straits}
statements:
  first: {founded: 1990-06-03}
  second: {founded: 1991-01-12}
judgements:
"""
FOLLOWED = (
    "  - {question: When?, follow: first, over: [second], because: The first is the day of the founding itself.}\n"
)
OPEN = "  - {question: When?, open: [first, second], because: Nothing was found that explains the second day.}\n"


def league(*judgements: str) -> Corpus:
    files = {f"docs/facts/schema/{path.name}": path.read_bytes() for path in SCHEMA.glob("*.yaml")}
    text = LEAGUE + "".join(judgements) if judgements else LEAGUE.removesuffix("judgements:\n")
    return assemble({**files, "docs/facts/league.yaml": text.encode()}, date(2020, 1, 1))


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [((), []), ((FOLLOWED,), ["league#first"]), ((OPEN,), []), ((OPEN, FOLLOWED), ["league#first"])],
)
def test_only_what_is_followed_over_all_that_disagrees_is_settled(
    judgements: tuple[str, ...], expected: list[str]
) -> None:
    corpus = league(*judgements)

    assert expected == [id for id in corpus.statements if is_settled(corpus, id, disputes(corpus))]


def test_what_nobody_disputes_is_settled() -> None:
    assert is_settled(league(), "league#first", {})


def test_what_is_followed_over_one_and_disputed_by_another_is_not_settled() -> None:
    corpus = league(FOLLOWED)

    assert not is_settled(corpus, "league#first", {"league#first": ("league#second", "league#third")})
