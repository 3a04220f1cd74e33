"""The built site: every page is there, nothing comes from elsewhere, every link leads somewhere, also from a folder."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from kb.core.model import Corpus
from kb.load.corpus import load
from sphinx_kb.sources.spoken import title_language

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background"}
NOT_LOADED = {"canonical", "author", "license"}
OTHER = re.compile(r"[\u0370-\u1fff\u2c80-\ud7ff\uf900-\uffdc]{2,}")
"""Words in none of the letters of English."""


@cache
def corpus() -> Corpus:
    """The ledger that the site shows."""
    return load(ROOT, date(2026, 1, 1))


@cache
def parsed(page: Path) -> BeautifulSoup:
    """A page as a tree."""
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


@cache
def anchors(page: Path) -> frozenset[str]:
    """The places of a page that a link may lead to."""
    return frozenset(element["id"] for element in parsed(page).select("[id]"))


def pages(site: Path) -> list[Path]:
    """Every page of the site."""
    return sorted(page for page in site.rglob("*.html") if "_static" not in page.parts)


def gone() -> set[str]:
    """The names of pages that have gone; one stands in the place of each that leads on."""
    return {each.old.page for each in corpus().redirects if not each.old.place}


def written() -> list[str]:
    """Every document that somebody wrote: Markdown pages and ledger files."""
    markdown = [path.relative_to(DOCS).with_suffix("") for path in DOCS.rglob("*.md") if "_" not in path.parts[0][:1]]
    return sorted([path.as_posix() for path in markdown] + [f"facts/{id}" for id in corpus().entities])


def test_every_document_is_a_page(site: Path) -> None:
    built = {page.relative_to(site).with_suffix("").as_posix() for page in pages(site)}

    assert [name for name in written() if name not in built] == []


def test_schema_and_waivers_are_no_pages(site: Path) -> None:
    found = [name for name in ("facts/schema", "facts/waivers.html", "facts/sources.html") if (site / name).exists()]

    assert found == []


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    outside = []
    for page in pages(site):
        for element in parsed(page).find_all(True):
            addresses = [str(element[name]) for name in LOADING & set(element.attrs)]
            if element.name == "link" and not NOT_LOADED & set(element.get("rel", [])):
                addresses.append(str(element.get("href", "")))
            outside += [f"{page.name}: {address}" for address in addresses if re.match(r"(https?:)?//", address)]

    assert outside == []


def test_no_stylesheet_or_script_loads_anything_from_another_host(site: Path) -> None:
    outside = []
    for file in [*site.rglob("*.css"), *site.rglob("*.js")]:
        text = file.read_text(encoding="utf-8")
        found = re.findall(r"(?:url\(|@import|fetch\(|importScripts\()\s*[\"']?(?:https?:)?//[^\s\"')]+", text)
        outside += [f"{file.name}: {address}" for address in found]

    assert outside == []


def test_every_link_within_the_site_holds(site: Path) -> None:
    broken = []
    for page in pages(site):
        if page.name == "404.html":  # served for any address, so its links start at the root
            continue
        for link in parsed(page).select("[href], [src]"):
            address = urlsplit(str(link.get("href") or link.get("src")))
            if address.scheme or address.netloc:
                continue
            target = (page.parent / unquote(address.path)).resolve() if address.path else page
            if not target.is_file():
                broken.append(f"{page.relative_to(site)}: {link.get('href') or link.get('src')}")
            elif address.fragment and target.suffix == ".html" and unquote(address.fragment) not in anchors(target):
                broken.append(f"{page.relative_to(site)}: {link.get('href')}")

    assert broken == []


def test_links_leave_the_site_by_http_only(site: Path) -> None:
    schemes = {urlsplit(str(a["href"])).scheme for page in pages(site) for a in parsed(page).select("a[href]")}

    assert schemes <= {"", "http", "https"}


def test_every_old_address_leads_on(site: Path) -> None:
    dead = []
    for each in corpus().redirects:
        page = site / f"{each.old.page}.html"
        leads_on = parsed(page).select_one("noscript meta[http-equiv=refresh]")
        if (each.old.page in gone() and not leads_on) or (each.old.place and each.old.place not in anchors(page)):
            dead.append(str(each.old))

    assert dead == []


def test_words_in_other_scripts_say_their_language(site: Path) -> None:
    silent = []
    for page in pages(site):
        for text in parsed(page).find_all(string=OTHER):
            if text.parent.name in ("script", "style") or text.find_parent(["pre", "code", "title"]):
                continue
            spoken = next((above["lang"] for above in text.parents if above.get("lang")), "en")
            silent += [f"{page.relative_to(site)}: {str(text)[:60]}"] * (spoken == "en")

    assert silent == []


def bare(title: str) -> str:
    """The words of a title: its quotation marks are others where it stands in such."""
    return " ".join(re.sub("[“”„\"'‘’«»]", "", title).split())


def test_titles_of_sources_say_their_language(site: Path) -> None:
    listed = {anchor: page for page in (site / "sources").glob("*.html") for anchor in anchors(page)}
    silent, told = [], 0
    for key, source in corpus().sources.items():
        code, anchor = title_language(source), f"cite-{key.lower()}"
        if code:
            place = parsed(listed[anchor]).find(id=anchor)
            titles = [part.get_text() for part in place.select(f"p [lang={code}]")]
            silent += [key] * (bare(source.title) not in map(bare, titles))
            told += 1

    assert silent == []
    assert told > 500


def test_every_statement_has_its_place(site: Path) -> None:
    missing = [
        statement.id
        for statement in corpus().statements.values()
        if statement.slug not in anchors(site / "facts" / f"{statement.subject}.html")
    ]

    assert missing == []


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    twice = []
    for page in pages(site):
        ids = [element["id"] for element in parsed(page).select("[id]")]
        twice += [f"{page.relative_to(site)}: {id}" for id in set(ids) if ids.count(id) > 1]

    assert twice == []


def test_every_source_is_listed_once(site: Path) -> None:
    listed = Counter(anchor for page in (site / "sources").glob("*.html") for anchor in anchors(page))

    assert [key for key in corpus().sources if listed[f"cite-{key.lower()}"] != 1] == []


def test_content_pages_say_as_of_when(site: Path) -> None:
    silent = []
    for page in corpus().pages:
        built = site / Path(page.path).relative_to("docs").with_suffix(".html")
        if page.vouched and not parsed(built).select(".kb-asof"):
            silent.append(page.path)

    assert silent == []


def test_content_pages_link_figures_to_the_ledger(site: Path) -> None:
    bare = []
    for page in corpus().pages:
        built = site / Path(page.path).relative_to("docs").with_suffix(".html")
        topic = page.path.split("/")[1] in ("organisation", "treaty", "strategy", "forces", "relations", "briefs")
        if topic and not parsed(built).select("a.kb-agreed[href*='facts/']"):
            bare.append(page.path)

    assert bare == []


def searched(site: Path) -> dict:
    """The index that search looks through."""
    index = (site / "_static" / "search-index.js").read_text(encoding="utf-8")
    return json.loads(index.removeprefix("window.kbIndex = ").removesuffix(";\n"))


def test_search_knows_every_page_and_leads_to_places_that_are_there(site: Path) -> None:
    pages = searched(site)["pages"]
    places = [(name, anchor) for name, *_, sections, _ in pages for anchor, _ in sections]
    built = {str(path.relative_to(site).with_suffix("")) for path in site.rglob("*.html")} - {"search", "404"} - gone()

    assert {name for name in built if not name.startswith(("sources/", "facts/named/"))} == {name for name, *_ in pages}
    assert len(places) > 500
    assert [] == [place for place in places if not parsed(site / f"{place[0]}.html").find(id=place[1])]


def test_no_other_index_is_made_and_this_one_is_light(site: Path) -> None:
    assert not (site / "searchindex.js").exists()
    assert len(gzip.compress((site / "_static" / "search-index.js").read_bytes())) < 200_000


def test_rules_are_outside_the_navigation(site: Path) -> None:
    navigation = [str(a["href"]) for a in parsed(site / "index.html").select(".sidebar-tree a[href]")]

    assert [address for address in navigation if "rules/" in address] == []


def test_search_knows_cyrillic_words(site: Path) -> None:
    names = {name for _, _, _, _, names, *_ in searched(site)["pages"] for name in names}

    assert {"Николай Бордюжа", "ОДКБ", "Հայաստանի Հանրապետություն"} <= names


@pytest.mark.parametrize("name", ["index.html", "search.html", "404.html"])
def test_the_doors_are_there(site: Path, name: str) -> None:
    assert (site / name).is_file()


def test_no_two_pages_share_a_title(site: Path) -> None:
    called: dict[str, list[str]] = {}
    for page in pages(site):
        title = parsed(page).title
        assert title is not None
        called.setdefault(" ".join(title.get_text().casefold().split()), []).append(page.name)

    assert [names for names in called.values() if len(names) > 1] == []


def test_every_page_but_the_doors_says_where_it_stands(site: Path) -> None:
    lost = {
        page.relative_to(site).with_suffix("").as_posix()
        for page in pages(site)
        if not parsed(page).select_one(".kb-trail li[aria-current]")
    }

    assert {"404", "index", "search"} | gone() == lost


def test_a_wrong_address_leads_to_search_to_the_sections_and_to_the_ledger(site: Path) -> None:
    page = parsed(site / "404.html").select_one("article")
    assert page is not None
    sections = [part.get_text() for part in parsed(site / "index.html").select(".kb-sections summary")]

    assert page.select_one("form[role=search] input[name=q]")
    assert sections == [link.get_text() for link in page.select(".kb-doors a")]
    assert page.select_one("a[href$='/facts/index.html']")


def test_the_navigation_is_folded_but_for_the_section_of_the_page(site: Path) -> None:
    page = parsed(site / "treaty" / "charter.html")

    assert ["The treaty"] == [part.get_text() for part in page.select(".kb-sections details[open] > summary")]
    assert len(page.select(".kb-sections details")) > 10


def test_the_start_page_leads_to_every_section(site: Path) -> None:
    home = parsed(site / "index.html")
    sections = [part.get_text() for part in home.select(".kb-sections summary")]

    assert sections == [card.get_text(strip=True) for card in home.select(".sd-card-title")]


@pytest.mark.parametrize(
    ("name", "place"),
    [("KSOR", "crrf"), ("КСОР", "crrf"), ("ОДКБ", "csto"), ("CRRF", "crrf"), ("Бордюжа, Николай", "bordyuzha")],
)
def test_another_name_leads_to_the_one_it_stands_under(site: Path, name: str, place: str) -> None:
    lines = parsed(site / "reference" / "a-z.html").select(".kb-az li > p")
    (line,) = [line for line in lines if line.get_text().startswith(f"{name} → ")]

    assert f"../facts/{place}.html" in [link["href"] for link in line.select("a")]


def test_everybody_stands_in_the_list_from_a_to_z(site: Path) -> None:
    listed = {link["href"] for link in parsed(site / "reference" / "a-z.html").select("a.kb-entry")}

    assert {f"../facts/{id}.html" for id in corpus().entities} == listed


def test_without_an_address_nothing_names_one(site: Path) -> None:
    home = parsed(site / "index.html")

    assert home.select("link[rel=canonical], meta[property^='og:']") == []
    assert not (site / "sitemap.xml").exists()


@pytest.mark.parametrize("page", ["briefs/at-a-glance.html", "briefs/strategy-2025.html", "index.html"])
def test_a_page_that_is_printed_offers_its_pdf(site: Path, page: str) -> None:
    link = parsed(site / page).select_one("a.kb-print")

    assert link
    assert (site / page).parent.joinpath(unquote(link["href"])).resolve().read_bytes().startswith(b"%PDF-")


def test_a_brief_answers_below_its_title(site: Path) -> None:
    heading = parsed(site / "briefs" / "at-a-glance.html").select_one("h1")
    assert heading
    answer = heading.find_next_sibling()

    assert answer
    assert ["kb-answer"] == answer["class"]
    assert 3 == len(answer.select("span"))
