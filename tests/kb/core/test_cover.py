"""The fewest sources that carry some statements."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from kb.core.cover import cover
from kb.core.mark import Mark
from kb.core.model import Evidence, Statement
from kb.load.corpus import assemble
from rule_examples import TODAY, small_corpus

CORPUS = assemble(small_corpus(), TODAY)
ONE = CORPUS.statements["league#corvia"]


def resting(id: str, *keys: str) -> Statement:
    """A statement that rests on these sources."""
    return replace(ONE, id=id, evidence=tuple(Evidence(key, "¶ 1", "", "full", Mark("x.yaml")) for key in keys))


def chosen(*statements: Statement, given: tuple[str, ...] = ()) -> dict[str, str]:
    return {id: one.by for id, one in cover(statements, CORPUS.sources, given).items()}


def test_one_source_that_carries_all_is_enough() -> None:
    assert {"a#1": "C", "a#2": "C"} == chosen(resting("a#1", "A", "C"), resting("a#2", "B", "C"))


def test_what_the_page_cites_anyway_goes_first() -> None:
    those = resting("a#1", "A", "C"), resting("a#2", "B", "C")

    assert {"a#1": "A", "a#2": "B"} == chosen(*those, given=("A",))


def test_of_equals_the_one_of_higher_rank_goes_first() -> None:
    ranks = {key: source.rank for key, source in CORPUS.sources.items()}
    primary = next(key for key, rank in ranks.items() if rank == "primary")
    other = next(key for key, rank in ranks.items() if rank == "secondary")

    assert {"a#1": primary} == chosen(resting("a#1", other, primary))


def test_a_statement_without_evidence_is_left_out() -> None:
    assert {} == chosen(resting("a#1"))


@given(some.lists(some.lists(some.sampled_from("ABCDEF"), min_size=1, unique=True), max_size=6))
def test_each_statement_has_a_source_of_its_own_and_no_more_are_taken_than_there_are(keys: list[list[str]]) -> None:
    found = chosen(*(resting(f"a#{n}", *each) for n, each in enumerate(keys)))

    assert [f"a#{n}" for n in range(len(keys))] == sorted(found, key=lambda id: int(id[2:]))
    assert all(found[f"a#{n}"] in each for n, each in enumerate(keys))
