"""Pictures of what events tell: requests and answers, who did what, shares, and a timeline with its filter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as some

from kb.core.model import Corpus
from kb.load.corpus import load
from sphinx_kb.charts import KINDS, svg
from sphinx_kb.charts.scene import NARROW, PAPER, WIDE, NothingToDraw, Scene, wrapped
from sphinx_kb.charts.spelt import Place, placed
from sphinx_typst.pictures import DRAWN

Build = Callable[..., Any]
TODAY = date(2020, 1, 1)
HEAD = "---\norphan: true\n---\n\n# What happened\n\n"
EVIDENCE = "evidence: [{by: League2006history, at: ¶ 6, quote: the words of the history, seen: full}]"
TOLD = {
    "asked": "records: Corvia asked the league for ships.\n    event: ask\n    agent: corvia\n    to: league\n"
    "    theme: ships against pirates\n    on: 2001-03-01",
    "sent": "records: Arvenia sent ships.\n    event: send\n    agent: arvenia\n    to: corvia\n    theme: two ships\n"
    "    on: 2001-03-02",
    "planned": "records: Boreland was to send ships.\n    event: send\n    agent: boreland\n    modality: planned\n"
    "    theme: a third ship\n    on: 2001-03-03",
    "unsent": "records: Boreland sent no ship.\n    event: send\n    agent: boreland\n    polarity: not\n"
    "    theme: a third ship\n    on: 2001-04-03",
    "refused": "records: The league refused to pay.\n    event: refuse\n    agent: league\n    theme: to pay\n"
    "    on: 2001-04-04",
    "spoke": "records: The league told of its worry.\n    event: say\n    agent: league\n    theme: its worry\n"
    "    on: 2001-03-04",
    "unasked": "records: Boreland asked for nothing.\n    event: ask\n    agent: boreland\n    polarity: not\n"
    "    theme: ships\n    on: 2001-05-03",
    "asked-again": "records: Corvia asked for gold.\n    event: ask\n    agent: corvia\n    theme: some gold\n"
    "    on: 2000-03-01",
    "voted": "records: Arvenia voted, Boreland abstained, Corvia was absent.\n    event: vote\n    agent: arvenia\n"
    "    theme: the tax\n    further:\n      - {event: vote, agent: boreland, polarity: not}\n"
    "      - {event: attend, agent: corvia, polarity: not}\n    on: 2002-05-01",
    "voted-again": "records: All voted.\n    event: vote\n    agent: [arvenia, boreland]\n    theme: the tax\n"
    "    on: 2003-05-01",
    "paid": "records: Arvenia paid half, the others a quarter each.\n    event: pay\n    agent: arvenia\n"
    "    theme: half of it\n    further: [{event: pay, agent: [boreland, corvia], theme: a quarter each}]\n"
    "    counts: [{n: 50, of: [percent]}, {n: 25, of: [percent]}]\n    on: 2004",
    "tally": "records: The tax was adopted.\n    event: adopt\n    theme: the tax\n"
    "    counts: [{n: 3, of: [votes, votes for]}, {n: 1, of: [votes, votes against]}]\n    on: 2004",
}
LEDGER = "id: trouble\nkind: topic\nnames: {en: [Trouble at sea]}\nstatements:\n" + "".join(
    f"  {name}:\n    {body}\n    {EVIDENCE}\n" for name, body in TOLD.items()
)


def corpus(root: Path) -> Corpus:
    (root / "docs/facts/trouble.yaml").write_text(LEDGER, "utf-8")
    return load(root, TODAY)


def drawn(root: Path, kind: str, *names: str) -> Scene:
    return KINDS[kind](corpus(root), [f"trouble#{name}" for name in names], WIDE)


def words(scene: Scene, look: str) -> list[str]:
    shapes = [*scene.ground, *(shape for mark in scene.marks for shape in mark.shapes)]
    return [shape.words for shape in shapes if shape.look == look]


def at(scene: Scene, n: int) -> dict[str, str]:
    return dict(scene.marks[n].shapes[0].at)


def test_a_request_tells_when_who_asked_whom_and_for_what(root: Path) -> None:
    scene = drawn(root, "answers", "asked")

    assert ["1 March 2001"] == words(scene, "axis")
    assert ["Corvia → League of the Straits"] == words(scene, "title")
    assert "ships against pirates" in words(scene, "words")
    assert ["none on record"] == [row[2].text for row in scene.rows]


@pytest.mark.parametrize(
    ("answer", "sort", "look"),
    [
        ("sent", "granted", "fill-1"),
        ("planned", "promised or planned", "ring-1"),
        ("unsent", "refused", "cross"),
        ("refused", "refused", "cross"),
        ("spoke", "answered otherwise", "fill-5"),
    ],
)
def test_an_answer_is_what_its_event_says(root: Path, answer: str, sort: str, look: str) -> None:
    scene = drawn(root, "answers", "asked", answer)

    assert [look] == [shape.look for shape in scene.marks[1].shapes]
    assert (sort, f"trouble#{answer}") == (scene.rows[0][2].text, scene.rows[0][3].statement)


def test_answers_of_a_sort_stand_in_a_column_and_do_not_touch(root: Path) -> None:
    scene = drawn(root, "answers", "asked", "sent", "spoke", "refused", "unsent")
    refused = [mark.shapes[0] for mark in scene.marks if mark.shapes[0].look == "cross"]
    (one,), (other,) = ({value for name, value in shape.at} for shape in refused)

    assert one != other
    assert float(at(scene, 1)["cx"]) < float(at(scene, 2)["cx"])


def test_on_paper_each_answer_has_its_words_and_none_stands_on_another(root: Path) -> None:
    ids = [f"trouble#{name}" for name in ("asked", "sent", "spoke", "refused")]
    scene = KINDS["answers"](corpus(root), ids, PAPER)
    lines = [shape for mark in scene.marks[1:] for shape in mark.shapes[1:]]
    heights = [float(dict(shape.at)["y"]) for shape in lines]

    assert ["Arvenia sent ships", "The league told of its worry", "The league refused to pay"] == [
        shape.words for shape in lines
    ]
    assert all(other - one >= 14 for one, other in pairwise(heights))
    assert ids == [mark.statement for mark in scene.marks]


def test_on_paper_it_is_said_that_there_is_no_answer(root: Path) -> None:
    scene = KINDS["answers"](corpus(root), ["trouble#asked", "trouble#sent", "trouble#asked-again"], PAPER)

    assert ["none on record"] == [shape.words for shape in scene.ground if shape.look == "words"][-1:]
    assert 1 == sum(shape.words == "none on record" for shape in scene.ground)


def test_requests_stand_in_the_order_of_time(root: Path) -> None:
    scene = drawn(root, "answers", "asked", "sent", "asked-again")

    assert ["trouble#asked-again", "trouble#asked", "trouble#sent"] == [mark.statement for mark in scene.marks]


def test_each_deed_has_a_look_and_the_word_of_the_schema(root: Path) -> None:
    scene = drawn(root, "sides", "voted-again", "voted")

    assert ["Arvenia", "Boreland", "Corvia"] == words(scene, "name")
    assert ["May", "2002", "May", "2003"] == words(scene, "axis")
    assert ["vote", "abstain", "take no part"] == words(scene, "words")
    assert ["fill-1", "ring-2", "cross", "fill-1", "fill-1"] == [mark.shapes[0].look for mark in scene.marks]
    assert "Boreland, May 2002: abstain" == scene.marks[1].told


def test_shares_are_called_by_who_has_them_and_their_bars_compare(root: Path) -> None:
    scene = drawn(root, "parts", "paid")

    assert ["Arvenia", "Boreland", "Corvia"] == words(scene, "name")
    assert ["50 percent", "25 percent", "25 percent"] == words(scene, "number")
    assert float(at(scene, 0)["width"]) == pytest.approx(2 * float(at(scene, 1)["width"]), abs=0.2)


def test_counts_without_actors_are_called_by_what_is_counted(root: Path) -> None:
    scene = drawn(root, "parts", "tally")

    assert ["votes for", "votes against"] == words(scene, "name")
    assert ["3", "1"] == words(scene, "number")


def test_a_timeline_has_a_row_for_each_kind(root: Path) -> None:
    known = corpus(root)
    scene = KINDS["timeline"](known, ["trouble#asked", "harbour-treaty#signed-1990", "trouble#sent"], WIDE)

    assert ["Instruments", "Topics"] == words(scene, "name")
    assert ["harbour-treaty#signed-1990", "trouble#asked", "trouble#sent"] == [mark.statement for mark in scene.marks]
    assert "kb-kind-topic kb-who-corvia" == scene.marks[1].of


def test_on_paper_a_timeline_says_what_its_marks_are(root: Path) -> None:
    """Of a request and its want it says by the mark which it is, and by the name of what it was about."""
    known = corpus(root)
    told = KINDS["timeline"](known, ["trouble#sent", "trouble#refused", "harbour-treaty#signed-1990"], PAPER)
    asked = KINDS["timeline"](known, ["trouble#asked", "trouble#unasked"], PAPER)

    assert ["Harbour Treaty is signed", "Arvenia sent ships", "The league refused to pay"] == words(told, "label")
    assert ["Trouble at sea", "Trouble at sea"] == words(asked, "label")
    assert ["polygon", "circle"] == [mark.shapes[0].tag for mark in asked.marks]
    assert ["asked", "said that nobody asked"] == words(asked, "words")


@given(some.lists(some.tuples(some.floats(8, 706), some.floats(20, 345)), min_size=1, max_size=25))
def test_no_words_of_a_lane_touch_others_or_leave_the_paper(marks: list[tuple[float, float]]) -> None:
    places: list[Place] = []
    for x, wide in sorted(marks):
        places.append(placed(x, wide, places, 720))

    assert all(0 <= place.left and place.right <= 720 for place in places)
    assert all(
        one.lane != other.lane or one.right <= other.left or other.right <= one.left
        for one, other in combinations(places, 2)
    )


@pytest.mark.parametrize(
    ("kind", "names", "why"),
    [
        ("answers", ["sent"], "'trouble#sent' asks for nothing, and no request stands before it"),
        ("answers", [], "no statement is named in which somebody asks"),
        ("sides", [], "tell 0 things that somebody did"),
        ("parts", ["sent"], "not each of trouble#sent counts anything"),
        ("timeline", [], "none of  has a day"),
    ],
)
def test_what_cannot_be_drawn_says_why(root: Path, kind: str, names: list[str], why: str) -> None:
    with pytest.raises(NothingToDraw, match=why):
        drawn(root, kind, *names)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("answers", ["asked", "sent", "planned", "refused"]),
        ("sides", ["voted", "voted-again"]),
        ("parts", ["paid", "tally"]),
        ("timeline", ["asked", "sent"]),
    ],
)
def test_a_phone_has_the_same_marks_in_the_same_order_and_paper_can_print_them(
    root: Path, kind: str, names: list[str]
) -> None:
    known, ids = corpus(root), [f"trouble#{name}" for name in names]
    wide, narrow = (KINDS[kind](known, ids, sheet) for sheet in (WIDE, NARROW))

    assert [(mark.statement, mark.told) for mark in wide.marks] == [
        (mark.statement, mark.told) for mark in narrow.marks
    ]
    assert narrow.sheet.width < 390
    assert {tag.name for tag in BeautifulSoup(svg.printed(wide), "xml").find_all()} <= DRAWN


@pytest.mark.parametrize("text", ["", "one", "one two three four five six", "a-word-longer-than-any-line of others"])
def test_wrapped_words_keep_to_their_room_and_their_lines(text: str) -> None:
    lines = wrapped(text, 60, 3)

    assert len(lines) <= 3
    assert all(len(line) * 6.6 <= 60 for line in lines)
    assert "".join(text.split()).startswith("".join("".join(lines).split()).split("…")[0])


PAGE = (
    HEAD + "```{kb:filter}\n:title: All of it\n```\n\n"
    "```{kb:timeline}\ntrouble#asked\ntrouble#sent\n```\n\n```{kb:timeline}\nharbour-treaty#signed-1990\n```\n"
)


def test_a_filter_has_a_picture_of_all_timelines_and_what_may_be_chosen(build: Build) -> None:
    site = build({"docs/facts/trouble.yaml": LEDGER, "docs/topic/when.md": PAGE})
    page = site.page("topic/when")

    assert "" == site.warnings
    assert "hidden" in page.select_one("form.kb-filter").attrs
    assert ["All kinds", "Instruments (1)", "Topics (2)"] == options(page, "kind")
    assert ["Everybody", "Arvenia (2)", "Boreland (1)", "Corvia (1)"] == options(page, "who")
    links = [mark["href"] for mark in page.select("svg.kb-wide a.kc-mark")]
    rows = [row.select_one("a.kb-agreed")["href"] for row in page.select("table.timeline tbody tr")]
    assert sorted(links) == sorted(rows)
    assert "kb-who-corvia" in page.select_one("table.timeline tbody tr")["class"]
    assert any("filter.js" in script.get("src", "") for script in page.select("script"))


def options(page: BeautifulSoup, name: str) -> list[str]:
    select = page.select_one(f"select[name={name}]")
    assert isinstance(select, Tag)
    return [option.get_text() for option in select.select("option")]


def test_a_filter_without_timelines_is_empty_and_no_fault(build: Build) -> None:
    site = build({"docs/topic/when.md": HEAD + "```{kb:filter}\n:title: All of it\n```\n"})

    assert "" == site.warnings
    assert site.page("topic/when").select("svg.kb-wide") == []


def test_no_line_parts_a_day_from_its_month() -> None:
    lines = wrapped("checked on 22 November 2026", 90, 3)

    assert ["checked on", "22\u00a0November", "2026"] == lines
