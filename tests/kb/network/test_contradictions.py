"""What the ledger's dates and order words exclude, and what they leave open."""

from __future__ import annotations

import pytest

from kb.core.model import Corpus
from kb.network.build import Network, network
from kb.network.contradictions import Contradiction, contradictions, involved
from kb.rules.time.temporal_contradiction import check
from kb.run.known import start


def contradicted(corpus: Corpus) -> tuple[Contradiction, ...]:
    return start(corpus).ask(contradictions)


def networked(corpus: Corpus) -> Network:
    return start(corpus).ask(network)


def chains(corpus: Corpus) -> list[set[str]]:
    """The statements of each contradiction, without the place they are filed under."""
    return [{id.removeprefix("port#") for id in involved(each.chain)} for each in contradicted(corpus)]


HOLDS = {
    "after on the same day": {"a": "on: 2001-05-02", "b": "on: 2001-05-02, after: [a]"},
    "after within the same year": {"a": "on: 2001", "b": "on: 2001, after: [a]"},
    "before a stretch that begins that day": {"a": "from: 2001-05-02, until: 2002", "b": "on: 2001-05-02, before: [a]"},
    "after the beginning of what goes on": {
        "a": "from: 2001, until: ongoing, checked: 2020-01-01", "b": "on: 2005, after: [{than: a, side: begin}]",
    },
    "after what ended nobody knows when": {"a": "from: 2001, until: unknown", "b": "on: 2005, after: [a]"},
    "during an imprecise year, twice": {
        "a": "on: 2001", "b": "on: 2001-02-01, during: [a]", "c": "on: 2001-11-01, during: [a]",
    },
    "ten years later, about": {
        "a": "on: 1991-12", "b": "on: 2002-10-07, later: {n: 10, of: years, than: a, bound: about}",
    },
    "three weeks after": {"a": "on: 2001-05-02", "b": "on: 2001-05-23, within: {n: 3, of: weeks, after: a}"},
    "two days before": {"a": "on: 2016-10-14", "b": "on: 2016-10-12, earlier: {n: 2, of: days, than: a}"},
    "three years from January to December": {"a": "from: 2023-01-01, through: 2025-12-31, lasts: {n: 3, of: years}"},
    "the year after the end is the first day no longer": {"a": "from: 2001, until: 2004, lasts: {n: 3, of: years}"},
    "about a year, which may be the next": {"a": "on: 2001~", "b": "on: 2000, after: [a]"},
    "a decade may begin early": {"a": "on: 200X", "b": "on: 2001, after: [a]"},
}  # fmt: skip


@pytest.mark.parametrize("case", HOLDS)
def test_what_can_be_is_left_alone(records, case):
    assert [] == chains(records(**HOLDS[case]))


FAILS = {
    "after, but a day earlier": {"a": "on: 2001-05-02", "b": "on: 2001-05-01, after: [a]"},
    "after what still went on": {"a": "from: 2001, until: ongoing, checked: 2020-01-01", "b": "on: 2005, after: [a]"},
    "before, but the year after": {"a": "on: 2001", "b": "on: 2002, before: [a]"},
    "during, but later": {"a": "from: 2001, until: 2003-01-01", "b": "on: 2003-01-01, during: [a]"},
    "ten years later, in the fifth": {"a": "on: 1991", "b": "on: 1996, later: {n: 10, of: years, than: a}"},
    "ten years earlier, in the fifth": {"a": "on: 1991", "b": "on: 1986, earlier: {n: 10, of: years, than: a}"},
    "over ten years, after nine": {
        "a": "on: 1991-03", "b": "on: 2000-03, later: {n: 10, of: years, than: a, bound: over}",
    },
    "three weeks after, in the fourth": {
        "a": "on: 2001-05-02", "b": "on: 2001-05-28, within: {n: 3, of: weeks, after: a}",
    },
    "three weeks before, in the fourth": {
        "a": "on: 2001-05-28", "b": "on: 2001-05-02, within: {n: 3, of: weeks, before: a}",
    },
    "three days before, and after": {"a": "on: 2001-05-02", "b": "on: 2001-05-03, within: {n: 3, of: days, before: a}"},
    "a term of three years that took five": {"a": "from: 2001-01, through: 2006-01, lasts: {n: 3, of: years}"},
    "about a year, two years on": {"a": "on: 2002~", "b": "on: 2000, after: [a]"},
    "each after the other, a day": {
        "a": "on: 2001, later: {n: 1, of: days, than: b}", "b": "on: 2001, later: {n: 1, of: days, than: a}",
    },
    "nothing fits in between": {"a": "on: 2001", "b": "after: [a], before: [c]", "c": "on: 2000"},
}  # fmt: skip


@pytest.mark.parametrize("case", FAILS)
def test_what_cannot_be_is_found_once_with_all_that_it_rests_on(records, case):
    assert [set(FAILS[case])] == chains(records(**FAILS[case]))


def test_the_shortest_chain_is_told(records):
    corpus = records(
        a="on: 2001",
        b="after: [a]",
        c="after: [b]",
        d="after: [c], before: [e]",
        e="on: 2000",
        f="on: 1999, after: [e, a]",
    )

    assert [{"a", "f"}, {"a", "b", "c", "d", "e"}] == sorted(chains(corpus), key=len)


def test_two_faults_of_one_component_are_told_both(records):
    found = chains(
        records(a="on: 2001", b="on: 2000, after: [a]", c="on: 2003", d="on: 2002, after: [c]", e="after: [a, c]")
    )

    assert [{"a", "b"}, {"c", "d"}] == sorted(found, key=sorted)


