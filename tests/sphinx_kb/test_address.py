"""Where the site stands: one address, with or without a slash, in everything that names it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.tags import Tags

from sphinx_kb.address import address

Build = Callable[..., Any]
DOCS = Path(__file__).parent.parent.parent / "docs"
PAGE = """---
about: [league]
answer: Founded once & for all.
---

# Straits & \\<b>Seas\\</b>

The League was founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`.
"""
DISPUTED = """
id: league
kind: organisation
names: {en: [League of the Straits, the League]}
statements:
  founded-1990:
    founded: 1990-06-03
    evidence: [{by: League2006history, at: ¶ 1, quote: founded at Selin on 3 June 1990, seen: full}]
  founded-1991:
    founded: 1991-01-12
    evidence: [{by: Gazette1994corvia, at: ¶ 2, quote: founded on 12 January 1991, seen: full}]
"""


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("https://csto.example/base", "https://csto.example/base/"),
        ("https://csto.example/base/", "https://csto.example/base/"),
        (" http://localhost:8000 ", "http://localhost:8000/"),
        ("", ""),
        (" ", ""),
    ],
)
def test_an_address_ends_in_one_slash(given: str, made: str) -> None:
    assert made == address({"KB_SITE_URL": given}, "READTHEDOCS_CANONICAL_URL", "KB_SITE_URL")


@pytest.mark.parametrize(
    "given",
    ["csto.example", "//csto.example", "ftp://csto.example", "javascript:alert(1)", "https://", "http://[",
     "https://a b", 'https://csto.example/"onload=', "https://csto.example/?x", "https://csto.example/#x", "https://чсто.example"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_named_with_its_variable(given: str) -> None:
    with pytest.raises(ConfigError) as told:
        address({"KB_SITE_URL": given}, "READTHEDOCS_CANONICAL_URL", "KB_SITE_URL")

    assert f"KB_SITE_URL is {given!r}, against an address such as 'https://islands.example/base/'" == str(told.value)


@pytest.mark.parametrize("slash", ["", "/"])
def test_the_configuration_knows_one_address(monkeypatch: pytest.MonkeyPatch, slash: str) -> None:
    monkeypatch.delenv("READTHEDOCS_CANONICAL_URL", raising=False)
    monkeypatch.setenv("KB_SITE_URL", f"https://csto.example/base{slash}")
    monkeypatch.setenv("KB_REPO_URL", f"https://code.example/csto.git{slash}")
    told = Config.read(DOCS, overrides={}, tags=Tags())._raw_config

    assert ["https://csto.example/base/"] * 2 == [told["html_baseurl"], told["ogp_site_url"]]
    assert "/base/" == told["notfound_urls_prefix"]
    assert "https://code.example/csto/edit/main/docs/{filename}" == told["html_theme_options"]["source_edit_link"]


def test_an_odd_address_ends_the_build_before_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READTHEDOCS_CANONICAL_URL", raising=False)
    monkeypatch.setenv("KB_SITE_URL", "csto.example")

    with pytest.raises(ConfigError, match=r"^KB_SITE_URL is 'csto.example', against an address such as"):
        Config.read(DOCS, overrides={}, tags=Tags())


def test_a_preview_is_escaped_and_has_no_marks(build: Build) -> None:
    extensions = "myst_parser sphinxcontrib.bibtex sphinx_design sphinx_kb sphinx_sitemap sphinxext.opengraph".split()
    where = {"html_baseurl": "https://csto.example/base/", "ogp_site_url": "https://csto.example/base/"}
    files = {"docs/facts/league.yaml": DISPUTED, "docs/topic/page.md": PAGE}
    site = build(files, extensions=extensions, sitemap_url_scheme="{link}", ogp_social_cards={"enable": False}, **where)
    page = site.page("topic/page")
    told = {str(tag.get("property") or tag.get("name")): str(tag["content"]) for tag in page.select("meta[content]")}

    assert "†" in page.select_one("article a.kb-disputed").get_text()
    assert "Straits & <b>Seas</b>" == told["og:title"]
    assert "Founded once & for all. The League was founded on 3 June 1990" in told["og:description"]
    assert "†" not in told["og:description"] + told["description"]
    assert "disputed" not in (site.place / "_static/search-index.js").read_text(encoding="utf-8")
    assert "https://csto.example/base/topic/page.html" == told["og:url"]
    assert "https://csto.example/base/topic/page.html" == page.select_one("link[rel=canonical]")["href"]
    listed = re.findall("<loc>(.*?)</loc>", (site.place / "sitemap.xml").read_text(encoding="utf-8"))
    assert "https://csto.example/base/topic/page.html" in listed
    assert sorted(listed) == listed


def test_an_answer_stands_below_the_title_whatever_the_title_says(build: Build) -> None:
    page = build({"docs/facts/league.yaml": DISPUTED, "docs/topic/page.md": PAGE}).page("topic/page")
    heading = page.select_one("article h1")

    assert heading is not None
    assert "kb-answer" in heading.find_next_sibling()["class"]
    assert ["Founded once & for all."] == [line.get_text() for line in page.select("p.kb-answer > span")]
