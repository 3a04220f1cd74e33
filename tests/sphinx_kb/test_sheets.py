"""Sheets: a member on one table, and all of one day on another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

Build = Callable[..., Any]
HEAD = "---\norphan: true\n---\n\n# Sheet\n\n"
EVIDENCE = "    evidence: [{by: League2006history, at: ¶ 9, quote: Q, seen: full}]\n"
MEMBER = (
    "```{kb:member} corvia\n:rows: Hosted | Asked for | Refused\nleague\nleague#founded-1990 league#corvia\n-\n```\n"
)
SHEET = "```{{kb:factsheet}}\n:rows: Budget | Meetings\n{0}-\nleague\n```\n"
MEETING = """id: meeting-{0}
kind: event
names: {{en: Selin meeting of {0}}}
part-of: [league]
statements:
  held:
    took-place: {0}-03-04
    where: selin
{1}"""
FILES = {
    "docs/facts/voss.yaml": f"id: voss\nkind: person\nnames: {{en: Petra Voss}}\nstatements:\n"
    f"  from-corvia:\n    comes-from: corvia\n{EVIDENCE}",
    "docs/facts/selin.yaml": "id: selin\nkind: place\nnames: {en: Selin}\npart-of: [corvia]\n",
    **{f"docs/facts/meeting-{n}.yaml": MEETING.format(n, EVIDENCE) for n in range(1991, 1998)},
}


def told(page: BeautifulSoup) -> dict[str, str]:
    """The rows of a sheet, by their titles."""
    rows = page.select("table.kb-sheet tr")
    return {row.th.get_text(" ", strip=True): " ".join(row.td.get_text().split()) for row in rows}


def test_a_member_is_told_in_rows_of_which_each_answer_leads_to_its_statement(build: Build) -> None:
    site = build({**FILES, "docs/topic/sheet.md": HEAD + MEMBER})
    page = site.page("topic/sheet")
    rows = told(page)

    assert "" == site.warnings
    assert ["Membership", "Posts of nationals", "Hosted", "Asked for", "Refused", "In doubt"] == list(rows)
    assert rows["Membership"].startswith("League of the Straits: acceded, 1 February 1994 until 2 April 1999 (")
    assert rows["Posts of nationals"].startswith(
        "Secretary of the League: Petra Voss, 2 April 2001 through 31 December 2005 ("
    )
    assert "nothing known" == rows["Refused"]
    assert "no question on it" == rows["In doubt"]
    leads = [link["href"] for link in page.select("table.kb-sheet a.kb-agreed")]
    assert "../facts/league.html#founded-1990" in leads
    assert all(row.select_one(".bibtex-citation") for row in page.select("tr") if row.select_one("a.kb-agreed"))


def test_of_many_events_the_first_and_the_newest_are_named(build: Build) -> None:
    hosted = told(build({**FILES, "docs/topic/sheet.md": HEAD + MEMBER}).page("topic/sheet"))["Hosted"]

    assert hosted.startswith("7 known, of which the first: Selin meeting of 1991 (4 March)")
    assert "the newest: Selin meeting of 1995 (4 March)" in hosted
    assert "meeting of 1994" not in hosted


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1995-06-01", {"League of the Straits": "Arvenia, Boreland and Corvia", "Meetings": "Selin meeting of 1995"}),
        (
            "2003-01-01",
            {"League of the Straits": "Arvenia and Boreland", "Posts": "Secretary of the League: Petra Voss"},
        ),
        ("1990-06-03", {"Posts": "nothing known", "In force": "nothing known", "Meetings": "nothing known"}),
        ("1991-01-12", {"In force": "Harbour Treaty, since 12 January 1991"}),
    ],
)
def test_a_fact_sheet_tells_what_was_so_on_its_day(build: Build, day: str, expected: dict[str, str]) -> None:
    site = build({**FILES, "docs/topic/sheet.md": HEAD + SHEET.format(f":day: {day}\n")})
    rows = told(site.page("topic/sheet"))

    assert "" == site.warnings
    assert expected == {title: rows[title][: len(words)] for title, words in expected.items()}
    assert "nothing known" == rows["Budget"]


def test_without_a_day_it_is_the_last_one_or_that_of_the_setting(build: Build) -> None:
    pages = {"docs/topic/sheet.md": HEAD + SHEET.format("")}

    assert "On " in build(pages).page("topic/sheet").select_one(".kb-chart-title").get_text()
    page = build(pages, kb_fact_sheet_day="2003-01-01").page("topic/sheet")
    assert "On 1 January 2003" == page.select_one(".kb-chart-title").get_text(strip=True)
    assert "Petra Voss" in page.select_one("table.kb-sheet").get_text()


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("1990-06-02", "2 June 1990 is before what the ledger knows: name a day from 3 June 1990 to"),
        ("2999-01-01", "1 January 2999 is after what the ledger knows"),
        ("1990-02-30", "'1990-02-30' is not a day: write `YYYY-MM-DD`"),
    ],
)
def test_a_day_of_which_nothing_can_be_known_is_told(root: Path, build: Build, day: str, why: str) -> None:
    warnings = build({"docs/topic/sheet.md": HEAD + SHEET.format(f":day: {day}\n")}).warnings

    assert why in warnings
    assert "topic/sheet.md" in warnings
