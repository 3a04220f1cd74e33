"""Pictures made from the ledger: what stands where, that each mark leads to its statement, and what cannot be drawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as some

from kb.core.model import Corpus
from kb.load.corpus import load
from sphinx_kb.charts import KINDS, svg
from sphinx_kb.charts.axis import Scale, Years
from sphinx_kb.charts.events import lanes
from sphinx_kb.charts.scene import WIDE, Drawn, NothingToDraw, Scene, key
from sphinx_typst.pictures import DRAWN

Build = Callable[..., Any]
TODAY = date(2020, 1, 1)
CHART = "# Who\n\n```{{kb:chart}} {0}\n:title: The league\n{1}\n```\n"
FLEET = """id: fleet
kind: force
names: {en: [League fleet, the fleet]}
part-of: [league]
statements:
  sailors-2001:
    strength: {n: 300, of: [sailors, people]}
    on: 2001
    evidence: [{by: League2006history, at: ¶ 6, quote: 300 people in 2001, seen: full}]
  sailors-2004:
    strength: {n: 500, of: [sailors, people], bound: about}
    on: 2004-05
    evidence: [{by: League2006history, at: ¶ 6, quote: about 500 people in May 2004, seen: full}]
  sailors-2004-gazette:
    strength: {n: 800, of: [sailors, people]}
    on: 2004-05
    evidence: [{by: Gazette1994corvia, at: ¶ 6, quote: 800 people in May 2004, seen: full}]
judgements:
  - question: How many sailors were there in May 2004?
    follow: sailors-2004
    over: [sailors-2004-gazette]
    because: The gazette is older than the day that it speaks of.
"""
GALE = """id: gale-{0}
kind: event
names: {{en: [Gale-{0}]}}
part-of: [fleet]
statements:
  held:
    took-place: {0}-06-01/{0}-06-03
    where: {1}
    evidence: [{{by: League2006history, at: ¶ 7, quote: on 1 to 3 June {0}, seen: full}}]
