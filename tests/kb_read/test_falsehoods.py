"""Sentences made false: of every sort, false beside what stands behind them, and as well written as before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from kb.core.model import EventType
from kb.lang.scales import Scale, scales
from kb.load.corpus import assemble, read
from kb.run.known import start
from kb_plant.known import known
from kb_plant.lines import Line
from kb_plant.planted import Sheet
from kb_read import meaning
from kb_read.deal import ONE_IN, NothingToPlant, deal
from kb_read.falsehoods import Liar, liar
from kb_read.given import Given, given, readable

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
PAGE, TODAY = "docs/topic/league.md", date(2020, 1, 1)
HEAD = "---\nabout: [league]\n---\n\n# The League of the Straits\n\n"
CITED = " {cite:p}`League2006history{¶ 1}`."
SCALES = {"order": Scale("order", {"earlier": ("earlier", "before"), "later": ("later", "after")})}
EVENTS = {
    "join": EventType("join", "does", ("join",), opposite=("leave",)),
    "leave": EventType("leave", "does", ("leave", "quit"), opposite=("join",)),
    "say": EventType("say", "says", ("say", "tell"), opposite=("deny",)),
    "deny": EventType("deny", "says", ("deny",), opposite=("say",)),
    "take-over": EventType("take-over", "does", ("take over",), opposite=("join",)),
}


def corpus_with(body: str):
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    return assemble({**read(CORPUS), **schema, PAGE: f"{HEAD}{body}\n".encode()}, TODAY)


def sentences(body: str) -> tuple[list[Given], Liar]:
    corpus = corpus_with(body)
    page = next(page for page in corpus.pages if page.path == PAGE)
    return [*given(start(corpus), page)], replace(liar(corpus), scales=SCALES, events=EVENTS)


def false(text: str) -> dict[str, list[str]]:
    """The falsehoods that can be made of a sentence, kind by kind, as a reader is given them."""
    (one,), teller = sentences(text + CITED)
    found: dict[str, list[str]] = {}
    for each in teller.falsehoods(one):
        found.setdefault(each.kind, []).append(readable(each.text).removesuffix(" [League2006history, ¶ 1]."))
    return found


@pytest.mark.parametrize(
    ("text", "kind", "made"),
    [
        ("Corvia has not joined it", "denial dropped", "Corvia has joined it"),
        ("The treaty was never ratified", "denial dropped", "The treaty was ratified"),
        ("Corvia is no longer a member", "denial dropped", "Corvia is still a member"),
        ("The treaty was signed there", "denial added", "The treaty was not signed there"),
        ("It met before the war", "contrary word", "It met after the war"),
        ("Later it met", "contrary word", "Earlier it met"),
        ("Corvia joined the League", "opposite verb", "Corvia left the League"),
        ("Corvia had joined the League", "opposite verb", "Corvia had left the League"),
        ("Corvia leaves the League", "opposite verb", "Corvia joins the League"),
        ("Corvia thought of leaving the League", "opposite verb", "Corvia thought of joining the League"),
        ("Corvia said that it was so", "opposite verb", "Corvia denied that it was so"),
        ("Corvia was invited by Arvenia", "names exchanged", "Arvenia was invited by Corvia"),
        ("It met on 5 March 1997", "month in prose", "It met on 5 October 1997"),
        ("Three states met", "count word", "Four states met"),
        ("Osk argues that habit holds it", "verb made stronger", "Osk proves that habit holds it"),
    ],
)
def test_a_sentence_is_made_false_in_its_meaning(text: str, kind: str, made: str) -> None:
    assert made in false(text).get(kind, [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was not only a league but a habit", "denial dropped"),
        ("It was never signed", "denial added"),
        ("He said “it was signed there”", "denial added"),
        ("Corvia met before", "opposite verb"),
        ("Corvia told the League", "opposite verb"),
        ("It took over the League", "opposite verb"),
        ("Corvia joined them", "opposite verb"),
        ("It met a later call", "contrary word"),
        ("Corvia, Arvenia and Boreland met", "names exchanged"),
        ("Corvia met; it was founded by Arvenia", "names exchanged"),
        ("He called Corvia “invited by Arvenia”", "names exchanged"),
    ],
)
def test_what_would_betray_itself_or_be_true_is_not_made(text: str, kind: str) -> None:
    assert kind not in false(text)


def test_a_figure_that_stands_behind_the_sentence_is_not_put_in() -> None:
    made = false("It was founded at Selin in 1991")

    assert made["year in prose"]
    assert "It was founded at Selin in 1990" not in made["year in prose"]


def test_a_wrong_year_is_near_the_right_one_and_not_to_come() -> None:
    years = {int(text[-4:]) for text in false("It met in 2019")["year in prose"]}

    assert {*range(2010, 2019)} == years


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Osk argues that habit holds it", "Habit holds it"),
        ("Osk calls it a habit", None),
        ("In Osk's view, it holds", None),
    ],
)
def test_an_author_is_left_out_only_where_a_whole_sentence_is_left(before: str, after: str | None) -> None:
    body = f"{before} {{cite:p}}`Osk2007straits{{abstract}}`."
    (one,), teller = sentences(body)
    made = [readable(each.text) for each in teller.falsehoods(one) if each.kind == "attribution dropped"]

    assert ([f"{after} [Osk2007straits, abstract]."] if after else []) == made


def test_no_name_is_misspelt_and_no_quotation_altered() -> None:
    assert not {"misspelt name", "quotation altered"} & {*false("The League of “all the Straits” is at Selin")}


def test_what_cites_nothing_itself_is_left_as_it_is() -> None:
    (one, other), teller = sentences(f"Corvia joined the League{CITED}\nIn 1994 it was a member.")

    assert [*teller.falsehoods(one)]
    assert [] == [*teller.falsehoods(other)]


def test_roles_and_citations_stay_as_they_are() -> None:
    (one,), teller = sentences("On 14 October 2016 it had {kb:count}`league @ 2016-10-14` members" + CITED)
    made = [each.text for each in teller.falsehoods(one)]

    assert "On 14 October 2016 it had 2 members [League2006history, ¶ 1]." == readable(one.text)
    assert made
    assert all("{cite:p}`League2006history{¶ 1}`" in text for text in made)


def test_citations_are_told_in_their_order_with_their_places() -> None:
    text = "It met {cite:p}`League2006history{¶ 1, 3},Osk2007straits`, and parted {cite:t}`Gazette1994corvia{¶ 1}`."
    (one,), _ = sentences(text)

    assert "It met [League2006history, ¶ 1, 3; Osk2007straits], and parted [Gazette1994corvia, ¶ 1]." == readable(
        one.text
    )


def test_a_row_is_given_with_the_heads_of_its_columns_below_its_heading() -> None:
    table = "## Members\n\n| State | Since |\n|---|---|\n| Corvia | 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}` |"
    (one,), _ = sentences(table)

    assert ("Members", "State | Since") == (one.under, one.head)
    assert "Corvia | 1 February 1994 [Gazette1994corvia, ¶ 1]" == readable(one.text)


MANY = "\n".join(f"In {year} Corvia joined the League{CITED}" for year in range(1900, 2000))


@pytest.fixture(scope="module")
def dealt() -> Callable[[int | None], list[bool]]:
    """Deal a hundred sentences; which are planted."""
    many, teller = sentences(MANY)
    return lambda seed: [each.false is not None for each in deal(many, teller, seed).those]


@any_of(seed=st.integers(0, 10**6))
def test_at_least_one_is_planted_and_never_many(dealt: Callable[[int | None], list[bool]], seed: int) -> None:
    assert 1 <= sum(dealt(seed)) <= 20


def test_one_in_twenty_is_planted_over_many_batches(dealt: Callable[[int | None], list[bool]]) -> None:
    planted = [sum(dealt(seed)) for seed in range(100)]

    assert 4 < sum(planted) / len(planted) < 6
    assert len({*planted}) > 4


def test_a_seed_draws_the_same_and_without_one_it_is_left_to_chance(dealt: Callable[[int | None], list[bool]]) -> None:
    assert dealt(7) == dealt(7)
    assert 1 < len({tuple(dealt(None)) for _ in range(5)})


def test_the_order_and_the_real_sentences_stay() -> None:
    many, teller = sentences(MANY)
    made = deal(many, teller, 3)

    assert many == [each.given for each in made.those]
    assert all(each.text == each.given.text for each in made.those if each.false is None)
    assert all(each.text != each.given.text for each in made.those if each.false)


def test_of_two_sentences_one_stays_true() -> None:
    two, teller = sentences("\n".join(MANY.splitlines()[:2]))

    assert {1} == {sum(each.false is not None for each in deal(two, teller, seed).those) for seed in range(20)}


def test_of_few_sentences_mostly_one_is_planted() -> None:
    few, teller = sentences("\n".join(MANY.splitlines()[:4]))
    planted = [sum(each.false is not None for each in deal(few, teller, seed).those) for seed in range(40)]

    assert planted.count(1) > 30
    assert 20 == ONE_IN


def test_where_nothing_can_be_made_false_nothing_is_dealt() -> None:
    one, teller = sentences(f"Corvia joined the League{CITED}")
    with pytest.raises(NothingToPlant):
        deal(one, teller, 1)


def test_no_planter_of_meaning_fails_on_any_line_of_the_content() -> None:
    """Of the real words of the schema too, which others write."""
    corpus = assemble(read(ROOT), date(2026, 11, 29))
    words = known(corpus)
    page = next(page for page in corpus.pages if page.path == "docs/treaty/treaty.md")
    made = [
        planted
        for each in given(start(corpus), page)
        for planted in meaning.plants(Line(Sheet("x", each.text), 0, each.text), words, scales(), corpus.events)
    ]

    assert len(made) > 20
    assert all(planted.data.decode() != planted.sheet.text for planted in made)
