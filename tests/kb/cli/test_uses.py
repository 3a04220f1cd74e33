"""``kb uses``: what rests on a statement or a source of the small corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.cli import main

BRIEF = """---
title: Corvia and the League
about: [corvia, league]
series: Brief
number: 1
---

# Corvia and the League

Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.

```{kb:timeline}
league#corvia
league#founded-1990
```
"""
OFFICE = """id: harbour-office
kind: organ
names: {en: Harbour Office}
statements:
  founded-1992:
    founded: 1992-05-04
    after: [league#corvia]
    evidence:
      - {by: League2006history, at: ¶ 6, quote: the Harbour Office was set up on 4 May 1992, seen: full}
judgements:
  - question: What came first?
    open: [founded-1992, league#corvia]
    because: Nobody says.
"""


@pytest.fixture(autouse=True)
def _more(league: Path) -> None:
    """A brief, and a record that points at the statement."""
    (league / "docs" / "briefs").mkdir()
    (league / "docs" / "briefs" / "corvia.md").write_text(BRIEF, "utf-8")
    (league / "docs" / "facts" / "harbour-office.yaml").write_text(OFFICE, "utf-8")


def uses(capsys: pytest.CaptureFixture[str], *asked: str) -> tuple[int, str, str]:
    code = main(["uses", *asked, "--today", "2020-01-01"])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_statement_is_told_shown_judged_and_pointed_at(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = uses(capsys, "league#corvia")

    assert code == 0
    assert out.splitlines() == [
        "pointed at from docs/facts/harbour-office.yaml:7: harbour-office#founded-1992 says after",
        "judged at docs/facts/harbour-office.yaml:11: What came first?",
        "told at docs/briefs/corvia.md:10: Corvia joined on 1 February 1994.",
        "told at docs/topic/league.md:8: Corvia joined on 1 February 1994.",
        "shown at docs/briefs/corvia.md:12 by kb:timeline: league#corvia",
        "league#corvia: 2 sentences and 1 display on 2 pages, 1 brief among them",
    ]


def test_a_source_backs_statements_and_is_cited(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = uses(capsys, "Osk2007straits")

    assert code == 0
    assert out.splitlines() == [
        "backs league#habit at docs/facts/league.yaml:59: says The League is held together by habit.",
        "told at docs/topic/league.md:9: Osk argues that habit holds the League together.",
        "Osk2007straits: 1 sentence and 0 displays on 1 page, 0 briefs among them",
    ]


def test_an_entity_stands_for_all_that_is_stated_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = uses(capsys, "league", "--format", "json")

    on = {each["on"] for each in json.loads(out)["uses"]}
    assert on == {"league#corvia", "league#founded-1990", "league#habit"}


def test_what_nothing_rests_on_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = uses(capsys, "harbour-treaty#open-harbours")

    assert (code, out) == (0, "nothing rests on harbour-treaty#open-harbours\n")


@pytest.mark.parametrize(
    ("asked", "near"), [("league#corvi", "league#corvia"), ("Osk2007strait", "Osk2007straits"), ("leage", "league")]
)
def test_an_unknown_name_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str], asked: str, near: str) -> None:
    code, out, err = uses(capsys, asked)

    assert (code, out) == (2, "")
    assert err == f"kb: no statement, entity or source is called {asked!r}; did you mean {near!r}?\n"


def test_a_name_like_no_other_says_what_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = uses(capsys, "x\x1b[2J")

    assert code == 2
    assert "write the id of a statement" in err
    assert "\x1b" not in err
