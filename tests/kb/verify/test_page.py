"""Agreement: where a figure looks for its statement, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.annotate.entities import finder
from kb.evidence.retrieval import evidence
from kb.load.corpus import assemble
from kb.run.known import start
from kb.verify.verdict import Outcome, VerifiedPage

ReadPage = Callable[..., VerifiedPage]
TODAY = date(2020, 1, 1)
PAGE = "docs/topic/league.md"


def outcomes(reading: VerifiedPage) -> list[tuple[str, str]]:
    """Each figure with its outcome."""
    return [(figure.figure.text, str(figure.outcome)) for figure in reading.figures]


CASES = [
    ("The League was founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`.", "3 June 1990: supported"),
    ("The League was founded in 1990 {cite:p}`League2006history{¶ 1}`.", "1990: supported"),
    ("The League was founded on 4 June 1990 {cite:p}`League2006history{¶ 1}`.", "4 June 1990: refuted"),
    ("The League was founded on 3 June 1990 {cite:p}`League2006history{¶ 9}`.", "3 June 1990: elsewhere"),
    ("The League has ten flags {cite:p}`League2006history{¶ 1}`.", "ten: not enough information"),
    ("The League was founded in 1990.", "1990: uncited"),
    ("The League has [three]{.own} aims {cite:p}`League2006history{¶ 1}`.", "three: own"),
    ("The members met in 1995, all three {cite:p}`League2006history{¶ 3}`.", "1995: supported, three: supported"),
    (
        "On 1 February 1994 it had three members {cite:p}`Gazette1994corvia{¶ 1}`.",
        "1 February 1994: supported, three: computed",
    ),
    ("They help one another {cite:p}`League2006history{¶ 1}`.", "one: idiom"),
    ("Osk, writing in 2007, argues that it is habit {cite:p}`Osk2007straits{abstract}`.", "2007: supported"),
    (
        "It lasted from 2 April 1999 to 1 February 1994 {cite:p}`League2006history{¶ 4}`.",
        "2 April 1999: refuted, 1 February 1994: refuted",
    ),
]


@pytest.mark.parametrize(("word", "outcome"), [("three", "computed"), ("four", "not enough information")])
def test_a_number_counts_the_states_in_a_row_and_not_another_beside_them(
    read_page: ReadPage, word: str, outcome: str
) -> None:
    ledger = {"docs/facts/old-realm.yaml": "id: old-realm\nkind: state\nnames: {en: Old Realm}\n"}
    sentence = (
        f"Of the Old Realm {word} states are left: Arvenia, Boreland and Corvia {{cite:p}}`Gazette1994corvia{{¶ 1}}`."
    )

    assert [(word, outcome)] == outcomes(read_page(sentence, ledger))


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_the_outcome_of_a_figure(read_page: ReadPage, sentence: str, expected: str) -> None:
    assert expected == ", ".join(f"{words}: {outcome}" for words, outcome in outcomes(read_page(sentence)))


def test_a_figure_belongs_to_the_next_citation_of_its_sentence(read_page: ReadPage) -> None:
    body = (
        "Founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`, it took Corvia in"
        " on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`."
    )

    assert [["league#founded-1990"], ["league#corvia"]] == [list(f.statements) for f in read_page(body).figures]


def test_a_sentence_without_a_citation_takes_over_the_one_before_it_in_its_paragraph(read_page: ReadPage) -> None:
    told = "Petra Voss came in 2001 {cite:p}`League2006history{¶ 5}`."

    assert [("2001", "supported"), ("2005", "supported")] == outcomes(read_page(f"{told}\nShe left in 2005."))
    assert [("2001", "supported"), ("2005", "uncited")] == outcomes(read_page(f"{told}\n\nShe left in 2005."))


def test_a_sentence_without_a_citation_may_say_again_what_the_page_says_with_one(read_page: ReadPage) -> None:
    told = "The League was founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`."
    reading = read_page(f"{told}\n\nIn 1990 the League was small.")

    assert [("3 June 1990", "supported"), ("1990", "supported")] == outcomes(reading)
    assert "restated" == reading.figures[1].verdict.why


def test_a_row_is_a_sentence_and_takes_the_caption_or_the_introduction(read_page: ReadPage) -> None:
    head = "| Who | From |\n|---|---|\n"
    row = "| Voss | 2 April 2001 |"
    introduced = f"The Secretaries {{cite:p}}`League2006history{{¶ 5}}`:\n\n{head}{row}"
    lost = f"{head}| Rask | 2006 {{cite:p}}`League2006history{{¶ 5}}` |\n{row}"

    assert [("2 April 2001", "supported")] == outcomes(read_page(introduced))
    assert [("2006", "supported"), ("2 April 2001", "uncited")] == outcomes(read_page(lost))


def test_an_incomplete_date_is_a_date_of_the_cited_statement(read_page: ReadPage) -> None:
    body = "In 1990 the League was founded, on the 3rd of June {cite:p}`League2006history{¶ 1}`."

    assert [("1990", "supported"), ("3rd of June", "supported")] == outcomes(read_page(body))


def test_a_heading_says_what_its_section_says(read_page: ReadPage) -> None:
    told = "It was founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`."

    assert [("1990", "supported"), ("3 June 1990", "supported")] == outcomes(read_page(f"## The year 1990\n\n{told}"))
    assert [("1991", "refuted"), ("3 June 1990", "supported")] == outcomes(read_page(f"## The year 1991\n\n{told}"))


def test_a_period_in_a_heading_is_held_at_both_its_ends(read_page: ReadPage) -> None:
    told = (
        "It was founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`.\n"
        "Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`."
    )
    heard = {period: outcomes(read_page(f"## {period}\n\n{told}"))[0][1] for period in ("1990–1994", "1990–1995")}

    assert heard == {"1990–1994": "supported", "1990–1995": "refuted"}
    assert "refuted" == outcomes(read_page(f"## 1989–1994\n\n{told}"))[0][1]


def test_a_person_goes_with_the_date_beside_it(read_page: ReadPage) -> None:
    wrong = read_page("Rask came on 2 April 2001 {cite:p}`League2006history{¶ 5}`.")

    assert [("2 April 2001", "refuted")] == outcomes(wrong)
    assert ("joint", "Petra Voss") == (wrong.figures[0].verdict.why, wrong.figures[0].verdict.expected)


def test_a_place_goes_with_the_date_beside_it(read_page: ReadPage) -> None:
    files = {"docs/facts/harle.yaml": "id: harle\nkind: place\nnames: {en: Harle}\n"}
    wrong = read_page("It was founded in Harle on 3 June 1990 {cite:p}`League2006history{¶ 1}`.", files)

    assert ("joint", "Selin") == (wrong.figures[0].verdict.why, wrong.figures[0].verdict.expected)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("Four years later", "computed"), ("Less than four years later", "computed"), ("Six years later", "refuted")],
)
def test_a_time_between_two_dates_is_counted(read_page: ReadPage, words: str, outcome: str) -> None:
    body = (
        "It was founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`.\n"
        f"{words}, on 1 February 1994, Corvia joined {{cite:p}}`Gazette1994corvia{{¶ 1}}`."
    )

    assert outcome == str(read_page(body).figures[1].outcome)


def test_the_place_of_a_figure_is_its_place_in_the_file(read_page: ReadPage) -> None:
    (figure,) = read_page("The League was founded on *3 June 1990* {cite:p}`League2006history{¶ 1}`.").figures

    assert (7, 28, 39) == (figure.mark.line, figure.mark.column, figure.end)


def test_every_figure_has_an_outcome_and_the_shares_add_up(read_page: ReadPage) -> None:
    reading = read_page(
        "Founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`.\n\nIn 1888 one of them left; the [two]{.own} stayed."
    )

    assert {"supported": 1, "uncited": 1, "idiom": 1, "own": 1} == dict(reading.shares)
    assert len(reading.figures) == sum(reading.shares.values())


SENTENCE = "The League was founded at Selin on 3 June 1990, and Corvia joined on 1 February 1994"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.integers(0, 3), st.sampled_from("0123456789"))
def test_a_changed_digit_of_a_year_is_noticed(read_page: ReadPage, at: int, digit: str) -> None:
    year = "1990"[:at] + digit + "1990"[at + 1 :]
    (figure,) = read_page(f"It was founded on 3 June {year} {{cite:p}}`League2006history{{¶ 1}}`.").figures

    assert (figure.outcome is Outcome.SUPPORTED) == (year == "1990")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=60))
def test_any_page_can_be_read(read_page: ReadPage, text: str) -> None:
    reading = read_page(f"{text}\n\n{SENTENCE} {{cite:p}}`League2006history{{¶ 1}},Gazette1994corvia{{¶ 1}}`.")

    assert all(figure.outcome in Outcome for figure in reading.figures)


def test_a_changed_page_needs_no_new_reading_of_the_ledger(small: dict[str, bytes]) -> None:
    before = start(assemble(small, TODAY))
    made = before.ask(finder), before.ask(evidence)
    after = start(assemble({**small, PAGE: b"---\nabout: [league]\n---\n\n# The League\n"}, TODAY), before)

    assert made[0] is after.ask(finder)
    assert made[1] is after.ask(evidence)


@pytest.mark.parametrize(
    ("between", "groups"),
    [("", 1), (" ", 1), (", ", 1), (" – ", 1), (" or ", 2), (" and ", 2), (" until ", 2), (" while it was ", 2)],
)
def test_citations_are_one_group_only_where_no_word_stands_between(
    read_page: ReadPage, between: str, groups: int
) -> None:
    one, other = "{cite:p}`League2006history{¶ 1}`", "{cite:p}`League2006history{¶ 2}`"
    (scope,) = read_page(f"It was founded on 3 June 1990 {one}{between}{other}.").scopes[1:]

    assert groups == len(scope.groups)