def test_the_blame_is_on_what_all_faults_share(records):
    corpus = records(a="on: 2009", b="on: 2000, after: [a]", c="on: 1999, after: [a]", d="on: 2001")

    assert ["port#a"] == [each.blamed for each in contradicted(corpus)]


def test_a_statement_that_is_overruled_takes_no_part(records):
    judgement = "judgements:\n  - {question: when, follow: b, over: [a], because: it is nearer}\n"

    assert [] == chains(records(a="on: 2001", b="on: 2000", c="on: 2000, after: [a]", judgement=judgement))


def test_statements_that_are_left_open_do_not_constrain_each_other(records):
    judgement = "judgements:\n  - {question: when, open: [a, b], because: both are good}\n"
    fields = {"a": "on: 2001", "b": "on: 2003", "c": "after: [b], before: [a]"}

    assert [set(fields)] == chains(records(**fields))
    assert [] == chains(records(**fields, judgement=judgement))


def test_either_of_what_is_left_open_constrains_the_rest(records):
    judgement = "judgements:\n  - {question: when, open: [a, b], because: both are good}\n"

    assert [{"a", "c"}] == chains(records(a="on: 2001", b="on: 2003", c="on: 2000, after: [a]", judgement=judgement))


def test_a_dispute_with_too_many_readings_is_given_up_and_said(records):
    slugs = [f"s{n}" for n in range(30)]
    judgement = f"judgements:\n  - {{question: when, open: [{', '.join(slugs)}], because: all are good}}\n"
    fields = {slug: f"on: {2000 - n}, after: [{', '.join(slugs[:n])}]" for n, slug in enumerate(slugs)}
    fields["s0"] = "on: 2000"
    found = list(start(records(**fields, judgement=judgement)).call(check, {}))

    assert ["too much in dispute hangs together here to try every reading of dates and order"] == [
        f.text for f in found
    ]


def test_an_event_lies_within_the_event_it_is_part_of(ledger):
    whole = "event\nstatements:\n  held: {took-place: 2001-06-01/2001-06-05}"
    inside = "event\npart-of: [summit]\nstatements:\n  held: {took-place: 2001-06-05}"

    assert [] == list(contradicted(ledger(summit=whole, parade=inside)))
    assert 1 == len(list(contradicted(ledger(summit=whole, parade=inside.replace("06-05", "06-06")))))


def test_nobody_acts_before_what_must_come_first(ledger):
    """The pact is signed in a year that its party is only known to follow through another statement."""
    union = "organisation\nstatements:\n  founded: {founded: 2001, after: [war]}\n  war: {records: war, on: 2001-11}"
    pact = "instrument\nstatements:\n  signed: {signed: 2001-05, who: [union]}"

    found = [each.blamed for each in contradicted(ledger(union=union, pact=pact))]

    assert 1 == len(found)


def test_two_dates_that_another_rule_compares_are_not_told_twice(ledger):
    pact = "instrument\nstatements:\n  signed: {signed: 2001}\n  in-force: {in-force: 2000}"
    post = "post\nstatements:\n  a: {held-by: port, from: 2001, until: 2000}"

    assert [] == list(contradicted(ledger(pact=pact, secretary=post, port="person")))


def test_an_entity_stands_for_the_day_it_came_about(ledger):
    pact = "instrument\nstatements:\n  signed: {signed: 2001-05-02}"
    port = "place\nstatements:\n  a: {{records: a dinner, on: {}, after: [pact]}}"

    assert [] == list(contradicted(ledger(pact=pact, port=port.format("2001-05-02"))))
    assert 1 == len(list(contradicted(ledger(pact=pact, port=port.format("2001-05-01")))))


def test_what_its_dates_already_hold_is_in_no_component(records):
    assert () == networked(records(a="on: 2001", b="on: 2002, after: [a]", c="on: 2003")).components


def test_a_finding_names_the_date_the_order_word_and_the_other_place(records):
    (found,) = start(records(a="on: 2001-05-02", b="on: 2001-05-01, after: [a]")).call(check, {})

    assert ("port#b", 6) == (found.statement, found.mark.line)
    assert [6, 5] == [mark.line for mark in found.compare]
    assert found.text.startswith("these cannot all be so, by 1 day: ")
    assert {"port#a is dated 2001-05-02", "port#b is after port#a", "port#b is dated 2001-05-01"} == set(found.seen)


@pytest.mark.parametrize(
    "field",
    [
        "later: [a]",
        "later: {n: 10, of: years}",
        "later: {n: ten, of: years, than: a}",
        "later: {n: 0, of: years, than: a}",
        "later: {n: 10, of: yaers, than: a}",
        "later: {n: 10, of: years, than: a, bound: roughly}",
        "later: {n: 10, of: years, than: a, side: middle}",
        "within: {n: 3, of: weeks}",
        "within: {n: 3, of: weeks, after: a, before: a}",
        "within: {n: 3, of: weeks, after: a, bound: over}",
        "lasts: {n: 3, of: years, than: a}",
        "after: {id: a}",
        "after: [[a]]",
        "during: ''",
    ],
)
def test_an_order_word_of_the_wrong_form_is_a_finding(records, field):
    corpus = records(faults=True, a="on: 2001", b=f"on: 2011, {field}")

    assert {"schema"} == {fault.rule for fault in corpus.faults}
    assert {6} == {fault.mark.line for fault in corpus.faults}
    assert [] == list(contradicted(corpus))
