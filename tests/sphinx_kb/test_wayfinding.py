"""Where a reader is and may go from there: sections, the way to a page, its neighbours, terms, and the A to Z."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup

from sphinx_kb.wayfinding.outline import Place, Section
from sphinx_kb.wayfinding.sidebar import Sidebar

Build = Callable[..., Any]
INDEX = """# Small site

```{toctree}
:hidden:
:caption: Affairs & acts

topic/first
topic/second
topic/third
```

```{toctree}
:hidden:
:caption: Look up

facts/index
words
letters
references
```
"""
GLOSSARY = """# Words

```{glossary}
quorum
  How many must be there; see {doc}`topic/first`.

KMS
  In Ruritanian: the peacekeepers {cite:p}`Harbour1990treaty{preamble}`.

member
  One that belongs to it.
```
"""
ABOUT = "---\nabout: [league]\n---\n\n"
SECOND = (
    f"{ABOUT}# On quorums\n\nA [quorum](first.md) comes first.\nQuorums vary, and a quorum is no quorum-like thing. "
    "The KMS is no kms, and no member.\n\n| quorum | KMS |\n|---|---|\n| a | b |\n"
)
PAGES = {
    "docs/index.md": INDEX,
    "docs/words.md": GLOSSARY,
    "docs/letters.md": "# Letters\n\n```{kb:letters}\n```\n",
    "docs/topic/league.md": "---\norphan: true\n---\n\n# Elsewhere\n",
    "docs/topic/first.md": f"{ABOUT}# The *first* page\n\n```{{toctree}}\n:hidden:\n\ninner\n```\n",
    "docs/topic/inner.md": f"{ABOUT}# Inner\n",
    "docs/topic/second.md": SECOND,
    "docs/topic/third.md": f"{ABOUT}# Third\n",
    "docs/facts/rask.yaml": "id: rask\nkind: person\nnames: {en: [Hugo Rask, Rask], ru: [Хуго Раск]}\n"
    "also: [the old chair]\n",
}


@pytest.fixture
def site(pages: Build) -> Any:
    """A site with two sections, a page below another, and a glossary."""
    return pages(PAGES, kb_plain_words=("member",))


def sections(page: BeautifulSoup) -> dict[str, list[str]]:
    """Each section at the side with its pages, if it is open."""
    return {
        part.summary.get_text(): [link.get_text() for link in part.select("a")] if part.has_attr("open") else []
        for part in page.select(".kb-sections details")
    }


def way(page: BeautifulSoup) -> list[tuple[str, str]]:
    """The way to a page: words and address of each step."""
    return [(step.get_text(), step.a["href"] if step.a else "") for step in page.select(".kb-trail li")]


def around(page: BeautifulSoup) -> list[str]:
    """What comes before and what comes after."""
    return [link["href"] for name in ("prev", "next") for link in page.select(f".related-pages a.{name}-page")]


def test_only_the_section_of_a_page_is_open(site: Any) -> None:
    page = site.page("topic/second")

    assert "" == site.warnings
    assert {"Affairs & acts": ["The first page", "On quorums", "Third"], "Look up": []} == sections(page)
    assert [("On quorums", "../topic/second.html", "page")] == [
        (link.get_text(), link["href"], link["aria-current"]) for link in page.select(".kb-sections [aria-current]")
    ]


def test_a_folded_section_holds_its_pages_for_whoever_unfolds_it(site: Any) -> None:
    folded = site.page("index").select(".kb-sections details:not([open]) a")

    assert ["topic/first.html", "topic/second.html", "topic/third.html"] == [link["href"] for link in folded[:3]]


def test_pages_below_another_are_listed_while_a_reader_is_among_them(site: Any) -> None:
    assert ["The first page", "Inner", "On quorums", "Third"] == sections(site.page("topic/inner"))["Affairs & acts"]


def test_an_entity_is_shown_at_the_ledger_which_no_section_lists_it_below(site: Any) -> None:
    (current,) = site.page("facts/voss").select(".kb-sections [aria-current]")

    assert ("Ledger", "true") == (current.get_text(), current["aria-current"])


def test_the_way_leads_from_the_section_to_the_page(site: Any) -> None:
    assert [("Affairs & acts", "first.html"), ("On quorums", "")] == way(site.page("topic/second"))
    assert [("Affairs & acts", ""), ("The first page", "")] == way(site.page("topic/first"))
    assert [("Affairs & acts", "first.html"), ("The first page", "first.html"), ("Inner", "")] == way(
        site.page("topic/inner")
    )
    assert [] == way(site.page("index"))


def test_the_way_to_an_entity_leads_over_its_kind(site: Any) -> None:
    assert [("Ledger", "index.html"), ("Persons", "index.html#person"), ("Petra Voss", "")] == way(
        site.page("facts/voss")
    )


def test_neighbours_are_of_the_same_section(site: Any) -> None:
    assert ["inner.html", "third.html"] == around(site.page("topic/second"))
    assert ["second.html"] == around(site.page("topic/third"))


def test_neighbours_of_an_entity_are_of_its_kind(site: Any) -> None:
    assert ["arvenia.html", "corvia.html"] == around(site.page("facts/boreland"))


def test_a_page_of_the_ledger_says_so_in_its_title(site: Any) -> None:
    page = site.page("facts/voss")

    assert "Petra Voss in the ledger" == page.h1.get_text().rstrip("¶")
    assert page.title.get_text().startswith("Petra Voss in the ledger - ")


def test_a_term_is_a_link_where_it_is_first_used(site: Any) -> None:
    terms = site.page("topic/second").select("a.kb-term")

    assert [
        ("Quorums", "../words.html#term-quorum", "How many must be there"),
        ("KMS", "../words.html#term-KMS", "In Ruritanian: the peacekeepers"),
    ] == [(link.get_text(), link["href"], link["title"]) for link in terms]


def test_terms_are_no_links_where_they_are_explained_nor_in_the_ledger(site: Any) -> None:
    assert [] == [name for name in ("words", "facts/league") if site.page(name).select("a.kb-term")]


def test_every_page_is_written_again_when_what_stands_around_it_changes(build: Build) -> None:
    build(PAGES)
    changed = build({"docs/topic/third.md": f"{ABOUT}# The third\n", "docs/words.md": GLOSSARY.replace("must", "may")})

    assert ["topic/third", "words"] == changed.read
    assert "How many may be there" == changed.page("topic/second").select_one("a.kb-term")["title"]


def test_everybody_stands_under_a_letter_and_other_names_point_there(site: Any) -> None:
    page = site.page("letters")
    listed = {
        part["id"]: [" ".join(line.get_text().split()) for line in part.select("li > p")]
        for part in page.select("section section")
    }

    rask = "Rask, Hugo Person Secretary of the League, from 1 January 2006, ongoing, checked on 1 May 2019"
    assert [rask] == listed["letter-r"]
    assert ["Old chair → Hugo Rask"] == listed["letter-o"]
    assert (
        "Voss, Petra Person Secretary of the League, from 2 April 2001 through 31 December 2005" in listed["letter-v"]
    )
    assert ["Раск, Хуго → Hugo Rask"] == listed["letter-420"]
    assert "ru" == page.select_one("#letter-420 li span")["lang"]
    assert list(listed) == [link["href"].removeprefix("#") for link in page.select(".kb-letters a")]


def test_folded_sections_are_written_once_for_each_depth() -> None:
    asked: list[str] = []

    def address(docname: str) -> str:
        asked.append(docname)
        return f"{docname}.html"

    side = Sidebar(
        [Section("A", (Place("a/1", "One"), Place("a/2", "Two"))), Section("B", (Place("b", "B"),))], address
    )
    for name in ("a/1", "a/2", "a/1", "a/2"):
        side.written("../", name, name)

    assert [*("a/1", "a/2", "b"), *(4 * ["a/1", "a/2"])] == asked
