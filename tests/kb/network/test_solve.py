"""The solver against one that tries every day: what is contradictory, and why."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from networkx import simple_cycles

from kb.network.links import Link
from kb.network.plain import is_plain
from kb.network.points import ORIGIN, Point
from kb.network.solve import contradiction, earliest, graph, latest

DAYS = range(1, 6)
POINTS = tuple(Point(f"s#{name}") for name in "abcd")


def windows(draw: st.DrawFn) -> list[Link]:
    """Every point lies on one of the few days that brute force tries."""
    found = []
    for point in POINTS:
        first = draw(st.sampled_from(DAYS))
        last = draw(st.integers(first, DAYS[-1]))
        found += [Link(ORIGIN, point, last, "last", point.id), Link(point, ORIGIN, -first, "first", point.id)]
    return found


@st.composite
def networks(draw: st.DrawFn) -> list[Link]:
    """Windows for all points, and a few distances between them."""
    pair = st.tuples(st.sampled_from(POINTS), st.sampled_from(POINTS)).filter(lambda two: two[0] != two[1])
    distances = draw(st.lists(st.tuples(pair, st.integers(-4, 4)), max_size=6))
    return [*windows(draw), *(Link(one, other, days, "says", one.id) for (one, other), days in distances)]


def answers(links: list[Link]) -> list[dict[Point, int]]:
    """Every way to put the points on days that satisfies all links."""
    tried = ({ORIGIN: 0, **dict(zip(POINTS, days, strict=True))} for days in product(DAYS, repeat=len(POINTS)))
    return [day for day in tried if all(day[link.target] - day[link.source] <= link.days for link in links)]


@given(networks())
def test_what_has_no_answer_is_a_contradiction_and_nothing_else_is(links):
    assert (not answers(links)) == (contradiction(links) is not None)


@given(networks())
def test_a_contradiction_is_a_closed_chain_that_takes_less_than_no_time(links):
    chain = contradiction(links)

    for link, following in zip(chain or (), (chain or ())[1:] + (chain or ())[:1], strict=True):
        assert link.target == following.source
        assert link in links
    assert chain is None or sum(link.days for link in chain) < 0


@given(networks())
def test_without_any_one_link_of_the_chain_the_others_hold(links):
    chain = contradiction(links) or ()

    for link in chain:
        assert contradiction([each for each in chain if each != link]) is None


@given(networks())
def test_no_contradiction_has_fewer_links(links):
    edges = graph(links).edges
    circles = [list(zip(circle, circle[1:] + circle[:1], strict=True)) for circle in simple_cycles(graph(links))]
    sizes = [len(circle) for circle in circles if sum(edges[pair]["link"].days for pair in circle) < 0]

    assert min(sizes, default=0) == len(contradiction(links) or ())


@given(networks())
def test_the_first_and_last_day_are_those_of_some_answer(links):
    found = answers(links)

    if found:
        for point in POINTS:
            assert min(day[point] for day in found) == (earliest(links, point) or (None,))[0]
            assert max(day[point] for day in found) == (latest(links, point) or (None,))[0]


@given(networks())
def test_what_binds_a_day_is_a_chain_to_it(links):
    if answers(links):
        for point in POINTS:
            day, chain = latest(links, point) or (0, ())

            assert sum(link.days for link in chain) == day
            assert (ORIGIN, point) == (chain[0].source, chain[-1].target)


@given(networks())
def test_what_looks_plain_holds(links):
    assert not is_plain(links) or answers(links)


def test_a_point_that_nobody_dates_is_bound_by_nobody():
    loose = [Link(POINTS[0], POINTS[1], 3, "says", "s#a")]

    assert earliest(loose, POINTS[0]) is None
    assert latest(loose, POINTS[1]) is None


def test_order_words_alone_can_go_round_in_a_circle():
    circle = [Link(POINTS[0], POINTS[1], 0, "before", "s#b"), Link(POINTS[1], POINTS[0], -1, "a day later", "s#b")]

    assert set(circle) == set(contradiction(circle) or ())
