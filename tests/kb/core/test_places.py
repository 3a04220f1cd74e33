"""Places in a source: paths of counted and of named parts."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.core.numbering import Span, numbered
from kb.core.places import (
    LONGEST,
    Step,
    beside,
    each,
    in_order,
    is_place,
    joined,
    may_be_called,
    meet,
    parse,
    printed,
    whole_of,
)
from kb_plant.lettering import exchanged


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("¶ 3", "¶ 3"),
        ("¶ 3", "¶¶ 2–4"),
        ("¶¶ 1–3", "¶¶ 3–5"),
        ("¶ 3", "¶ 1, 3"),
        ("¶ 3", "¶ 1, ¶ 3"),
        ("¶ 3", "¶ 1 and 3"),
        ("¶ 3", "¶ 2 to 4"),
        ("¶ 3", "¶03"),
        ("¶ 3", "paragraph 3"),
        ("¶ 2", "second ¶"),
        ("Art. 4", "Article 4"),
        ("Arts. 3-5", "art. 4"),
        ("Arts. 3-5", "art. 5(2)"),
        ("Arts. 3-5", "art. 3a"),
        ("cl. 1(c)", "clause 1"),
        ("cl. 1(c)", "cl."),
        ("cl. 1(a)–(c)", "cl. 1(b)"),
        ("cl. 1(a)–1(c)", "cl. 1(b)"),
        ("cl. 1(a)–c", "cl. 1(b)"),
        ("cl. 1(a)–(c)", "cl. 1"),
        ("cl. 1(i)–(iv)", "cl. 1(iii)"),
        ("cl. 1(g)–(j)", "cl. 1(i)"),
        ("cl. 1(a)(2)–(4)", "cl. 1(a)(3)"),
        ("cl. 1(aa)", "cl. 1(AA)"),
        ("Art. 4(2)", "Art. 4"),
        ("Art. 4(2)b", "Art. 4(2)(b)"),
        ("Art. 4(2), cl. 1", "Art. 4"),
        ("§ 12.3", "section 12"),
        ("§ 12.3–12.5", "§ 12.4"),
        ("entry 4.1442", "entry 4"),
        ("Annex A", "annex"),
        ("Annex A–C", "annex b"),
        ("ch. V", "chapter 5"),
        ("ch. II–VI", "ch. V"),
        ("part XIV", "part 14"),
        ("point (c)", "point (a)–(d)"),
        ("abstract, s. 2", "abstract"),
        ("abstract, s. 2", "abstract, s. 1–3"),
        ("¶ 3", ""),
        ("heading; ¶ 1", "¶ 1"),
        ("p. 12", "pp. 12–13"),
        ("p. 1212", "pp. 1210–1213"),
        ("p. 213", "pp. 212–15"),
        ("ст. 4", "Art. 4"),
        ("с. 12", "p. 12"),
        ("Shaky Foundations", "shaky foundations"),
        ("list of members; ¶ 1", "list of members"),
        ("second report, ¶ 1", "second report"),
    ],
)
def test_these_places_meet(one: str, other: str) -> None:
    assert meet(one, other)
    assert meet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("¶ 3", "¶ 4"),
        ("¶ 3", "¶ 1, 4"),
        ("¶ 2", "¶ 3–5"),
        ("¶ 6", "¶ 3–5"),
        ("¶ 3", "Art. 3"),
        ("¶ 3", "heading"),
        ("last ¶", "¶ 3"),
        ("before Art. 25", "Art. 25"),
        ("cl. 1(c)", "cl. 1(d)"),
        ("cl. 1(c)", "cl. 2(c)"),
        ("cl. 1(a)–(c)", "cl. 1(d)"),
        ("cl. 1(a)–(c)", "cl. 2(b)"),
        ("cl. 1(i)–(iv)", "cl. 1(v)"),
        ("cl. 1(aa)", "cl. 1(ab)"),
        ("Art. 4(2)", "Art. 4(3)"),
        ("Art. 4(2)", "Art. 2"),
        ("Art. 3a", "Art. 3"),
        ("Art. 3a", "Art. 3b"),
        ("Arts. 3-5", "art. 5a"),
        ("Art. 4, cl. 1(c)", "Art. 4, cl. 1(d)"),
        ("Art. 4, cl. 1(c)", "Art. 5, cl. 1(c)"),
        ("§ 12.3", "§ 12.4"),
        ("§ 12.3", "§ 3"),
        ("entry 4.1442", "entry 4.1443"),
        ("Annex A", "Annex B"),
        ("ch. V", "ch. VI"),
        ("part I", "part II"),
        ("abstract, s. 2", "abstract, s. 3"),
        ("review, s. 2", "abstract, s. 2"),
        ("29 April", "30 April"),
        ("second report, ¶ 1", "second report, ¶ 2"),
        ("second report, ¶ 1", "¶ 1"),
        ("¶ 1", "¶ 1, where the founding is dated 4 May 1991"),
        ("¶ 1", "¶ 1; founded on 4 May 1991"),
        ("¶ 1", "¶ 1, founded by Corvia"),
        ("¶ 1", "¶ 1, 1991"),
        ("¶ 1", "¶ 1 and all that"),
        ("¶ 1", "¶ 1,"),
        ("¶ 1", "¶ [1]"),
        ("¶ 1", "1"),
        ("list of members; ¶ 1", "¶ 1"),
    ],
)
def test_these_places_do_not_meet(one: str, other: str) -> None:
    assert not meet(one, other)
    assert not meet(other, one)


def test_a_place_is_a_path() -> None:
    art = Step("art", ((Span("4", "4"), Span("2", "2", "(")),))
    clause = Step("cl", ((Span("1", "1"), Span("a", "c", "(")),))

    assert ((art, clause), (Step("heading"),)) == parse("Article 4(2), cl. 1(a)–(c); heading")
    assert ((Step("list of members", named=True), Step("¶", ((Span("1", "1"),),))),) == parse("List of members, ¶ 1")


def test_semicolons_separate_places() -> None:
    assert ["heading", "¶ 1, 3"] == each("heading;  ¶ 1, 3")
    assert [""] == each("")
    assert not any(meet("¶ 1", place) for place in each("; "))


@pytest.mark.parametrize(
    "place",
    ["¶ 5–3", "ch. IIII", "ch. VX", "cl. 1(c)–2(b)", "Art. 4(2)–5", "§ 12.3–5", "¶ 1–3–5", "Annex AB", "¶ 1991",
     "cl. 1(a)–2(c)", "cl. 1(c)–(2)",
     "Art. 4(2)–4.5", "¶ 1; ¶ 2", "cl. 1(a", "cl. 1()", "Art. 4(2)ab", "¶ 1(abcd)", "sc", "partial", "¶ 1\n2"],
)  # fmt: skip
def test_what_is_no_number_is_no_place(place: str) -> None:
    assert not is_place(place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Articles 4 and 6(2)b", "Art. 4, 6(2)(b)"),
        ("pp. 212–15", "p. 212–215"),
        ("§§ 12.3-12.5", "§ 12.3–12.5"),
        ("cl. 1(A)-1(c), last s.", "cl. 1(a)–(c), last s."),
        ("chapter v;  ANNEX a", "ch. V; annex A"),
        ("before art 25", "before Art. 25"),
        ("points (a) & (c)", "item (a), (c)"),
    ],
)
def test_a_place_is_printed_in_one_way(text: str, expected: str) -> None:
    assert printed(parse(text)) == expected


ROMAN = st.sampled_from("i ii iii iv v vi vii viii ix x xi xiv xix xl xc c".split())
FIGURE = st.integers(1, 999).map(str)
LETTER = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
HEADS = st.one_of(FIGURE, st.builds(str.__add__, FIGURE, LETTER), ROMAN.map(str.upper), LETTER.map(str.upper))
BRACKETS = st.one_of(FIGURE, LETTER, ROMAN).map("({})".format)
DOTTED = st.builds("{}.{}".format, FIGURE, FIGURE)
NUMBERS = st.builds(lambda head, subs: head + "".join(subs), st.one_of(HEADS, DOTTED), st.lists(BRACKETS, max_size=3))
RANGES = st.one_of(
    NUMBERS,
    st.builds(lambda a, n: f"{a}–{a + n}", st.integers(1, 500), st.integers(1, 400)),
    st.builds(
        lambda head, a, n: f"{head}({chr(97 + a)})–({chr(98 + a + n)})", FIGURE, st.integers(0, 9), st.integers(0, 9)
    ),
)
KINDS = st.sampled_from(["¶", "Art.", "cl.", "p.", "§", "ch.", "s.", "part", "annex", "item", "entry", "table"])
STEPS = st.one_of(st.builds("{} {}".format, KINDS, RANGES), st.sampled_from(["heading", "last ¶", "list of members"]))
PLACES = st.lists(STEPS, min_size=1, max_size=3).map(", ".join)
CITED = st.lists(PLACES, min_size=1, max_size=2).map("; ".join).filter(lambda text: len(text) <= LONGEST)


@pytest.mark.parametrize("kind", ["¶", "Art.", "§"])
@pytest.mark.parametrize("number", ["S", "CL", "S(2)", "С", "Ч.1"])
def test_a_further_letter_that_names_a_kind_of_part_is_printed_behind_its_own_kind(kind: str, number: str) -> None:
    assert printed(parse(f"{kind} 1–2, {kind} {number}")) == f"{kind} 1–2, {kind} {number}"


@pytest.mark.parametrize("number", ["3", "B", "A–C", "P–Q", "(c)"])
def test_a_further_number_that_names_no_kind_is_printed_alone(number: str) -> None:
    assert printed(parse(f"¶ 1–2, ¶ {number}")) == f"¶ 1–2, {number}"


@given(CITED)
@example("¶ 1–2, ¶ S")
@example("p. 4, p. P(2); ¶ 1")
def test_a_place_that_is_printed_is_read_as_it_was(text: str) -> None:
    assert all(may_be_called(place) for place in text.split("; "))
    if len(printed(parse(text))) <= LONGEST:
        assert parse(text) == parse(printed(parse(text)))
        assert meet(text, printed(parse(text)))


@given(st.one_of(CITED, st.text()))
def test_any_place_meets_itself_and_the_whole_source(text: str) -> None:
    assert meet(text, text)
    assert meet(text, "")


@given(st.one_of(CITED, st.text()), st.one_of(CITED, st.text()))
def test_meeting_is_mutual(one: str, other: str) -> None:
    assert meet(one, other) == meet(other, one)


@given(PLACES, STEPS, BRACKETS)
def test_a_whole_meets_its_parts(whole: str, step: str, bracket: str) -> None:
    part = f"{whole}, {step}"
    if "list of members" not in step and len(parse(part)[0]) > len(parse(whole)[0]):
        assert meet(whole, part)


@given(KINDS, st.one_of(HEADS, DOTTED), BRACKETS, BRACKETS)
def test_a_number_meets_what_stands_in_it(kind: str, head: str, one: str, other: str) -> None:
    assert meet(f"{kind} {head}", f"{kind} {head}{one}")
    assert meet(f"{kind} {head}{one}", f"{kind} {head}{one}{other}")
    assert meet(f"{kind} {head}", f"{kind} {head}{one}{other}")


@given(NUMBERS, KINDS)
def test_a_part_never_meets_the_one_beside_it(number: str, kind: str) -> None:
    here = f"{kind} {number}"
    for first, last, other in exchanged(here):
        assert not meet(here, here[:first] + other + here[last:])


@given(st.lists(CITED, max_size=6))
def test_places_are_put_in_order_whatever_order_they_come_in(places: list[str]) -> None:
    assert in_order(places) == in_order(reversed(places))
    assert set(in_order(places)) == set(places)


@given(st.lists(st.text(), max_size=6))
def test_any_text_can_be_put_in_order(places: list[str]) -> None:
    assert set(in_order(places)) == set(places)


def test_places_stand_in_the_order_of_the_source() -> None:
    places = ["heading", "preamble", "Art. 2", "Art. 4", "Art. 4(2)", "Art. 4(2)(a)", "Art. 4(10)", "before Art. 25",
              "Art. 25", "after Art. 25", "¶ 2", "¶ 9", "¶ 10", "last ¶", "p. 4", "pp. 5–7", "p. 12", "notes, heading",
              "Annex A", "Annex B", "appendix, cl. 2", "list of members", "report 2", "report 10"]  # fmt: skip

    assert in_order(sorted(places)) == places
    assert in_order(["§ 12.10", "§ 12.9", "§ 12", "ch. IX", "ch. V"]) == [
        "ch. V",
        "ch. IX",
        "§ 12",
        "§ 12.9",
        "§ 12.10",
    ]


@pytest.mark.parametrize(
    "place",
    ["¶ 3", "last ¶", "¶ on members", "cl. 1(c)", "entry 4.1442", "notes, p. 185", "part I", "item on Rock-2024",
     "report of 29 April", "second report, ¶ 2", "on Chapter 1", "list of amending documents", "heading; ¶ 1",
     "Art. 4(2)(b)", "Annex A", "ch. V", "¶3", "пп. 1(а)–(в)"],
)  # fmt: skip
def test_a_part_of_a_source_may_be_called_so(place: str) -> None:
    assert may_be_called(place)


@pytest.mark.parametrize(
    "place",
    ["¶ 1, where the founding is dated 4 May 1991", "founded on 4 May", "founded in 1991", "¶ 1,", "¶ 1; ", "¶ [1]",
     "all members but one signed it there", "<b>¶ 1</b>", "¶ 1, " * 30 + "¶ 1", "cl. 1(c)–2(b)", "Art. 4(1991)"],
)  # fmt: skip
def test_what_tells_something_is_no_place(place: str) -> None:
    assert not may_be_called(place)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("cl. 1(a)", "cl. 1(b)", True),
        ("cl. 1(a)", "cl. 2", True),
        ("¶ 1", "¶ 2", True),
        ("abstract, s. 1", "abstract, s. 1", False),
        ("cl. 1", "cl. 1(b)", False),
        ("¶ 1", "Art. 2", False),
        ("¶ 1", "heading", False),
        ("heading", "title", False),
        ("¶ 1", "last ¶", False),
        ("list of members", "¶ 1", False),
        ("", "", False),
    ],
)
def test_counted_parts_of_one_kind_stand_beside_one_another(one: str, other: str, expected: bool) -> None:
    assert expected == beside(one, other) == beside(other, one)


@pytest.mark.parametrize(
    ("place", "whole"),
    [
        ("cl. 1(a)", "cl. 1"),
        ("Art. 4(2)(b)", "Art. 4(2)"),
        ("§ 12.3", "§ 12"),
        ("Art. 4, cl. 1(a)–(c)", "Art. 4, cl. 1"),
    ],
)
def test_an_inner_part_is_of_a_whole(place: str, whole: str) -> None:
    assert parse(whole) == (whole_of(place),)


@pytest.mark.parametrize("place", ["", "cl. 1", "heading", "cl. 1(a), 1(b)", "cl. 1(a); cl. 1(b)", "list of members"])
def test_what_is_no_inner_part_is_of_none(place: str) -> None:
    assert whole_of(place) is None


def test_places_of_several_citations_are_joined_once_each() -> None:
    assert "heading; ¶ 2; ¶ 10" == joined(["¶ 10; ¶ 2", "", "heading", "¶ 2"])


def test_a_number_has_two_ends_at_most() -> None:
    assert numbered("1–3") is not None
    assert numbered("1–3–5") is None
