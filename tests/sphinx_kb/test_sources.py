"""How sources are cited and listed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kb.core.model import Source
from kb.load.bibliography import bibliography
from sphinx_kb.knowledge import Unreadable
from sphinx_kb.sources.authors import after_author, labels, short_author, sort, year
from sphinx_kb.sources.citing import AuthorYear, place
from sphinx_kb.sources.listing import VouchedStyle
from sphinx_kb.sources.places import once
from sphinx_kb.sources.shelves import shelves

BOOKS = """
@misc{B2016a, author = {{Council of the {CSTO}}}, title = {Second}, date = {2016-10-14}}
@misc{B2016b, author = {{Council of the {CSTO}}}, title = {First}, year = {2016}}
@misc{BND, author = {{Council of the {CSTO}}}, title = {Undated}}
@article{A2007, author = {Osk, Mira and Lund, Per and Rask, Ilmar},
  title = {Security in Central Asia: {NATO} and others},
  journaltitle = {Review}, volume = {3}, number = {2}, pages = {1--20}, year = {2007}, keywords = {secondary},
  url = {https://www.review.example/osk/}, urldate = {2019-05-01}}
@misc{R1992, title = {Договор о коллективной безопасности}, organization = {{Штаб}}, year = {1992}}
@misc{J2000, author = {Osk, Mira}, title = {Bad address}, year = {2000}, url = {javascript:alert(1)}}
"""


def entries(text: str = BOOKS) -> dict[str, Source]:
    """The books by key."""
    library = bibliography(text.encode())

    assert {fault.rule for fault in library.faults} <= {"bad-url"}
    return {source.key: source for source in library.sources}


def listed(key: str) -> str:
    """An entry as it is listed."""
    ordered = sort(entries().values())
    label = dict(zip([entry.key for entry in ordered], labels(ordered), strict=True))[key]
    return str(VouchedStyle().format_entry(label, entries()[key]).text)


def test_a_body_is_cited_whole() -> None:
    assert short_author(entries()["B2016a"]) == "Council of the CSTO"


def test_three_authors_are_one_and_others() -> None:
    assert short_author(entries()["A2007"]) == "Osk et al."


def test_a_year_that_was_not_seen_is_said_so() -> None:
    assert [year(entries()[key]) for key in ("B2016a", "B2016b", "BND")] == ["2016", "2016", "n.d."]


def test_the_day_tells_the_same_year_apart() -> None:
    found = [label for label in labels(sort(entries().values())) if label.startswith("Council")]

    assert found == ["Council of the CSTO 2016", "Council of the CSTO 14 October 2016", "Council of the CSTO n.d."]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("title = {A}, date = {1995-10}", "title = {B}, date = {1995-11-02}",
         ["Osk October 1995", "Osk 2 November 1995"]),
        ("title = {A}, year = 1995", "title = {B}, year = 1995", ["Osk 1995a", "Osk 1995b"]),
        ("title = {Basic facts: a page}", "title = {U.S. “aid” for the straits and more}",
         ["Osk “Basic facts”", "Osk “U.S. ‘aid’ for the straits …”"]),
        ("title = {A}", "title = {A}", ["Osk “A” a", "Osk “A” b"]),
        ("title = {A}, shorttitle = {Treaty}, year = 1995", "title = {B}, year = 1995", ["Osk 1995", "Treaty 1995"]),
    ],
)  # fmt: skip
def test_no_two_sources_are_cited_alike(one: str, other: str, expected: list[str]) -> None:
    text = f"@misc{{A, author = {{Osk}}, {one}}}\n@misc{{B, author = {{Osk}}, {other}}}"

    assert expected == list(labels(sort(entries(text).values())))


def test_a_short_title_stands_before_the_place_for_an_author() -> None:
    (source,) = entries("@misc{A, author = {{Three States}}, title = {A}, shorttitle = {Treaty}, year = 1995}").values()
    (label,) = labels([source])

    assert ("Treaty", "1995") == (short_author(source), after_author(label, source))


def test_a_site_is_cited_by_its_name_and_not_by_its_address(build: Callable[..., Any]) -> None:
    books = (CORPUS / "refs.bib").read_text(encoding="utf-8")
    named = books.replace("{{Straits Gazette}}", "{{news.example}}").replace(
        "author       = {Osk, Mira}", "author = {{novaya.example}}"
    )
    page = build({"refs.bib": named}).page("topic/league")

    assert ["news.example 1994", "Novaya 2007"] == [
        page.select_one(f"a[href*='#cite-{key}']").get_text() for key in ("gazette1994corvia", "osk2007straits")
    ]


def test_titles_keep_their_capitals() -> None:
    assert listed("A2007") == (
        "Mira Osk, Per Lund and Ilmar Rask (2007). “Security in Central Asia: NATO and others”. Review 3(2), pp. 1–20."
        " review.example/osk (seen 1 May 2019). Secondary source."
    )


def test_cyrillic_stays_as_it_is() -> None:
    assert listed("R1992") == "Штаб (1992). “Договор о коллективной безопасности”."


def test_only_addresses_of_the_web_are_printed() -> None:
    assert listed("J2000") == "Mira Osk (2000). “Bad address”."


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("A{¶ 1},B,A{¶ 3}", "A{¶ 1; ¶ 3},B"),
        ("A{¶ 10},A{¶ 9},A{heading}", "A{heading; ¶ 9; ¶ 10}"),
        ("A{Art. 4(10)},A{Art. 4(2)},A{Art. 4}", "A{Art. 4; Art. 4(2); Art. 4(10)}"),
        ("A{review, s. 1},A{abstract, s. 2; review, s. 1}", "A{abstract, s. 2; review, s. 1}"),
        ("A{¶ 1},A{¶ 1},A", "A{¶ 1}"),
        ("{see}A{¶ 2},A{¶ 1}", "{see}A{¶ 1; ¶ 2}"),
    ],
)
def test_a_source_cited_at_several_places_is_cited_once_with_all_in_its_order(cited: str, expected: str) -> None:
    assert expected == once(cited)


def test_the_style_puts_places_in_the_order_of_the_source_for_the_print_too() -> None:
    assert ["preamble", "¶ 9", "¶ 10", "annex"] == AuthorYear().in_order(["¶ 10", "annex", "¶ 9", "preamble"])


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("¶ 3", "¶\u00a03"),
        ("Art. 4(2); pp. 5–6", "Art.\u00a04(2); pp.\u00a05–6"),
        ("review, s. 1", "review, s.\u00a01"),
    ],
)
def test_a_place_in_a_citation_stays_on_one_line(written: str, printed: str) -> None:
    assert printed == str(place.format_data({"reference_info": SimpleNamespace(post_text=written)}))


@pytest.mark.parametrize(
    ("fields", "cited", "reference"),
    [
        ("author = {Osk, Mira}, editor = {Lund, Per}", "Osk", "Mira Osk (n.d.). “A”."),
        ("editor = {Lund, Per}", "Lund", "Per Lund (ed.) (n.d.). “A”."),
        ("editor = {Lund, Per and Rask, Ilmar}", "Lund and Rask", "Per Lund and Ilmar Rask (eds.) (n.d.). “A”."),
        ("author = {Osk, Mira and others}", "Osk et al.", "Mira Osk et al. (n.d.). “A”."),
    ],
)
def test_who_made_a_source_is_who_is_cited(fields: str, cited: str, reference: str) -> None:
    (source,) = entries(f"@misc{{A, title = {{A}}, {fields}}}").values()
    (label,) = labels([source])

    assert (cited, reference) == (short_author(source), str(VouchedStyle().format_entry(label, source).text))


def test_different_sources_stay_as_they_are() -> None:
    assert once("{see}A{¶ 1}, B{p. 2}") == "{see}A{¶ 1}, B{p. 2}"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title = {A}, author = {Osk, Mira and Lund, Per and others}", "Mira Osk, Per Lund et al. (n.d.). “A”."),
        ("title = {A}, author = {Osk, Jr, Mira}", "Mira Osk Jr (n.d.). “A”."),
        ("title = {A}, editor = {Osk, Mira and others}", "Mira Osk et al. (eds.) (n.d.). “A”."),
        ("title = {A}, organization = {{Rask and Sons}}", "Rask and Sons (n.d.). “A”."),
        ("title = {A}, author = {Osk, Mira}, editor = {Lund, Per}, booktitle = {B}, volume = 2",
         "Mira Osk (n.d.). “A”. In B, edited by Per Lund 2."),
        ("title = {<b>A</b> & \"B\" {C} \\{D\\} $5 #1 _e_ *f*}", "“<b>A</b> & \"B\" C {D} $5 #1 _e_ *f*”. (n.d.)."),
        ("title = {Is it?}, year = 1995, month = OCT", "“Is it?” (1995). October 1995."),
        ("title = {A}, month = oct", "“A”. (n.d.)."),
        ("title = {A}, year = 1995, month = oct, howpublished = {Print of October 1995}",
         "“A”. (1995). Print of October 1995."),
        ("title = {A}, year = 1995, month = oct, howpublished = {Archive, sheet 21995}",
         "“A”. (1995). Archive, sheet 21995. October 1995."),
        ("title = {A}, keywords = {tertiary}", "“A”. (n.d.). Tertiary source."),
        ("title = {A}, keywords = {pre-primary, tertiary}", "“A”. (n.d.). Tertiary source."),
        ("title = {A}, keywords = {pre-primary}", "“A”. (n.d.)."),
        ("title = {}", "“Osk1995a”. (n.d.)."),
        ("title = {A}, date = {1995-10/1995-11}", "“A”. (1995). October 1995."),
        ("title = {A}, keywords = {[1, primary source}", "“A”. (n.d.)."),
        ("title = {A}, doi = {10.1002/(SICI)0000(199501)19:4<1::AID>3.0.CO;2-P}",
         "“A”. (n.d.). doi:10.1002/(SICI)0000(199501)19:4<1::AID>3.0.CO;2-P."),
        ("title = {A}, url = {https://e.example/a\\_b\\%20}, x-archived = {javascript:x}",
         "“A”. (n.d.). e.example/a_b%20."),
        ("title = {A}, url = {//e.example/a}, x-archived = {https://e.example}", "“A”. (n.d.)."),
    ],
)  # fmt: skip
def test_an_entry_is_listed_in_the_words_that_it_holds(fields, expected):
    text = f"@misc{{Osk1995a, {fields}}}"
    (label,) = labels(sort(entries(text).values()))

    assert str(VouchedStyle().format_entry(label, entries(text)["Osk1995a"]).text) == expected


def test_a_thousand_works_of_one_year_have_a_letter_each():
    text = "".join(
        f"@misc{{Osk1995a{number}, title = {{{number:04}}}, author = {{Osk}}, year = 1995}}\n" for number in range(1000)
    )
    found = list(labels(sort(entries(text).values())))

    assert [found[number] for number in (0, 25, 26, 701, 702)] == [
        f"Osk 1995{it}" for it in ("a", "z", "aa", "zz", "aaa")
    ]
    assert len(set(found)) == 1000


CORPUS = Path(__file__).parents[1] / "corpus"
HOSTILE = r"""
@misc{Hostile1995entry,
  author       = {{<script>alert("canary")</script> #eval("1") & \$x\$}},
  title        = {<img src=x onerror=alert(1)> [link](javascript:alert(1)) {{x}} `#raw` \$x\$ @cite *b* \_},
  howpublished = {\url{https://e.example/x\_y} and //evil.example and data:text/html,x},
  year         = {1995},
  url          = {https://gazette.example/a\_b\%20c?x=1\&y=2\#top},
  doi          = {10.1002/(SICI)0000-0000(199501)19:4<1::AID-XYZ1>3.0.CO;2-P},
  x-archived   = {https://шос.рф/x},
  urldate      = {2019-05-01},
  note         = {{raw:typst}`#read("/etc/passwd")` and #import "x"},
  langid       = {english},
  keywords     = {secondary, <b>},
  file         = {/etc/passwd},
}
"""
CITING = """\
---
about: [league]
---

# A page

It is so {cite:p}`Hostile1995entry{¶ 1 <b>, [x] & #eval("y")},Osk2007straits{p. 2}`, says {cite:t}`Hostile1995entry`.
"""


def test_nothing_in_an_entry_becomes_markup_or_a_link_of_another_kind(build):
    text = (CORPUS / "refs.bib").read_text(encoding="utf-8") + HOSTILE
    site = build({"refs.bib": text, "docs/topic/page.md": CITING})
    entry = site.page("sources/h").find(id="cite-hostile1995entry")
    page = site.page("topic/page").find("article")

    assert site.warnings == ""
    assert [link["href"] for link in entry.find_all("a", class_="external")] == [
        "https://doi.org/10.1002/(SICI)0000-0000(199501)19:4%3C1::AID-XYZ1%3E3.0.CO;2-P",
        "https://gazette.example/a_b%20c?x=1&y=2#top",
        "https://xn--n1agt.xn--p1ai/x",
    ]
    assert entry.find_all(["script", "img", "b", "strong", "code"]) == []
    assert (
        r"{{<script>alert(\"canary\")</script> \#eval(\"1\") \& \$x\$}}".replace('\\"', '"')
        in entry.find("pre").get_text()
    )
    assert '<script>alert("canary")</script> #eval("1") & $x$ (1995). “<img src=x onerror=alert(1)>' in entry.get_text()
    assert "https://e.example/x_y and //evil.example and data:text/html,x." in entry.get_text()
    assert '1995, ¶ 1 <b>, [x] & #eval("y"); Osk 2007, p. 2)' in " ".join(page.get_text().split())
    assert page.find_all(["script", "img", "b"]) == []


def test_a_site_with_an_address_that_runs_a_script_is_not_built(build):
    text = (
        (CORPUS / "refs.bib").read_text(encoding="utf-8").replace("https://review.example/osk", "javascript:alert(1)")
    )

    with pytest.raises(Unreadable, match="bad-url"):
        build({"refs.bib": text})


@pytest.mark.parametrize("lost", ["", "% None at present.\n"])
def test_a_site_whose_citations_would_lead_nowhere_is_not_built(build, lost):
    with pytest.raises(Unreadable, match="holds no source"):
        build({"refs.bib": lost})


def test_the_file_is_read_by_the_checker_alone(build, monkeypatch):
    def never(*_: object) -> None:
        raise AssertionError("pybtex parses a file")

    monkeypatch.setattr("pybtex.database.input.bibtex.Parser.parse_file", never)

    assert "Osk" in build().page("sources/o").get_text()


REPEATED = """@misc{Herald2008osk,
  author  = {{Straits Herald}},
  title   = {Habit & Alliance},
  year    = {2008},
  url     = {https://herald.example/osk},
  urldate = {2019-05-01},
  note    = {Seen whole},
  langid  = {english},
  keywords = {tertiary},
  x-derives = {Osk2007straits},
}
"""


def test_a_source_has_a_place_with_its_copies_and_its_bibtex_and_an_index_leads_there(
    build: Callable[..., Any],
) -> None:
    books = (CORPUS / "refs.bib").read_text(encoding="utf-8")
    site = build(
        {"refs.bib": books + REPEATED, "docs/topic/page.md": CITING.replace("Hostile1995entry", "Herald2008osk")}
    )
    origin = site.page("sources/o").select_one("#cite-osk2007straits")
    repeated = site.page("sources/h").select_one("#cite-herald2008osk")
    index = [link["href"] for link in site.page("references").select("article .kb-authors a")]

    assert site.warnings == ""
    assert origin.select_one(".kb-more").get_text() == "Repeated by: Straits Herald 2008"
    assert repeated.select_one(".kb-more a")["href"] == "o.html#cite-osk2007straits"
    assert "  title = {Habit \\& Alliance}" in repeated.select_one("pre").get_text()
    assert "x-derives" not in repeated.get_text()
    assert "sources/h.html#cite-herald2008osk" in index
    assert site.page("sources/kind-tertiary").select_one("article li a")["href"] == "h.html#cite-herald2008osk"


class Books:
    """As much of a corpus as shelves need."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.sources, self.entities, self.by_source = sources, {}, {}


def test_a_shelf_that_overflows_keeps_what_is_left_and_no_source_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sphinx_kb.sources.shelves.FULL", 3)
    named = [f"Osk200{number}" for number in range(6)] + ["Oak1995", "Oar1995", "Rask1995"]
    text = "".join(f"@misc{{{key}, title = {{{key}}}, author = {{Osk}}, year = 1995}}\n" for key in named)
    corpus = Books(entries(text))
    held = {
        name.removeprefix("sources/"): [source.key for source in shelf.sources]
        for name, shelf in shelves(corpus).items()
        if not shelf.is_list
    }

    assert sorted(named) == sorted(key for keys in held.values() for key in keys)
    assert held["r"] == ["Rask1995"]
    assert max(map(len, held.values())) <= 3


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It is so {cite:p}`Osk2007straits{p. 2}`, and so {cite:p}`League2006history{¶ 1}`.",
         "It is so, and so (League of the Straits 2006, ¶\u00a01; Osk 2007, p.\u00a02)."),
        ("It is so {cite:p}`Osk2007straits{p. 2}`.\nIt is so {cite:p}`Osk2007straits{p. 3}`.",
         "It is so (Osk 2007, p.\u00a02). It is so (Osk 2007, p.\u00a03)."),
        ("It is so {cite:p}`Osk2007straits{p. 2}`, says {cite:t}`Osk2007straits`.",
         "It is so (Osk 2007, p.\u00a02), says Osk (2007)."),
        ("*One* {cite:p}`Osk2007straits`.\n*Is* {cite:p}`Osk2007straits{p. 2}`, and so {cite:p}`Osk2007straits{p. 3}`.",
         "One (Osk 2007). Is, and so (Osk 2007, p.\u00a02; p.\u00a03)."),
    ],
)  # fmt: skip
def test_what_a_sentence_cites_stands_at_its_end(build: Callable[..., Any], sentence: str, told: str) -> None:
    page = build({"docs/topic/page.md": f"---\nabout: [league]\n---\n\n# A page\n\n{sentence}\n"}).page("topic/page")

    assert told == " ".join(page.select_one("article h1 ~ p").get_text().split(" ")).replace("\n", " ")


def test_a_page_ends_with_its_references_and_a_citation_says_how_near_its_source_stands(
    pages: Callable[..., Any],
) -> None:
    page = pages().page("topic/league")
    listed = page.select(".kb-references li")

    assert [each["data-of"] for each in listed] == [
        "cite-league2006history",
        "cite-osk2007straits",
        "cite-gazette1994corvia",
    ]
    assert listed[1].get_text().startswith("Mira Osk (2007). “What Holds the Straits Together”.")
    assert page.select_one("a.kb-primary").get_text() == "League of the Straits 2006"
