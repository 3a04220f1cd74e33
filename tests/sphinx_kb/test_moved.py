"""Old addresses lead on: of statements and headings on pages that are there, and of pages that have gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sphinx.errors import SphinxError

Build = Callable[..., Any]
REDIRECTS = "docs/redirects.yaml"
HEADED = "---\nabout: [league]\n---\n\n# Long names\n\n## How it began\n\nIt is told elsewhere.\n"


def test_the_old_name_of_a_statement_stands_where_it_is_now(build: Build) -> None:
    page = build({REDIRECTS: "facts/league#begun: facts/league#founded-1990\n"}).page("facts/league")
    old = page.find(id="begun")

    assert ("span", "") == (old.name, old.get_text())
    assert "founded-1990" == old.find_parent("tr")["id"]


def test_the_old_name_of_a_heading_stands_where_it_is_now(build: Build) -> None:
    told = {REDIRECTS: "topic/long#the-beginning: topic/long#how-it-began\n", "docs/topic/long.md": HEADED}
    old = build(told, myst_heading_anchors=3).page("topic/long").find(id="the-beginning")

    assert old.find_parent("section").find("h2").get_text().startswith("How it began")


def test_where_a_statement_went_to_another_page_a_line_leads_there(build: Build) -> None:
    page = build({REDIRECTS: "facts/corvia#begun: facts/league#founded-1990\n"}).page("facts/corvia")
    line = page.find(id="begun")

    assert ["kb-moved"] == line["class"]
    assert "league.html#founded-1990" == line.select_one("a")["href"]


def test_a_page_that_has_gone_leads_on_without_scripts_and_under_the_policy(build: Build) -> None:
    told = "topic/old/union: topic/league\ntopic/old/union#begun: facts/league#founded-1990\n"
    site = build({REDIRECTS: told}, html_baseurl="https://csto.example/kb/")
    page = site.page("topic/old/union")
    to = page.select_one("noscript meta[http-equiv=refresh]")["content"].removeprefix("0; url=")
    (script,) = page.select("script")

    assert "../league.html" == to
    assert (site.place / "topic/old" / to).resolve().is_file()
    assert ("../../_static/moved.js", "") == (script["src"], script.get_text())
    assert "script-src 'self'" in page.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    assert "https://csto.example/kb/topic/league.html" == page.select_one("link[rel=canonical]")["href"]
    assert "../../facts/league.html#founded-1990" == page.select_one("a#begun")["href"]
    assert "noindex" == page.select_one("meta[name=robots]")["content"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("topic/union: topic/leage", "1:1: error: there is no 'topic/leage' to lead to [dead-link]"),
        ("topic/union: topic/leage", "did you mean 'topic/league'?"),
        ("topic/union: topic/union", "'topic/union' has been moved itself [dead-link]"),
        ("a: b\nb: a", "'a' has been moved itself [dead-link]\n    help       remove one of the lines"),
        ("topic/union: https://evil.example/", "1:14: error: 'https://evil.example/' is no address within the site"),
        ("topic/union: //evil.example", "'//evil.example' is no address within the site [schema]"),
        ("topic/union: ../../league", "'../../league' is no address within the site [schema]"),
        ('topic/union: topic/league#"><script>', "is no address within the site [schema]"),
        ("topic/union: [topic/league]", "1:14: error: '' is no address within the site [schema]"),
        ("topic/league: facts/league", "'topic/league' is no old address: it is there [dead-link]"),
        ("facts/league#corvia: facts/league", "'facts/league#corvia' is no old address: it is there [dead-link]"),
        ("topic/union#begun: topic/league", "nobody is led from the page 'topic/union', which has gone [dead-link]"),
    ],
)
def test_a_line_that_does_not_hold_ends_the_build(build: Build, line: str, told: str) -> None:
    with pytest.raises(SphinxError) as failed:
        build({REDIRECTS: f"{line}\n"})

    assert told in str(failed.value)
    assert "docs/redirects.yaml:1:" in str(failed.value)


def test_no_page_that_the_site_makes_itself_is_written_over(build: Build) -> None:
    with pytest.raises(SphinxError, match="'search' is a page that the site makes itself"):
        build({REDIRECTS: "search: topic/league\n"})
