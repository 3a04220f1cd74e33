"""The solver against one that tries every day: what is contradictory, and why."""

from __future__ import annotations

from itertools import permutations, product
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from kb.network.constraints import Constraint
from kb.network.plain import is_plain
from kb.network.points import ORIGIN, Point
from kb.network.solve import Graph, contradiction, earliest, graph, latest

DAYS = range(1, 6)
POINTS = tuple(Point(f"s#{name}") for name in "abcd")


def bounds(draw: st.DrawFn) -> list[Constraint]:
    """Every point lies on one of the few days that brute force tries."""
    found = []
    for point in POINTS:
        first = draw(st.sampled_from(DAYS))
        last = draw(st.integers(first, DAYS[-1]))
        found += [
            Constraint(ORIGIN, point, last, "last", point.id),
            Constraint(point, ORIGIN, -first, "first", point.id),
        ]
    return found


@st.composite
def networks(draw: st.DrawFn) -> list[Constraint]:
    """Windows for all points, and a few distances between them."""
    pair = st.tuples(st.sampled_from(POINTS), st.sampled_from(POINTS)).filter(lambda two: two[0] != two[1])
    distances = draw(st.lists(st.tuples(pair, st.integers(-4, 4)), max_size=6))
    return [*bounds(draw), *(Constraint(one, other, days, "says", one.id) for (one, other), days in distances)]


def answers(constraints: list[Constraint]) -> list[dict[Point, int]]:
    """Every way to put the points on days that satisfies all constraints."""
    tried = ({ORIGIN: 0, **dict(zip(POINTS, days, strict=True))} for days in product(DAYS, repeat=len(POINTS)))
    return [day for day in tried if all(day[each.target] - day[each.source] <= each.days for each in constraints)]


@given(networks())
def test_what_has_no_answer_is_a_contradiction_and_nothing_else_is(constraints):
    assert (not answers(constraints)) == (contradiction(constraints) is not None)


@given(networks())
def test_a_contradiction_is_a_closed_chain_that_takes_less_than_no_time(constraints):
    chain = contradiction(constraints)

    for constraint, following in zip(chain or (), (chain or ())[1:] + (chain or ())[:1], strict=True):
        assert constraint.target == following.source
        assert constraint in constraints
    assert chain is None or sum(constraint.days for constraint in chain) < 0


@given(networks())
def test_without_any_one_link_of_the_chain_the_others_hold(constraints):
    chain = contradiction(constraints) or ()

    for constraint in chain:
        assert contradiction([each for each in chain if each != constraint]) is None


@given(networks())
def test_no_contradiction_has_fewer_constraints(constraints):
    away = graph(constraints)
    circles = [way for n in range(2, 6) for way in permutations((ORIGIN, *POINTS), n)]
    sizes = [len(way) for way in circles if _length(away, way) < 0]

    assert min(sizes, default=0) == len(contradiction(constraints) or ())


def _length(away: Graph, way: tuple[Point, ...]) -> float:
    """The days of a way round; endless where it has a gap."""
    steps = zip(way, way[1:] + way[:1], strict=True)
    return sum(away[one][other].days if other in away.get(one, {}) else inf for one, other in steps)


@given(networks())
def test_the_first_and_last_day_are_those_of_some_answer(constraints):
    found = answers(constraints)

    if found:
        for point in POINTS:
            assert min(day[point] for day in found) == (earliest(constraints, point) or (None,))[0]
            assert max(day[point] for day in found) == (latest(constraints, point) or (None,))[0]


@given(networks())
def test_what_binds_a_day_is_a_chain_to_it(constraints):
    if answers(constraints):
        for point in POINTS:
            day, chain = latest(constraints, point) or (0, ())

            assert sum(constraint.days for constraint in chain) == day
            assert (ORIGIN, point) == (chain[0].source, chain[-1].target)


@given(networks())
def test_what_looks_plain_holds(constraints):
    assert not is_plain(constraints) or answers(constraints)


def test_a_point_that_nobody_dates_is_bound_by_nobody():
    loose = [Constraint(POINTS[0], POINTS[1], 3, "says", "s#a")]

    assert earliest(loose, POINTS[0]) is None
    assert latest(loose, POINTS[1]) is None


def test_order_words_alone_can_go_round_in_a_circle():
    circle = [
        Constraint(POINTS[0], POINTS[1], 0, "before", "s#b"),
        Constraint(POINTS[1], POINTS[0], -1, "a day later", "s#b"),
    ]

    assert set(circle) == set(contradiction(circle) or ())


def test_of_two_ways_to_one_day_the_one_of_fewest_constraints_is_told():
    a, b = POINTS[:2]
    direct = Constraint(ORIGIN, b, 5, "last", "s#b")
    detour = [Constraint(ORIGIN, a, 2, "last", "s#a"), Constraint(a, b, 3, "says", "s#b")]

    assert latest([*detour, direct], b) == latest([direct, *detour], b) == (5, (direct,))


def test_of_two_constraints_between_the_same_points_the_tighter_counts():
    loose, tight = (Constraint(ORIGIN, POINTS[0], days, "last", "s#a") for days in (9, 4))

    assert latest([loose, tight], POINTS[0]) == latest([tight, loose], POINTS[0]) == (4, (tight,))


def test_beside_a_contradiction_that_can_be_reached_nothing_is_bound():
    a, b, c = POINTS[:3]
    circle = [Constraint(a, b, 0, "before", "s#b"), Constraint(b, a, -1, "a day later", "s#b")]
    dated = [Constraint(ORIGIN, a, 5, "last", "s#a"), Constraint(ORIGIN, c, 5, "last", "s#c")]

    assert latest([*circle, *dated], c) is None
    assert latest([*circle, dated[1]], c) == (5, (dated[1],))


def test_where_nothing_is_linked_nothing_is_contradicted():
    assert contradiction([]) is None
