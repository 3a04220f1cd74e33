"""`kb stale`: what nobody has looked at for longest comes first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.cli import main

TODAY = ("--today", "2020-01-01")
FOUNDED = "The League was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`.\n"
JOINED = "Corvia joined {cite:p}`Gazette1994corvia{¶ 1}`.\n"
PAGES = {
    "later": ("2019-12-31", FOUNDED),
    "silent": ("2019-05-02", "Nothing is told here.\n"),
    "newer": ("2019-05-02", JOINED),
    "older": ("2019-05-02", FOUNDED),
    "undated": ("", FOUNDED),
}
LOOKED_UP = "Gazette1994corvia looked up 2019-05-01 (245 days ago)"
TREASURER = """\
id: treasurer
kind: post
names: {en: Treasurer of the League}
part-of: [league]
statements:
  rask-2002:
    held-by: rask
    from: 2002
    until: ongoing
    evidence: [{by: Gazette1994corvia, at: ¶ 6, quote: 'Ilmar Rask, from 2002', seen: full}]
"""


@pytest.fixture(name="aged")
def _aged(league: Path) -> Path:
    """The small corpus with pages of several days, and a treasurer."""
    for name, (asof, body) in PAGES.items():
        front = f"asof: {asof}\n" if asof else ""
        page = league / "docs" / "topic" / f"{name}.md"
        page.write_text(f"---\nabout: [league]\n{front}---\n\n# A page\n\n{body}", encoding="utf-8")
    (league / "docs" / "facts" / "treasurer.yaml").write_text(TREASURER, encoding="utf-8")
    return league


def test_pages_come_by_their_day_and_then_by_what_they_tell(aged, capsys):
    assert main(["stale", *TODAY]) == 0
    pages = capsys.readouterr().out.partition("\n\n")[0].split("\n")

    assert pages == [
        "Pages, by the day up to which they hold, then by the newest event that they tell:",
        "docs/topic/older.md:3: as of 2019-05-02 (244 days ago); newest event told 1990-06-03 (10,804 days ago)",
        "docs/topic/newer.md:3: as of 2019-05-02 (244 days ago); newest event told 1994-02-01 (9,465 days ago)",
        "docs/topic/silent.md:3: as of 2019-05-02 (244 days ago); tells no event",
        "docs/topic/later.md:3: as of 2019-12-31 (1 day ago); newest event told 1990-06-03 (10,804 days ago)",
    ]


def test_what_goes_on_comes_by_its_newest_witness(aged, capsys):
    sources = aged / "refs.bib"
    text = sources.read_text(encoding="utf-8")
    history = text.index("@misc{League2006history")
    newer = text[history:].replace("urldate      = {2019-05-01}", "urldate      = {2019-12-01}", 1)
    sources.write_text(text[:history] + newer, encoding="utf-8")
    main(["stale", *TODAY])

    assert capsys.readouterr().out.rstrip().partition("\n\n")[2].split("\n") == [
        "What is said to go on, by the newest day on which a witness was published or looked up:",
        f"docs/facts/treasurer.yaml:6: treasurer#rask-2002; {LOOKED_UP}",
        "docs/facts/league.yaml:19: league#arvenia; League2006history looked up 2019-12-01 (31 days ago)",
        "docs/facts/league.yaml:30: league#boreland; League2006history looked up 2019-12-01 (31 days ago)",
        "docs/facts/secretary.yaml:20: secretary#rask-2006; League2006history looked up 2019-12-01 (31 days ago)",
    ]


def test_a_witness_without_a_day_comes_first_and_a_day_of_publication_counts(aged, capsys):
    sources = aged / "refs.bib"
    text = sources.read_text(encoding="utf-8").replace("  urldate      = {2019-05-01},\n", "")
    sources.write_text(text.replace("  year         = {2006},\n", ""), encoding="utf-8")
    main(["stale", *TODAY, "--format", "json"])
    told = json.loads(capsys.readouterr().out)

    assert [(each["statement"], each["day"], each["what"], each["witness"]) for each in told["ongoing"]] == [
        ("league#arvenia", None, None, None),
        ("league#boreland", None, None, None),
        ("secretary#rask-2006", None, None, None),
        ("treasurer#rask-2002", "1994", "published", "Gazette1994corvia"),
    ]


def test_programs_are_told_the_same(aged, capsys):
    main(["stale", *TODAY, "--format", "json"])
    told = json.loads(capsys.readouterr().out)

    assert (told["version"], told["today"]) == (1, "2020-01-01")
    assert told["pages"][0] == {
        "path": "docs/topic/older.md", "line": 3, "asof": "2019-05-02", "newest": "1990-06-03",
    }  # fmt: skip
    assert told["pages"][2]["newest"] is None
    assert told["ongoing"][0] == {
        "statement": "league#arvenia", "path": "docs/facts/league.yaml", "line": 19, "checked": "2019-05-01",
        "witness": "League2006history", "day": "2019-05-01", "what": "looked up",
    }  # fmt: skip
    assert told["ongoing"][-1]["checked"] is None
