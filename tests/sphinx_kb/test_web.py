"""What makes a page one of the web: how to cite it and object to it, its statements as files, what machines read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from bs4 import BeautifulSoup
from PIL import Image

from sphinx_kb.foreign import marked
from sphinx_kb.web.citing import bibtex, csl, plain
from sphinx_kb.web.identity import Identity

Build = Callable[..., Any]
ROOT = Path(__file__).parents[2]
SITE = "https://csto.example/kb/"
WHERE = {"html_baseurl": SITE, "kb_repo_url": "https://code.example/small", "kb_license": "https://cc.example/by/"}
CORRECTIONS = """# Corrections

Here stands what was wrong.

## 2 May 2019, second audit

| Statement | What was wrong |
| --- | --- |
| `league#corvia` | The \\<day> & the month. |

## 1 May 2019

- A name was misspelt.

## How this list is kept

- By hand.
"""
ABOUT = {"docs/about/corrections.md": CORRECTIONS, "docs/about/errors.md": "# Errors\n\nTell us.\n"}
SLIPPED = """---
about: [league]
---

# Straits & \\<b>Seas\\</b> \\</script>

The League was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`.
"""
LEAGUE = "topic/league"


@pytest.fixture
def page() -> Identity:
    """A page with signs in its title that mean something to TeX."""
    from kb.core.dates import parse

    return Identity(
        name="topic/the-league", path="topic/the-league.html", title="Law & order: 100 %", site="Small site",
        author="The contributors", day=parse("2019-05-01"), commit="0123456789abcdef" * 2 + "01234567",
        address=SITE + "topic/the-league.html",
    )  # fmt: skip


def test_a_page_is_cited_with_its_day_and_the_commit(page: Identity) -> None:
    assert (
        "The contributors, “Law & order: 100 %”, Small site, as of 1 May 2019,"
        " https://csto.example/kb/topic/the-league.html (commit 0123456789ab)."
    ) == plain(page)


def test_bibtex_reads_the_entry_and_its_signs(page: Identity) -> None:
    from pybtex.database import parse_string

    read = parse_string(bibtex(page), "bibtex").entries["small-site-topic-the-league-2019"]

    assert "{The contributors}" == read.fields.get("author", "{The contributors}")
    assert r"{Law \& order: 100 \%}" == read.fields["title"]
    assert ("2019", "2019-05-01", page.address) == (read.fields["year"], read.fields["date"], read.fields["url"])
    assert f"Commit {page.commit}" == read.fields["note"]


def test_a_reference_manager_gets_one_item_of_csl(page: Identity) -> None:
    item = json.loads(csl(page))[0]

    assert ("webpage", page.title, [[2019, 5, 1]]) == (item["type"], item["title"], item["issued"]["date-parts"])
    assert (page.commit, page.address) == (item["version"], item["URL"])


def test_the_foot_says_how_to_cite_and_leads_to_the_form_filled_in(pages: Build) -> None:
    foot = pages(ABOUT, **WHERE).page(LEAGUE).select_one("section.kb-foot")
    report = foot.select_one("a.kb-report")["href"]

    assert ["Plain text", "BibTeX", "CSL JSON"] == [form.get_text() for form in foot.select(".kb-cite > p")]
    assert "as of 1 January 2020" in foot.select_one("pre").get_text()
    assert report.startswith("https://code.example/small/issues/new?template=error.yml&title=Error+on+")
    assert "page=The+League+of+the+Straits%2C+https%3A%2F%2Fcsto.example%2Fkb%2Ftopic%2Fleague.html" in report


def test_the_form_of_the_repository_has_the_fields_that_are_filled_in() -> None:
    from yaml import safe_load

    form = safe_load((ROOT / ".github/ISSUE_TEMPLATE/error.yml").read_text("utf-8"))

    assert {"page", "sentence"} <= {field["id"] for field in form["body"]}


def test_without_a_repository_the_page_on_errors_says_how(pages: Build) -> None:
    foot = pages(ABOUT).page(LEAGUE).select_one("section.kb-foot")

    assert "../about/errors.html" in [link["href"] for link in foot.select("a")]
    assert foot.select_one("a.kb-report") is None


def test_pages_that_tell_nothing_of_the_subject_have_no_foot(pages: Build) -> None:
    site = pages({"docs/contributing/how.md": "---\norphan: true\n---\n\n# How\n\nWrite.\n"}, **WHERE)

    assert site.page("contributing/how").select_one(".kb-foot, script[type='application/ld+json']") is None


def test_the_statements_of_a_page_stand_beside_it_and_keep_the_promised_shape(pages: Build) -> None:
    site = pages()
    links = {link.get_text(): link["href"] for link in site.page(LEAGUE).select(".kb-offers a[download]")}
    told = json.loads((site.place / "topic" / links["JSON"]).read_text("utf-8"))
    rows = list(csv.DictReader(io.StringIO((site.place / "topic" / links["CSV"]).read_text("utf-8"))))
    schema = json.loads((ROOT / "docs/contributing/facts.schema.json").read_text("utf-8"))

    jsonschema.validate(told, schema)
    assert {"league#founded-1990", "league#corvia", "league#habit"} == {each["id"] for each in told["statements"]}
    assert {"league#founded-1990", "league#corvia", "league#habit"} == {row["id"] for row in rows}


def test_the_sources_of_a_page_are_those_that_it_cites_as_they_were_written(pages: Build) -> None:
    site = pages()
    text = (site.place / "data/pages/topic/league.bib").read_text("utf-8")
    whole = (ROOT / "tests/corpus/refs.bib").read_text("utf-8")
    entries = text.strip().split("\n\n")

    assert ["Gazette1994corvia", "League2006history", "Osk2007straits"] == [
        entry.partition("{")[2].partition(",")[0] for entry in entries
    ]
    assert [] == [entry for entry in entries if entry not in whole]


def test_an_entity_offers_its_own_statements_and_the_index_all_of_them(pages: Build) -> None:
    site = pages()
    own = json.loads((site.place / "data/pages/facts/league.json").read_text("utf-8"))
    links = [link["href"] for link in site.page("facts/index").select(".kb-offers a[download]")]
    whole = json.loads((site.place / "data/facts.json").read_text("utf-8"))

    assert {"league"} == {each["subject"] for each in own["statements"]}
    names = "evidence.csv facts.json datapackage.json kb.sqlite kb.ttl sources.bib sources.ris sources.csl.json"
    assert [f"../data/{name}" for name in names.split()] == links
    assert [] == [link for link in links if not (site.place / "facts" / link).is_file()]
    assert {"league", "harbour-treaty"} <= {each["subject"] for each in whole["statements"]}


def linked(tree: BeautifulSoup) -> dict[str, Any]:
    """What the block of data of a page says."""
    (block,) = tree.select('article script[type="application/ld+json"]')
    read: dict[str, Any] = json.loads(block.get_text())
    return read


def test_a_page_says_to_machines_what_it_cites(pages: Build) -> None:
    told = linked(pages(**WHERE).page(LEAGUE))

    assert ("Article", "The League of the Straits", SITE + "topic/league.html") == (
        told["@type"], told["headline"], told["url"],
    )  # fmt: skip
    assert ["2020-01-01", "https://cc.example/by/"] == [told["dateModified"], told["license"]]
    assert [{"@type": "Thing", "name": "League of the Straits"}] == told["about"]
    assert {
        "@type": "CreativeWork", "name": "What Holds the Straits Together", "author": "Mira Osk",
        "url": "https://review.example/osk",
    } in told["citation"]  # fmt: skip


def test_many_works_stand_in_a_file_to_which_the_page_leads(pages: Build) -> None:
    before = (ROOT / "tests/corpus/refs.bib").read_text("utf-8")
    entry = "\n@misc{{Osk{0}, author = {{Osk, Mira}}, title = {{Note {0}}}, year = {{{0}}}, url = {{https://review.example/{0}}}}}\n"
    years = range(1990, 2012)
    told = "".join(f"- Told {{cite:p}}`Osk{year}{{p. 1}}`.\n" for year in years)
    files = {
        "refs.bib": before + "".join(entry.format(year) for year in years),
        "docs/topic/page.md": f"---\norphan: true\n---\n\n# A page\n\n{told}",
    }
    site = pages(files, **WHERE)
    page = site.page("topic/page")
    (link,) = page.select('link[rel=alternate][type="application/ld+json"]')
    whole = json.loads((site.place / "topic" / link["href"]).read_text("utf-8"))

    assert "citation" not in linked(page)
    assert "../data/pages/topic/page.jsonld" == link["href"]
    assert linked(page) == {name: value for name, value in whole.items() if name != "citation"}
    assert [f"Note {year}" for year in years] == [work["name"] for work in whole["citation"]]


def test_a_claim_is_its_authors_and_has_an_address(pages: Build) -> None:
    (claim,) = linked(pages(**WHERE).page("facts/league"))["hasPart"]

    assert ("Claim", SITE + "facts/league.html#habit") == (claim["@type"], claim["@id"])
    assert "The League is held together by habit." == claim["text"]
    assert ["What Holds the Straits Together"] == [work["name"] for work in claim["appearance"]]


def test_the_index_of_the_ledger_is_a_dataset_that_can_be_had(pages: Build) -> None:
    site = pages(**WHERE)
    told = linked(site.page("facts/index"))

    assert "Dataset" == told["@type"]
    assert [] == [
        file["contentUrl"]
        for file in told["distribution"]
        if not (site.place / "facts" / file["contentUrl"]).resolve().is_file()
    ]


def test_no_title_ends_the_block_of_data(pages: Build) -> None:
    site = pages({"docs/topic/slipped.md": SLIPPED}, **WHERE)
    text = (site.place / "topic/slipped.html").read_text("utf-8")
    written = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]

    assert "Straits & <b>Seas</b> </script>" == json.loads(written)["name"]
    assert not set("<>&") & set(written)


def test_corrections_are_a_feed_of_dated_sections_newest_first(pages: Build) -> None:
    site = pages(ABOUT, myst_heading_anchors=3, **WHERE)
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(site.place / "corrections.xml").getroot()  # noqa: S314  # it is our own
    entries = feed.findall(f"{atom}entry")

    assert ["2 May 2019, second audit", "1 May 2019"] == [entry.findtext(f"{atom}title") for entry in entries]
    assert "2019-05-02T00:00:00Z" == feed.findtext(f"{atom}updated")
    assert "The &lt;day&gt; &amp; the month." in str(entries[0].findtext(f"{atom}content"))
    for entry in entries:
        anchor = str(entry.findtext(f"{atom}id")).partition("#")[2]
        assert site.page("about/corrections").find(id=anchor) is not None


@pytest.mark.parametrize("name", [LEAGUE, "facts/league", "index"])
def test_readers_of_feeds_are_told_on_every_page(pages: Build, name: str) -> None:
    site = pages(ABOUT, **WHERE)
    link = site.page(name).select_one('link[type="application/atom+xml"]')

    assert (site.place / name).parent.joinpath(link["href"]).resolve().is_file()


def test_without_an_address_there_is_no_feed(pages: Build) -> None:
    site = pages(ABOUT)

    assert not (site.place / "corrections.xml").exists()
    assert site.page(LEAGUE).select_one('link[type="application/atom+xml"]') is None


def test_a_language_model_is_told_of_the_pages_and_their_statements(pages: Build) -> None:
    text = (pages(**WHERE).place / "llms.txt").read_text("utf-8")

    assert text.startswith("# Small site\n\n> ")
    assert f"- [All statements, judgements and sources as JSON]({SITE}data/facts.json)" in text
    assert f"- [The League of the Straits]({SITE}topic/league.html): The League was founded at Selin" in text
    assert f"([statements]({SITE}data/pages/topic/league.json))" in text


def test_on_paper_a_page_has_its_references_with_addresses_and_says_what_it_is(pages: Build) -> None:
    page = pages(**WHERE).page(LEAGUE)
    paper, listed = page.select_one(".kb-paper"), page.select(".kb-references li")
    told = [" ".join(item.get_text().split()) for item in listed]

    assert ["League", "Mira", "Straits"] == sorted(line.split()[0] for line in told)
    assert [
        "https://gazette.example/1994/corvia",
        "https://league.example/history",
        "https://review.example/osk",
    ] == sorted(item.select_one("a.external")["href"] for item in listed)
    assert {"gazette.example", "league.example", "review.example"} == {
        item.select_one("a.external").get_text() for item in listed
    }
    assert f"as of 1 January 2020, {SITE}topic/league.html" in paper.get_text()


def test_a_book_has_none_of_it(build: Build) -> None:
    site = build(ABOUT, builder="epub", **WHERE)

    assert not (site.place / "data").exists()
    assert "ld+json" not in site.files()


def test_a_preview_has_a_picture_of_its_own_page_and_the_ledger_one_in_all(pages: Build) -> None:
    extensions = "myst_parser sphinxcontrib.bibtex sphinx_design sphinx_kb sphinxext.opengraph".split()
    site = pages(extensions=extensions, ogp_site_url=SITE, ogp_social_cards={"enable": False}, **WHERE)
    named = {
        name: site.page(name).select_one("meta[property='og:image']")["content"]
        for name in (LEAGUE, "index", "facts/league", "facts/corvia")
    }
    drawn = [site.place / address.removeprefix(SITE) for address in named.values()]

    assert [(1200, 630)] * 4 == [Image.open(path).size for path in drawn]
    assert named["facts/league"] == named["facts/corvia"]
    assert 3 == len(set(named.values()))


def test_words_in_another_script_say_their_language(pages: Build) -> None:
    text = "# Names\n\nIn Russian Канал «Восток» – 2, in Armenian Հավաքական; Latin stays.\n"
    page = pages({"docs/topic/names.md": text}).page("topic/names")

    assert [("ru", "Канал «Восток"), ("hy", "Հավաքական")] == [
        (each["lang"], each.get_text()) for each in page.select("article [lang]")
    ]


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("Цыренова (2006)", '<span lang="ru">Цыренова</span> (2006)'),
        (
            '<a href="https://x.example/Канал">Канал</a>',
            '<a href="https://x.example/Канал"><span lang="ru">Канал</span></a>',
        ),
        ("μ &amp; naïve Ḥasan № 5", '<span lang="el">μ</span> &amp; naïve Ḥasan № 5'),
    ],
)
def test_in_what_is_written_as_html_only_words_are_marked(html: str, made: str) -> None:
    assert made == marked(html)


def test_on_paper_a_title_is_in_the_language_of_its_source_unless_letters_or_words_say_otherwise(pages: Build) -> None:
    before, osk, after = (ROOT / "tests/corpus/refs.bib").read_text("utf-8").partition("@article{Osk2007straits,")
    entries = before.replace("langid       = {english}", "langid       = {russian}", 1)
    spoken = after.replace("langid       = {english}", "langid       = {french}", 1)
    text = entries + osk + spoken.replace("What Holds the Straits Together", "Ce qui unit les détroits", 1)
    listed = pages({"refs.bib": text}).page(LEAGUE).select(".kb-references [lang]")

    assert [("fr", "Ce qui unit les détroits")] == [(each["lang"], each.get_text()) for each in listed]