"""


def corpus(root: Path, **files: str) -> Corpus:
    for name, text in files.items():
        (root / f"docs/facts/{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return load(root, TODAY)


def told(scene: Scene) -> list[str]:
    return [mark.told for mark in scene.marks]


def at(mark: Drawn, name: str) -> float:
    return float(dict(mark.shapes[0].at)[name])


def words(scene: Scene, look: str) -> list[str]:
    shapes = [*scene.ground, *(shape for mark in scene.marks for shape in mark.shapes)]
    return [shape.words for shape in shapes if shape.look == look]


def test_a_row_for_each_member_the_first_comer_first(root: Path) -> None:
    scene = KINDS["spans"](corpus(root), ["league"], WIDE)

    assert ["Arvenia", "Boreland", "Corvia"] == words(scene, "name")
    assert [cell.statement for row in scene.rows for cell in row if cell.statement] == [
        "league#arvenia",
        "league#boreland",
        "league#corvia",
    ]


def test_a_bar_goes_from_the_first_day_to_the_last_and_what_is_ongoing_to_today(root: Path) -> None:
    arvenia, _, corvia = KINDS["spans"](corpus(root), ["league"], WIDE).marks
    years = Years(date(1990, 1, 1), TODAY)

    assert at(corvia, "x") == pytest.approx(years.at(date(1994, 2, 1).toordinal()), abs=0.1)
    assert at(corvia, "x") + at(corvia, "width") == pytest.approx(years.at(date(1999, 4, 2).toordinal()), abs=0.2)
    assert at(arvenia, "x") + at(arvenia, "width") == pytest.approx(years.at(TODAY.toordinal() + 1), abs=0.2)


def test_what_is_not_known_to_the_day_is_pale(root: Path) -> None:
    league = (root / "docs/facts/league.yaml").read_text("utf-8").replace("from: 1994-02-01", "from: 1994")
    *_, corvia = KINDS["spans"](corpus(root, league=league), ["league"], WIDE).marks

    assert ["fill-1", "pale-1"] == sorted(shape.look for shape in corvia.shapes)


def test_one_who_holds_a_post_until_nobody_knows_when_held_it_no_longer_than_to_the_next(root: Path) -> None:
    post = (root / "docs/facts/secretary.yaml").read_text("utf-8").replace("through: 2005-12-31", "until: unknown")
    voss, rask = KINDS["spans"](corpus(root, secretary=post), ["secretary"], WIDE).marks

    (pale,) = [dict(shape.at) for shape in voss.shapes if shape.look == "pale-1"]
    assert float(pale["x"]) + float(pale["width"]) == pytest.approx(at(rask, "x"), abs=0.2)


def test_bodies_side_by_side_have_a_key_and_one_alone_has_none(root: Path) -> None:
    known = corpus(root)

    assert [] == words(KINDS["spans"](known, ["league"], WIDE), "words")
    assert ["League of the Straits", "Secretary of the League"] == words(
        KINDS["spans"](known, ["league", "secretary"], WIDE), "words"
    )


def test_a_day_that_is_named_stands_on_the_row_of_whom_it_names(root: Path) -> None:
    scene = KINDS["spans"](corpus(root), ["league", "harbour-treaty#signed-1990"], WIDE)

    assert "Harbour Treaty is signed, 3 June 1990" == told(scene)[-1]
    assert "point" == scene.marks[-1].shapes[0].look


@pytest.mark.parametrize(
    ("kind", "ids", "why"),
    [
        ("spans", ["harbour-treaty"], "the ledger knows nobody who belongs to or holds harbour-treaty"),
        ("spans", ["league", "harbour-treaty#open-harbours"], "'harbour-treaty#open-harbours' has no day"),
        ("numbers", ["league"], "the ledger has no dated number of league"),
        ("events", ["selin"], "the ledger has no dated event that is, or is part of, selin"),
    ],
)
def test_what_cannot_be_drawn_says_why(root: Path, kind: str, ids: list[str], why: str) -> None:
    with pytest.raises(NothingToDraw, match=why):
        KINDS[kind](corpus(root), ids, WIDE)


def test_numbers_stand_above_their_years_the_doubtful_hollow_and_the_overruled_pale(root: Path) -> None:
    scene = KINDS["numbers"](corpus(root, fleet=FLEET), ["fleet"], WIDE)

    assert ["fill-1", "ring-1", "pale-1"] == [mark.shapes[0].look for mark in scene.marks]
    assert ["300", "500", "800"] == words(scene, "number")
    assert ["League fleet: sailors"] == words(scene, "title")
    assert at(scene.marks[0], "cy") > at(scene.marks[1], "cy") > at(scene.marks[2], "cy")
    assert [row[1].text for row in scene.rows] == ["300 sailors", "about 500 sailors", "800 sailors"]


def test_events_have_a_row_for_each_place(root: Path) -> None:
    gales = {"gale_2001": GALE.format(2001, "corvia"), "gale_2002": GALE.format(2002, "arvenia")}
    scene = KINDS["events"](corpus(root, fleet=FLEET, **gales), ["fleet"], WIDE)

    assert ["Arvenia", "Corvia"] == words(scene, "name")
    assert ["Gale-2002, Arvenia, 1–3 June 2002", "Gale-2001, Corvia, 1–3 June 2001"] == told(scene)
    assert at(scene.marks[0], "cx") > at(scene.marks[1], "cx")


@given(some.lists(some.tuples(some.floats(0, 700), some.floats(4, 9)), max_size=40))
def test_no_two_marks_of_a_lane_touch(marks: list[tuple[float, float]]) -> None:
    marks.sort()
    found = lanes(marks)

    for lane in set(found):
        row = [mark for mark, one in zip(marks, found, strict=True) if one == lane]
        assert all(a + b < c - d for (a, b), (c, d) in pairwise(row))


@given(some.dates(date(1900, 1, 1), date(2100, 1, 1)), some.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_later_day_lies_further_to_the_right(one: date, other: date) -> None:
    years = Years.of([one.toordinal(), other.toordinal()], TODAY)
    earlier, later = sorted((one.toordinal(), other.toordinal()))

    assert 0 <= years.at(earlier) <= years.at(later) <= WIDE.width


@given(some.floats(0.5, 1e7), some.floats(0, 1))
def test_a_larger_number_lies_higher_and_none_leaves_the_panel(largest: float, part: float) -> None:
    scale = Scale.of(largest, 20, 120)

    assert 20 <= scale.at(largest) <= scale.at(largest * part) <= 120


@given(some.lists(some.text("abc ", min_size=1, max_size=40), min_size=2, max_size=12))
def test_no_part_of_a_key_leaves_the_picture(items: list[str]) -> None:
    shapes, _ = key([("fill-1", item) for item in items])

    assert all(float(dict(shape.at).get("x", dict(shape.at).get("cx", 0))) <= WIDE.width for shape in shapes)


def test_every_look_has_a_colour_on_paper_and_nothing_is_drawn_that_may_not_be(root: Path) -> None:
    gales = {"gale_2001": GALE.format(2001, "corvia"), "gale_2002": GALE.format(2002, "arvenia")}
    known = corpus(root, fleet=FLEET, **gales)
    for kind, ids in {"spans": ["league", "secretary"], "numbers": ["fleet"], "events": ["fleet"]}.items():
        drawn = BeautifulSoup(svg.printed(KINDS[kind](known, ids, WIDE)), "xml")

        assert {tag.name for tag in drawn.find_all()} <= DRAWN


def test_each_mark_on_a_page_leads_to_its_statement_and_the_table_says_the_same(build: Build) -> None:
    site = build({"docs/topic/who.md": "---\norphan: true\n---\n\n" + CHART.format("spans", "league\nsecretary")})
    page = site.page("topic/who")

    assert "" == site.warnings
    links = [mark["href"] for mark in page.select("svg a.kc-mark")]
    assert links[:5] == links[5:], "the layout for a phone has the same marks"
    links = links[:5]
    for href in links:
        path, _, anchor = href.partition("#")
        assert site.page(f"topic/{path.removesuffix('.html')}").find(id=anchor)
    assert links == [mark["href"] for mark in page.select("details table a.kb-agreed")]
    assert "League2006history" not in page.select_one("svg a title").get_text()
    assert "Petra Voss" in page.select_one("details table").get_text()


@pytest.mark.parametrize(
    ("kind", "ids", "why"),
    [("spans", "nobody", "'spans' of 'nobody' cannot be drawn"), ("numbers", "league", "no dated number of league")],
)
def test_what_cannot_be_drawn_is_a_warning_on_the_page(build: Build, kind: str, ids: str, why: str) -> None:
    site = build({"docs/topic/who.md": "---\norphan: true\n---\n\n" + CHART.format(kind, ids)})

    assert why in site.warnings
