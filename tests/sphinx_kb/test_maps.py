"""Maps: who is drawn how on which day, that states compare as they do on the ground, and a page of any day."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from itertools import combinations
from math import radians, sin
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as some

from kb.core.mark import Mark
from kb.core.model import Asked, Corpus
from kb.core.told import told
from kb.load.corpus import load
from sphinx_kb.any_day import AnyDay
from sphinx_kb.charts import KINDS, OF_A_DAY, svg
from sphinx_kb.charts.labels import HIGH, Room, labels
from sphinx_kb.charts.outlines import FILE, Place, Ring, outlines
from sphinx_kb.charts.pins import around, pinned
from sphinx_kb.charts.projection import Point, Projection, path
from sphinx_kb.charts.scene import LETTER, PAPER, WIDE, NothingToDraw, Scene, Shape
from sphinx_typst.pictures import DRAWN

Build = Callable[..., Any]
TODAY = date(2020, 1, 1)
CODES = {"arvenia": "ARM", "boreland": "BLR", "corvia": "GEO"}
DISPUTED = {"UKR": (33.6, 44.8), "GEO": (41.1, 43.05), "MDA": (29.6, 46.9), "AZE": (46.75, 39.8), "CYP": (33.3, 35.3)}
"""A place in Crimea, Abkhazia, Transnistria, Karabakh and the north of Cyprus, with the state that it is counted to."""
HEAD = "---\norphan: true\n---\n\n# Who\n\n"
MAP = HEAD + "```{{kb:chart}} map\n:title: The league\n{0}league\n```\n"
DAY = HEAD + "```{kb:day}\n:title: The league\n:exist: force\nleague\n```\n"


@pytest.fixture(name="drawn")
def _drawn(root: Path) -> Path:
    """The small corpus, its states on the globe."""
    for id, code in CODES.items():
        file = root / f"docs/facts/{id}.yaml"
        file.write_text(f"{file.read_text('utf-8').rstrip()}\nids: {{iso-3166: {code}}}\n", "utf-8")
    return root


def looks(scene: Scene) -> dict[str, str]:
    return {mark.of: mark.shapes[0].look for mark in scene.marks}


def known(root: Path) -> Corpus:
    return load(root, TODAY)


def test_who_belongs_today_is_drawn_and_leads_to_the_statement(drawn: Path) -> None:
    scene = KINDS["map"](known(drawn), ["league"], WIDE)

    assert {"arvenia": "area-1", "boreland": "area-1"} == looks(scene)
    assert ["league#arvenia", "league#boreland"] == [mark.statement for mark in scene.marks]
    assert ["league#arvenia", "league#boreland"] == [row[2].statement for row in scene.rows]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1994, 1, 31), ["arvenia", "boreland"]),
        (date(1994, 2, 1), ["arvenia", "boreland", "corvia"]),
        (date(1999, 4, 1), ["arvenia", "boreland", "corvia"]),
        (date(1999, 4, 2), ["arvenia", "boreland"]),
        (date(1990, 6, 2), []),
    ],
)
def test_a_day_that_is_named_is_drawn(drawn: Path, day: date, expected: list[str]) -> None:
    assert expected == [*looks(OF_A_DAY["map"](known(drawn), ["league"], WIDE, day))]


def test_who_may_have_belonged_is_pale(drawn: Path) -> None:
    league = drawn / "docs/facts/league.yaml"
    league.write_text(league.read_text("utf-8").replace("from: 1994-02-01", "from: 1994"), "utf-8")

    assert "faint-1" == looks(OF_A_DAY["map"](known(drawn), ["league"], WIDE, date(1994, 3, 1)))["corvia"]


def test_the_map_lies_where_it_lay_on_another_day(drawn: Path) -> None:
    one, other = (OF_A_DAY["map"](known(drawn), ["league"], WIDE, date(year, 1, 1)) for year in (1995, 2005))

    assert one.height == other.height
    assert one.marks[0].shapes == other.marks[0].shapes


def test_a_statement_that_is_named_is_marked_on_the_state_that_it_names(drawn: Path) -> None:
    *_, mark = KINDS["map"](known(drawn), ["league", "league#corvia"], WIDE).marks

    assert ("league#corvia", "corvia", "point") == (mark.statement, mark.of, mark.shapes[-1].look)


@pytest.mark.parametrize(
    ("state", "width", "expected"),
    [
        (Room(10, 10, 80, 60), 400, Room(37, 27, 53, 43)),
        (Room(10, 10, 22, 60), 400, Room(30, 27, 46, 43)),
        (Room(380, 10, 395, 60), 400, Room(356, 27, 372, 43)),
    ],
    ids=["on a state with room", "beside a small one", "left of one at the edge"],
)
def test_a_mark_does_not_cover_what_it_marks(state: Room, width: float, expected: Room) -> None:
    found = around(state, width)
    *leader, mark = pinned(state, width)

    assert expected == found
    assert ["edge"] * (not found.holds(state.middle)) == [shape.look for shape in leader]
    assert "point" == mark.look


def test_on_paper_the_largest_state_is_cut_off_for_the_sake_of_the_others(drawn: Path) -> None:
    """And the picture says so; a state that would not be seen at all is not the largest by enough to be left out."""
    file = drawn / "docs/facts/boreland.yaml"
    far = KINDS["map"](known(drawn), ["league"], PAPER)
    file.write_text(file.read_text("utf-8").replace("BLR", "RUS"), "utf-8")
    paper, wide = (KINDS["map"](known(drawn), ["league", "league#corvia"], sheet) for sheet in (PAPER, WIDE))

    assert paper.height < wide.height
    assert ["Boreland is drawn in part"] == [found for found in said(paper) if "in part" in found]
    assert [] == [found for found in [*said(wide), *said(far)] if "in part" in found]


def said(scene: Scene) -> list[str]:
    """The sentences that stand below a picture."""
    return " ".join(shape.words for shape in scene.ground if shape.look == "axis").split(". ")


def test_on_paper_the_words_of_the_table_stand_beside_the_map_once(drawn: Path) -> None:
    scene = KINDS["map"](known(drawn), ["league", "league#corvia"], PAPER)
    told = [shape for shape in scene.ground if shape.look in {"title", "words"} and float(dict(shape.at)["x"]) > 340]
    lines = " ".join(shape.words for shape in told)

    assert [1, 1] == [lines.count(each) for each in ("Arvenia", "Boreland")]
    assert sorted(float(dict(shape.at)["y"]) for shape in told) == [float(dict(shape.at)["y"]) for shape in told]
    assert all(float(dict(shape.at)["y"]) < scene.height for shape in told)


def test_nobody_without_an_outline_can_be_drawn(root: Path) -> None:
    with pytest.raises(NothingToDraw, match="has an outline, which is found by the identifier 'iso-3166'"):
        KINDS["map"](known(root), ["league"])


def test_a_statement_that_names_no_state_of_the_map_cannot_be_marked(drawn: Path) -> None:
    with pytest.raises(NothingToDraw, match="names no state of the map"):
        KINDS["map"](known(drawn), ["league", "harbour-treaty#open-harbours"], WIDE)


def test_every_look_has_a_colour_on_paper_and_the_source_stands_below(drawn: Path) -> None:
    printed = BeautifulSoup(svg.printed(KINDS["map"](known(drawn), ["league"], WIDE)), "xml")

    assert {tag.name for tag in printed.find_all()} <= DRAWN
    assert "Natural Earth" in printed.get_text()


def test_the_outlines_are_small_and_every_state_has_one() -> None:
    assert FILE.stat().st_size < 100_000
    assert all(len(ring) > 2 for rings in outlines().states.values() for ring in rings)


@pytest.mark.parametrize(("state", "place"), DISPUTED.items())
def test_what_is_disputed_lies_where_the_united_nations_count_it_to(state: str, place: Place) -> None:
    assert [state] == [code for code, rings in outlines().states.items() if any(lies_in(place, r) for r in rings)]


def lies_in(place: Place, ring: Ring) -> bool:
    """Does a line from the place to the right cross the ring an odd number of times?"""
    (x, y), crossed = place, False
    for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            crossed = not crossed
    return crossed


def size(ring: list[Point]) -> float:
    return abs(sum(a * d - c * b for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


@given(some.integers(-170, 160), some.integers(-60, 60))
def test_what_is_as_large_on_the_globe_is_as_large_on_the_map(east: int, north: int) -> None:
    patches = [((east, low), (east, low + 1), (east + 1, low + 1), (east + 1, low)) for low in (north, north + 20)]
    projection = Projection(tuple((patch,) for patch in patches))
    on_globe = [sin(radians(patch[1][1])) - sin(radians(patch[0][1])) for patch in patches]
    on_map = [size([point for place in patch if (point := projection.at(place))]) for patch in patches]

    assert on_map[0] / on_map[1] == pytest.approx(on_globe[0] / on_globe[1], rel=0.01)


@given(some.sampled_from(sorted(outlines().states)))
def test_a_state_alone_fills_the_picture_and_does_not_leave_it(code: str) -> None:
    projection = Projection((outlines().states[code],))
    points = [point for ring in projection.drawn(outlines().states[code]) for point in ring]

    assert WIDE.width * 0.9 < max(x for x, _ in points) - min(x for x, _ in points) <= WIDE.width
    assert all(0 <= y <= projection.bottom for _, y in points)


def test_what_lies_behind_the_globe_is_not_drawn() -> None:
    projection = Projection((outlines().states["ARM"],))

    assert [] == [*projection.drawn(outlines().states["NZL"])]


def test_a_path_goes_step_by_step_and_comes_back() -> None:
    assert "M0 0l0 10.5 .5 0 0-10.5z" == path([[(0, 0), (0, 10.5), (0.5, 10.5), (0.5, 0), (0.5, 0.01)]])


NAMES = some.text("ab ", min_size=1, max_size=20)


@given(some.lists(some.tuples(NAMES, some.lists(some.tuples(some.floats(0, 700), some.floats(0, 500)), min_size=1))))
def test_no_name_stands_on_another_or_leaves_the_picture(named: list[tuple[str, list[Point]]]) -> None:
    rooms = [room(shape) for shape in labels((name, Room.of(points)) for name, points in named)]

    assert all(0 <= left and right <= WIDE.width + 0.2 for left, right, _ in rooms)
    for (left, right, y), (other_left, other_right, other_y) in combinations(rooms, 2):
        assert abs(y - other_y) >= HIGH - 0.2 or right <= other_left + 0.2 or other_right <= left + 0.2


def room(shape: Shape) -> tuple[float, float, float]:
    """From where to where a name stands, and on which line."""
    at, wide = dict(shape.at), LETTER * len(shape.words)
    left = float(at["x"]) - {"start": 0.0, "middle": wide / 2, "end": wide}[at["text-anchor"]]
    return left, left + wide, float(at["y"])


def test_rows_tell_when_they_held_and_the_script_which_hold_in_each_period(drawn: Path) -> None:
    day = AnyDay(known(drawn), ["league"], ["force"])
    written = json.loads(day.script().removeprefix("window.kbDays = ").rstrip(";\n"))
    corvia = next(n for n, row in enumerate(day.rows) if row.told == "Corvia")

    assert "from 1 February 1994 through 1 April 1999" == day.when(corvia)
    assert "from 3 June 1990" == day.when(0)
    assert ["Members", "Posts", "Instruments in force"] == [section.title for section in day.sections][:3]
    assert "1990-06-03" == written["periods"][0]["first"]
    held = [(each["first"], corvia in each["surely"], each["map"]["corvia"][0]) for each in written["periods"]]
    assert ("1994-02-01", True, "area-1") in held
    assert ("1999-04-02", False, "land") in held


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("map league @ 1995-01-01", ["arvenia", "boreland", "corvia"]),
        ("map league", ["arvenia", "boreland"]),
        ("map league league#corvia", ["arvenia", "boreland", "corvia"]),
        ("spans league @ 2005-01-01", ["arvenia", "boreland", "corvia"]),
    ],
)
def test_the_checker_knows_what_a_map_shows(root: Path, asked: str, expected: list[str]) -> None:
    shown = told(Asked("kb:chart", asked, Mark("docs/who.md")), known(root))

    assert [f"league#{id}" for id in expected] == [statement.id for statement in shown]


def test_a_page_has_the_map_of_a_day(drawn: Path, build: Build) -> None:
    site = build({"docs/topic/who.md": MAP.format(":on: 1995-01-01\n")})
    page = site.page("topic/who")

    assert "" == site.warnings
    assert ["arvenia", "boreland", "corvia"] == [mark["data-of"] for mark in page.select("svg.kb-wide a.kc-mark")]
    assert "Corvia" in page.select_one("details table").get_text()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (MAP.format(":on: 1995-13-01\n"), "'1995-13-01' is not a day"),
        (MAP.replace("} map", "} spans").format(":on: 1995-01-01\n"), "'spans' shows all of time, and no day"),
        (DAY.replace("force", "fleets"), "the ledger knows no body or kind 'fleets'"),
        (DAY.replace("\nleague", "\nselin"), "nobody who belongs to selin has an outline"),
    ],
)
def test_what_cannot_be_shown_is_a_warning(drawn: Path, build: Build, text: str, why: str) -> None:
    assert why in build({"docs/topic/who.md": text}).warnings


def test_a_page_of_any_day_has_tables_of_all_time_and_loads_its_script(drawn: Path, build: Build) -> None:
    site = build({"docs/topic/who.md": DAY})
    page = site.page("topic/who")
    rows = [row for row in page.select(".kb-day tr") if row.get("id", "").startswith("day-")]

    assert "" == site.warnings
    assert [f"day-{n}" for n in range(len(rows))] == [row["id"] for row in rows]
    assert ["arvenia", "boreland", "corvia"] == [mark["data-of"] for mark in page.select("svg.kb-wide a.kc-mark")]
    loaded = [script["src"].partition("?")[0] for script in page.select("script[src]")]
    assert ["../_static/day-topic-who.js", "../_static/day.js"] == loaded[-2:]
    assert (site.place / "_static/day-topic-who.js").read_text("utf-8").startswith("window.kbDays = {")
    assert not any("day" in script["src"] for script in site.page("index").select("script[src]"))
