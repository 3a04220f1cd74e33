"""Rolls, tenures and disagreements, on a small league written for the purpose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kb.core import derive, differing
from kb.core.dates import parse
from kb.core.interval import AFTER_ALL, ALWAYS, BEFORE_ALL, Days, Interval
from kb.core.model import Corpus
from kb.core.truth import Truth
from kb.load.corpus import assemble

SCHEMA = Path(__file__).parents[3] / "docs/facts/schema"
MAY = date(1992, 5, 15).toordinal()


def corpus(**entities: str) -> Corpus:
    files = {f"docs/facts/schema/{path.name}": path.read_bytes() for path in SCHEMA.glob("*.yaml")}
    for name, text in entities.items():
        slug = name.replace("_", "-")
        kind, _, body = text.partition("\n")
        head = f"id: {slug}\nkind: {kind}\nnames: {{en: {slug}}}\n"
        files[f"docs/facts/{slug}.yaml"] = (head + body).encode()
    made = assemble(files, date(2026, 1, 1))
    assert not made.faults, made.faults
    return made


def members(*lines: str) -> str:
    return "organisation\nstatements:\n" + "".join(f"  m{n}: {{{line}}}\n" for n, line in enumerate(lines))


def posts(*lines: str, judgement: str = "") -> str:
    return "post\nstatements:\n" + "".join(f"  h{n}: {{{line}}}\n" for n, line in enumerate(lines)) + judgement


@pytest.mark.parametrize(
    ("line", "day", "surely", "possibly"),
    [
        ("member: a, from: 2002-10-07", date(2002, 10, 8), False, True),
        ("member: a, from: 2002-10-07", date(2002, 10, 6), False, False),
        ("member: a, from: 2002-10-07", date(2002, 10, 7), True, True),
        ("member: a, from: 2002-10-07, until: unknown", date(2010, 1, 1), False, True),
        ("member: a, from: 2002-10-07, until: ongoing, checked: 2020-01-01", date(2025, 1, 1), True, True),
        ("member: a, from: 2002-10-07, until: ongoing, checked: 2026-01-01", date(2026, 1, 2), False, True),
        ("member: a, from: 2002~, until: 2012-12-19", date(2001, 6, 1), False, True),
        ("member: a, from: 2002~, until: 2012-12-19", date(2000, 6, 1), False, False),
        ("member: a, from: 2002-10-07, until: ongoing, checked: 2026-01-01", date(2002, 10, 7), True, True),
        ("member: a, from: 2002-10, until: ongoing, checked: 2026-01-01", date(2002, 10, 7), False, True),
        ("member: a, from: 2002, until: 2012-12-19", date(2012, 12, 19), False, False),
        ("member: a, from: 2002, until: 2012-12-19", date(2012, 12, 18), True, True),
        ("member: a, from: 2002, through: 2012-12-19", date(2012, 12, 19), True, True),
        ("member: a, from: 2002, until: 2012", date(2012, 6, 1), False, True),
        ("member: a, from: 2002, until: ongoing, checked: 2026-01-01", date(2026, 1, 1), True, True),
    ],
)
def test_who_belongs_on_a_day(line: str, day: date, surely: bool, possibly: bool) -> None:
    found = derive.roll(corpus(league=members(line)), "league", day)

    assert (surely, possibly) == ("a" in found.surely, "a" in found.possibly)


def test_an_overruled_interval_is_not_on_the_roll() -> None:
    judged = "judgements:\n  - {question: q, follow: m1, over: [m0], because: the instrument says so in full}\n"
    made = corpus(league=members("member: a, from: 1993", "member: a, from: 1994") + judged)

    assert frozenset() == derive.roll(made, "league", date(1993, 12, 31)).possibly


def test_a_handover_on_one_day_is_no_overlap() -> None:
    made = corpus(post=posts("held-by: a, from: 2017, until: 2018-11-02", "held-by: b, from: 2018-11-02"))

    assert {} == differing.disputes(made)


def test_a_last_day_shared_with_the_next_holder_is_an_overlap() -> None:
    made = corpus(post=posts("held-by: a, from: 2017, through: 2018-11-02", "held-by: b, from: 2018-11-02"))

    assert {"post#h0": ("post#h1",), "post#h1": ("post#h0",)} == differing.disputes(made)


def test_an_end_known_only_to_the_year_is_no_overlap() -> None:
    made = corpus(post=posts("held-by: a, from: 2017, through: 2018", "held-by: b, from: 2018-11-02"))

    assert {} == differing.disputes(made)


def test_holders_of_a_day() -> None:
    made = corpus(post=posts("held-by: a, from: 2017, until: 2018-11-02", "held-by: b, from: 2018-11-02"))

    assert [("b",)] == [s.value for s in derive.holders(made, "post", date(2018, 11, 2))]
    assert [("a",)] == [s.value for s in derive.holders(made, "post", date(2018, 11, 1))]


def test_two_days_of_one_signing_differ_and_a_year_that_holds_the_day_does_not() -> None:
    made = corpus(
        pact="instrument\nstatements:\n  a: {signed: 2002-10-07}\n  b: {signed: 2002-10-06}\n  c: {signed: 2002}\n"
    )

    assert {"pact#a": ("pact#b",), "pact#b": ("pact#a",)} == differing.disputes(made)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("{n: 17000, of: [troops], bound: over}, on: 2016", "{n: 18000, of: [troops]}, on: 2022", False),
        ("{n: 17000, of: [troops], bound: over}, on: 2016", "{n: 18000, of: [troops]}, on: 2016", False),
        ("{n: 17000, of: [troops], bound: over}, on: 2016", "{n: 16000, of: [troops]}, on: 2016", True),
        ("{n: 2000, of: [troops]}, on: 2022", "{n: 2500, of: [troops]}, on: 2022", True),
        ("{n: 4, of: [battalions]}, on: 2022", "{n: 2500, of: [troops]}, on: 2022", False),
        ("{n: 10, of: [troops], bound: over}, on: 2022", "{n: 20, of: [troops], bound: over}, on: 2022", False),
        ("{n: 20, of: [troops], bound: over}, on: 2022", "{n: 10, of: [troops], bound: under}, on: 2022", True),
        ("{n: 10, of: [troops]}, on: 2022", "{n: 500, of: [troops], bound: about}, on: 2022", True),
        ("{n: 490, of: [troops]}, on: 2022", "{n: 500, of: [troops], bound: about}, on: 2022", False),
        ("{n: 10, of: [troops]}, on: 2022", "{n: 10, of: [troops], bound: over}, on: 2022", True),
        ("{n: 10, of: [troops]}, on: 2022", "{n: 10, of: [troops], bound: under}, on: 2022", True),
        ("{n: 10, of: [troops]}, on: 2022", "{n: 10, of: [troops], bound: up-to}, on: 2022", False),
        ("{n: 11, of: [troops]}, on: 2022", "{n: 10, of: [troops], bound: up-to}, on: 2022", True),
        ("{n: 10, of: [troops], bound: up-to}, on: 2022", "{n: 20, of: [troops], bound: up-to}, on: 2022", False),
        ("{n: 500, to: 600, of: [troops]}, on: 2022", "{n: 600, of: [troops]}, on: 2022", False),
        ("{n: 500, to: 600, of: [troops]}, on: 2022", "{n: 601, of: [troops]}, on: 2022", True),
        ("{n: 500, to: 600, of: [troops]}, on: 2022", "{n: 550, to: 700, of: [troops]}, on: 2022", False),
    ],
)
def test_counts_differ_only_for_the_same_thing_on_the_same_day(one: str, other: str, expected: bool) -> None:
    made = corpus(force=f"force\nstatements:\n  a: {{strength: {one}}}\n  b: {{strength: {other}}}\n")

    assert expected is bool(differing.disputes(made))


def test_an_entity_exists_from_its_earliest_beginning_to_its_latest_end() -> None:
    begun = "  a: {founded: 2003-04-28}\n  b: {founded: 2003}\n  c: {founded: 2004}\n"
    over = "  d: {ended: 2010}\n  e: {ended: 2012-05-01}\n  f: {ended: 2012}\n  g: {ended: 2011}\n"
    begins, ends = derive.existence(corpus(body=f"organ\nstatements:\n{begun}{over}"), "body")

    assert ("2003", "2012") == (str(begins), str(ends))


def test_a_page_about_a_part_is_about_the_whole() -> None:
    made = corpus(league="organisation\n", organ="organ\npart-of: [league]\n", post="post\npart-of: [organ]\n")

    assert {"post", "organ", "league"} == derive.closure(made.entities, ["post"])


def test_a_circle_of_parts_ends() -> None:
    made = corpus(a="organ\npart-of: [b]\n", b="organ\npart-of: [a]\n")

    assert {"a", "b"} == derive.closure(made.entities, ["a"])


@pytest.mark.parametrize(
    ("statement", "sizes"),
    [
        ("signed: 1992, who: [a, b], complete: true", [2.0]),
        ("signed: 1992, who: [a, b]", []),
        ("signatories: [a, b], 'on': 1992", [2.0]),
        ("signatories: [a], 'on': 1992", []),
        ("signatories: [a], 'on': 1992, complete: true", [1.0]),
    ],
)
def test_a_set_is_counted_where_it_is_said_to_be_whole_or_is_a_list(statement: str, sizes: list[float]) -> None:
    made = corpus(pact=f"instrument\nstatements:\n  s: {{{statement}}}\n")

    assert sizes == [count.n for count in derive.typed(made.statements["pact#s"], ("states",)).counts]


def test_what_a_statement_counts_itself_the_size_of_its_set_is_not_of() -> None:
    fields = "{signed: 1992, who: [a, b, c], complete: true, counts: [{n: 2, of: [presidents]}]}"
    made = corpus(pact=f"instrument\nstatements:\n  s: {fields}\n")
    figures = derive.typed(made.statements["pact#s"], ("leaders", "presidents"))

    assert [(2.0, ("presidents",)), (3.0, ("leaders",))] == [(count.n, count.of) for count in figures.counts]


def test_the_size_of_a_complete_set_is_a_count() -> None:
    made = corpus(pact="instrument\nstatements:\n  s: {signed: 1992, who: [a, b], complete: true, articles: [4]}\n")
    figures = derive.typed(made.statements["pact#s"], ("states",))

    assert ([2.0], (4,), ["1992"]) == ([c.n for c in figures.counts], figures.articles, [str(d) for d in figures.dates])


def test_an_interval_known_to_the_day_covers_it_surely() -> None:
    made = corpus(post=posts("held-by: a, from: 2017-05-02, until: 2018-11-02"))

    assert Truth.SURELY is derive.holds_on(made, made.statements["post#h0"], date(2017, 5, 2))
    assert Truth.NEVER is derive.holds_on(made, made.statements["post#h0"], date(2017, 5, 1))


def test_an_unknown_end_is_not_an_overlap() -> None:
    made = corpus(post=posts("held-by: a, from: 2017, until: unknown", "held-by: b, from: 2018-11-02"))

    assert {} == differing.disputes(made)


def test_two_who_hold_a_post_to_this_day_are_an_overlap() -> None:
    ongoing = "until: ongoing, checked: 2026-01-01"
    made = corpus(post=posts(f"held-by: a, from: 2017, {ongoing}", f"held-by: b, from: 2018-11-02, {ongoing}"))

    assert {"post#h0", "post#h1"} == set(differing.disputes(made))


def test_a_state_ratifies_once() -> None:
    made = corpus(
        pact="instrument\nstatements:\n"
        "  early: {ratified: 1996-02-01, who: a}\n  late: {ratified: 1997-02-01, who: [a, b]}\n"
        "  other: {ratified: 1998, who: c}\n"
    )

    assert {"pact#early": ("pact#late",), "pact#late": ("pact#early",)} == differing.disputes(made)


def test_one_leaving_is_of_one_manner() -> None:
    made = corpus(
        pact="instrument\nstatements:\n"
        "  lapsed: {leaver: [a, b], as: not-prolonged, 'on': 1999-04-20}\n"
        "  left: {leaver: a, as: withdrawn, 'on': 1999}\n  suspended: {leaver: a, as: suspended, 'on': 1998}\n"
    )

    assert {"pact#lapsed": ("pact#left",), "pact#left": ("pact#lapsed",)} == differing.disputes(made)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("'on': 1992", Interval.on(Days.of(parse("1992")))),
        ("'as-of': 1992-05-15", Interval(Days(BEFORE_ALL, MAY), Days(MAY, AFTER_ALL))),
        ("from: 1992-05-15", Interval(Days(MAY, MAY), Days())),
        ("from: 1992-05-15, until: 1992-05-17", Interval(Days(MAY, MAY), Days(MAY + 1, MAY + 1))),
        ("from: 1992-05-15, through: 1992-05-17", Interval(Days(MAY, MAY), Days(MAY + 2, MAY + 2))),
        ("until: unknown", Interval(Days(), Days())),
    ],
)
def test_the_days_on_which_a_statement_holds(time: str, expected: Interval) -> None:
    made = corpus(force=f"force\nstatements:\n  s: {{strength: {{n: 3, of: [ships]}}, {time}}}\n")

    assert expected == derive.interval(made.statements["force#s"])


def test_what_has_no_time_always_holds() -> None:
    made = corpus(force="force\nstatements:\n  s: {strength: {n: 3, of: [ships]}}\n")

    assert ALWAYS == derive.interval(made.statements["force#s"])


def test_a_statement_names_its_subject_its_value_and_who_where_and_with_whom() -> None:
    made = corpus(
        pact="instrument\nstatements:\n  s: {signatories: [a, b]}\n  d: {signed: 1992, who: [c], where: d, with: [e]}\n"
    )

    assert frozenset({"pact", "a", "b"}) == derive.entities(made.statements["pact#s"])
    assert frozenset({"pact", "c", "d", "e"}) == derive.entities(made.statements["pact#d"])


def test_every_figure_of_a_statement_is_found_in_whatever_field_it_stands() -> None:
    fields = "signed: 1992, dates: [1993], counts: [{n: 3, of: [ships]}], articles: [4, 5], ordinal: 7, number: 12-A"
    figures = derive.typed(corpus(pact=f"instrument\nstatements:\n  s: {{{fields}}}\n").statements["pact#s"], ())

    assert (["1992", "1993"], ["3 ships"]) == ([str(d) for d in figures.dates], [str(c) for c in figures.counts])
    assert ((4, 5), (7,), ("12-A",)) == (figures.articles, figures.ordinals, figures.numbers)


def test_a_statement_without_figures_has_none() -> None:
    made = corpus(pact="instrument\nstatements:\n  s: {signatories: [a]}\n")

    assert derive.Figures((), (), (), (), ()) == derive.typed(made.statements["pact#s"], ())


ONGOING = "until: ongoing, checked: 2026-01-01"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (f"member: a, from: 1993, {ONGOING}", f"member: a, from: 1994, {ONGOING}", True),
        (f"member: a, from: 1993, {ONGOING}", f"member: a, from: 1993-05-02, {ONGOING}", False),
        (f"member: a, from: 1993, {ONGOING}", f"member: b, from: 1994, {ONGOING}", False),
        ("member: a, from: 1993, until: 1994", f"member: a, from: 1996, {ONGOING}", False),
    ],
)
def test_one_member_comes_once_at_a_time(one: str, other: str, expected: bool) -> None:
    assert expected is bool(differing.disputes(corpus(league=members(one, other))))


def test_one_who_came_as_two_things_is_no_dispute_where_nobody_left() -> None:
    made = corpus(
        pact="instrument\nstatements:\n  a: {signatories: [a, b], 'on': 1992}\n  b: {signatories: [a], 'on': 1992}\n"
    )
    one, other = (replace(made.statements[f"pact#{slug}"], as_=slug) for slug in "ab")

    assert not differing.differ(made, one, other)


def test_the_count_that_is_the_value_comes_before_the_others() -> None:
    made = corpus(force="force\nstatements:\n  s: {strength: {n: 3, of: [ships]}, counts: [{n: 4, of: [boats]}]}\n")

    assert [3, 4] == [count.n for count in derive.typed(made.statements["force#s"], ()).counts]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("leaver: a, as: withdrawn, 'on': 1999", "leaver: b, as: suspended, 'on': 1999", False),
        ("leaver: a, as: withdrawn, 'on': 1999", "leaver: a, as: suspended, 'on': 1999", True),
        ("signatories: [a, b], 'on': 1992, complete: true", "signatories: [a], 'on': 1992, complete: true", True),
        ("signatories: [a, b], 'on': 1992, complete: true", "signatories: [b, a], 'on': 1992, complete: true", False),
        ("signatories: [a, b], 'on': 1992, complete: true", "signatories: [a], 'on': 1993, complete: true", False),
        ("signatories: [a, b], 'on': 1992, complete: true", "signatories: [a], 'on': 1992", False),
    ],
)
def test_who_signed_or_left_on_one_day_is_one_set(one: str, other: str, expected: bool) -> None:
    made = corpus(pact=f"instrument\nstatements:\n  a: {{{one}}}\n  b: {{{other}}}\n")

    assert expected is bool(differing.disputes(made))


def test_what_is_judged_against_each_other_is_in_dispute() -> None:
    judged = "judgements:\n  - {question: q, follow: a, over: [b, c], because: the instrument says so in full}\n"
    body = "instrument\nstatements:\n  a: {signed: 2002}\n  b: {signed: 2002-10}\n  c: {in-force: 2003}\n"

    assert {"pact#a": ("pact#b", "pact#c"), "pact#b": ("pact#a", "pact#c"), "pact#c": ("pact#a", "pact#b")} == (
        differing.disputes(corpus(pact=body + judged))
    )
