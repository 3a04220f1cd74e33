"""What the extension makes of ledger and pages: entity pages, figures, derived values, and closed doors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sphinx_kb.knowledge import Unreadable

Build = Callable[..., Any]
CORPUS = Path(__file__).parent.parent / "corpus"
FRONT = "---\nabout: [league, harbour-treaty]\n---\n\n# A page\n\n"
TREATY = {
    "docs/facts/harbour-treaty.yaml": """
id: harbour-treaty
kind: instrument
names: {en: Harbour Treaty}
part-of: [league]
statements:
  signed-1990:
    signed: 1990-06-03
    where: selin
    who: [arvenia, boreland]
    complete: true
    evidence: [{by: Harbour1990treaty, at: preamble, quote: done at Selin on 3 June 1990, seen: full}]
  in-force-1991:
    in-force: 1991-01-12
    evidence: [{by: League2006history, at: ¶ 2, quote: entered into force on 12 January 1991, seen: excerpt}]
"""
}
SIGNED = "The treaty was signed at Selin on 3 June 1990 {cite:p}`Harbour1990treaty{preamble}`.\n"


def misread(text: str) -> dict[str, str]:
    """A page that the checker has passed for something else."""
    return {"docs/topic/page.md": FRONT, "unchecked/topic/page.md": FRONT + text}


def test_a_ledger_file_is_a_page_with_an_anchor_for_each_statement(build: Build) -> None:
    site = build(TREATY)
    row = site.page("facts/harbour-treaty").select_one("tr#signed-1990")

    assert site.warnings == ""
    assert row is not None
    assert [cell.get_text(" ", strip=True) for cell in row.select("td")] == [
        "signed",
        "3 June 1990 by Arvenia , Boreland (complete list) in Selin",
        "“done at Selin on 3 June 1990” ( League of the Straits 1990 , preamble) transcribed, whole text seen",
    ]


def test_a_link_to_a_statement_leads_to_its_row(build: Build) -> None:
    text = "On [a beginning](../facts/league.yaml#founded-1990) and [a habit](/facts/league.yaml#habit).\n"
    site = build({"docs/topic/page.md": FRONT + text})
    targets = [link["href"] for link in site.page("topic/page").select("p a.reference.internal")]

    assert "" == site.warnings
    assert ["../facts/league.html#founded-1990", "../facts/league.html#habit"] == targets
    assert all(site.page("facts/league").select_one(f"tr#{target.partition('#')[2]}") for target in targets)


def test_sources_are_counted_by_what_is_asked_for(build: Build) -> None:
    table = build({"docs/topic/page.md": FRONT + "```{kb:balance} rank\n```\n"}).page("topic/page").select_one("table")

    assert table is not None
    assert [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in table.select("tr")] == [
        ["Rank", "Sources", "Share", "Primary", "Statements that cite one"],
        ["primary", "2", "50 %", "2", "10"],
        ["secondary", "2", "50 %", "0", "2"],
    ]


def test_sources_are_not_counted_by_anything_else(build: Build) -> None:
    site = build(misread("```{kb:balance} colour\n```\n"))

    assert "sources are counted by language, party, rank, time, not by 'colour'" in site.warnings


def test_a_statement_says_what_it_came_after_and_how_long_it_lasts(build: Build) -> None:
    ledger = TREATY["docs/facts/harbour-treaty.yaml"].replace(
        "    in-force: 1991-01-12\n",
        "    in-force: 1991-01-12\n    after: signed-1990\n"
        "    later: {n: 7, of: months, than: signed-1990, bound: over}\n",
    )
    row = build({"docs/facts/harbour-treaty.yaml": ledger}).page("facts/harbour-treaty").select_one("tr#in-force-1991")

    assert row is not None
    told = [part.get_text(" ", strip=True) for part in row.select(".kb-more")]
    assert ["after signed-1990", "over 7 months later than signed-1990"] == told
    assert row.select(".kb-more a")[0]["href"].endswith("#signed-1990")


def test_an_entity_page_shows_where_else_it_is_named(build: Build) -> None:
    named = build().page("facts/voss").select_one("#kb-named")

    assert named is not None
    assert "Secretary of the League: held by Petra Voss from 2 April 2001 through 31 December 2005" in named.get_text()


def test_an_entity_page_says_in_which_language_a_name_is(build: Build) -> None:
    names = "  en: [Selin Port, Old Port]\n  ro: Portul Selin\n  ky: Селин порту\n"
    page = build({"docs/facts/port.yaml": f"id: port\nkind: place\nnames:\n{names}"}).page("facts/port")
    told = [term.get_text() for term in page.select("dt")]

    assert ["Also called:", "Romanian:", "Kyrgyz:", "Id:"] == told


DONE = "done at Selin on 3 June 1990"


def test_a_figure_that_agrees_links_to_its_statement(pages: Build) -> None:
    site = pages(TREATY | {"docs/topic/page.md": FRONT + SIGNED})
    link = site.page("topic/page").select_one("a.kb-agreed")

    assert site.warnings == ""
    assert link is not None
    assert (link.get_text(), link["href"]) == ("3 June 1990", "../facts/harbour-treaty.html#signed-1990")
    assert link["title"] == "Harbour Treaty: signed 3 June 1990"
    assert site.card("topic/page", "harbour-treaty#signed-1990") == [
        "Harbour Treaty: signed 3 June 1990",
        f"League of the Straits 1990, preamble: {DONE} (transcribed, whole text seen) league.example",
        "No other statement in the ledger disagrees.",
        "In the ledger · All on Harbour Treaty",
    ]


def test_a_figure_in_the_words_of_a_link_leaves_the_link_whole(build: Build) -> None:
    words = "More is told under {doc}`the treaty of 3 June 1990 <league>` {cite:p}`Harbour1990treaty{preamble}`.\n"
    site = build(TREATY | {"docs/topic/page.md": FRONT + words})

    assert site.warnings == ""
    assert "the treaty of 3 June 1990" in [link.get_text() for link in site.page("topic/page").select("a.internal")]


def test_a_figure_that_disagrees_is_no_link(build: Build) -> None:
    site = build({"docs/topic/page.md": FRONT + SIGNED.replace("1990 ", "1991 ")})

    assert site.page("topic/page").select("a.kb-agreed") == []


def test_a_figure_in_a_table_cell_keeps_the_table_whole(build: Build) -> None:
    table = (
        "| what | when | source |\n|---|---|---|\n| signed | 3 June 1990 | {cite:p}`Harbour1990treaty{preamble}` |\n"
    )
    page = build({"docs/topic/page.md": FRONT + table}).page("topic/page")

    assert [cell.get_text() for cell in page.select("tbody td")][:2] == ["signed", "3 June 1990"]
    assert page.select_one("td a.kb-agreed") is not None


def test_a_figure_inside_a_link_is_left_alone(build: Build) -> None:
    linked = SIGNED.replace("3 June 1990", "[3 June 1990](https://league.example/)")
    page = build({"docs/topic/page.md": FRONT + linked}).page("topic/page")

    assert [a["href"] for a in page.select("p a[href^=http]")] == ["https://league.example/"]


@pytest.mark.parametrize(
    "door",
    [
        "A <b onclick=alert(1)>word</b>.\n",
        "<script>alert(1)</script>\n",
        "```{raw} html\n<b class=door>in</b>\n```\n",
        "```{eval-rst}\n.. raw:: html\n\n   <b class=door>in</b>\n```\n",
        "```{include} ../../refs.bib\n```\n",
        "```{literalinclude} ../../refs.bib\n```\n",
        "A [word](javascript:alert).\n",
    ],
)
def test_what_the_checker_finds_in_a_page_stops_the_build_with_the_finding(build: Build, door: str) -> None:
    with pytest.raises(Unreadable) as stopped:
        build({"docs/topic/page.md": FRONT + door})

    assert "docs/topic/page.md:7:" in str(stopped.value)
    assert "[raw-markup]\n    help       " in str(stopped.value)


def test_code_is_shown_as_it_stands_also_where_it_breaks_the_grammar_of_its_language(build: Build) -> None:
    code = "```json\n{nope, …}\n```\n\n```{code-block} python\n£ = ?\n```\n"
    built = build({"docs/contributing/letters.md": f"---\norphan: true\n---\n\n# Letters\n\n{code}"})
    blocks = built.page("contributing/letters").select("div.highlight")

    assert ["{nope, …}", "£ = ?"] == [block.get_text().strip() for block in blocks]


def test_names_and_quotes_are_escaped(build: Build) -> None:
    entity = "id: voss\nkind: person\nnames: {en: 'Petra <script>alert(1)</script> Voss'}\n"
    page = build({"docs/facts/voss.yaml": entity}).page("facts/voss")

    assert page.select_one("h1").get_text().startswith("Petra <script>alert(1)</script> Voss")


def test_a_count_is_taken_from_the_roll_of_that_day(build: Build) -> None:
    said = "In 1995 it had {kb:count}`league @ 1995-06-01` members, in 2000 {kb:count}`league @ 2000-01-01`.\n"
    page = build({"docs/topic/page.md": FRONT + said}).page("topic/page")

    assert [link.get_text() for link in page.select("a.kb-derived")] == ["three", "two"]


def test_a_holder_is_the_one_of_that_day(build: Build) -> None:
    said = "It was {kb:holder}`secretary @ 2003-01-01`, then {kb:holder}`secretary @ 2010-01-01`.\n"
    page = build({"docs/topic/page.md": FRONT + said}).page("topic/page")

    assert [link.get_text() for link in page.select("a.kb-derived")] == ["Petra Voss", "Ilmar Rask"]


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("{kb:count}`leage @ 1995-06-01`", "the ledger knows no entity 'leage'"),
        ("{kb:count}`league @ 1995`", "'1995' is not a day: write `league @ YYYY-MM-DD`"),
        ("{kb:holder}`secretary @ 1980-01-01`", "the ledger knows nobody who held 'secretary' on 1980-01-01"),
        (
            "```{kb:timeline}\nleague#nothing\n```",
            "the ledger knows neither a statement nor an entity 'league#nothing'",
        ),
    ],
)
def test_what_the_ledger_does_not_know_is_a_warning(build: Build, written: str, complaint: str) -> None:
    warnings = build(misread(written + "\n")).warnings

    assert complaint in warnings
    assert "topic/page.md" in warnings


def test_a_timeline_says_who_ratified_and_keeps_the_plural(build: Build) -> None:
    more = """
  ratified-1990:
    ratified: 1990-07-01
    who: [corvia]
    evidence: [{by: Harbour1990treaty, at: note, quote: ratified by Corvia on 1 July 1990, seen: full}]
  ratified-1991:
    ratified: 1991-01-02
    evidence: [{by: Harbour1990treaty, at: note, quote: ratified on 2 January 1991, seen: full}]
"""
    forces = """
id: harbour-forces
kind: force
names: {en: Harbour Forces}
part-of: [league]
statements:
  founded-1992:
    founded: 1992-05-01
    evidence: [{by: Harbour1990treaty, at: note, quote: founded on 1 May 1992, seen: full}]
"""
    page = "```{kb:timeline}\nharbour-treaty#ratified-1990\nharbour-treaty#ratified-1991\nharbour-forces\n```\n"
    files = {"docs/facts/harbour-treaty.yaml": TREATY["docs/facts/harbour-treaty.yaml"].rstrip("\n") + more}
    site = build(files | {"docs/facts/harbour-forces.yaml": forces, "docs/topic/page.md": FRONT + page})
    told = [row.select("td")[1].get_text(" ", strip=True) for row in site.page("topic/page").select("table tbody tr")]

    assert [line.partition(" (")[0] for line in told] == [
        "Harbour Treaty is ratified by Corvia",
        "Harbour Treaty is ratified",
        "Harbour Forces are founded",
    ]


MATRIX = """```{kb:matrix}
:columns: Body | How it began | What followed
league
league#founded-1990
league#habit
harbour-treaty
harbour-treaty#signed-1990
-
```
"""


def test_a_matrix_asks_each_row_the_same(build: Build) -> None:
    page = "---\nabout: [league]\n---\n\n# The league\n\nIt is a league.\n"
    pages = {"docs/topic/page.md": FRONT + MATRIX, "docs/topic/league.md": page}
    table = build(TREATY | pages).page("topic/page").table
    first, second = (row.select("td") for row in table.select("tbody tr"))

    assert [cell.get_text() for cell in table.select("th")] == ["Body", "How it began", "What followed"]
    assert [row[0].a["href"] for row in (first, second)] == ["league.html", "../facts/harbour-treaty.html"]
    assert [cell.select_one(".kb-label").get_text() for cell in second[1:]] == ["How it began: ", "What followed: "]
    assert second[1].select_one("a.kb-agreed")["href"] == "../facts/harbour-treaty.html#signed-1990"
    assert second[1].get_text(" ", strip=True).startswith("How it began: Harbour Treaty is signed , 3 June 1990 (")
    assert second[2].get_text() == "What followed: nothing known"
    assert all(cell.select_one(".bibtex-citation") for cell in first[1:])


def test_a_timeline_is_in_order(build: Build) -> None:
    page = build(TREATY | {"docs/topic/page.md": FRONT + "```{kb:timeline}\nsecretary\nharbour-treaty\n```\n"}).page(
        "topic/page"
    )
    days = [row.select_one("td").get_text(strip=True) for row in page.select("table.timeline tbody tr")]

    assert days == ["3 June 1990", "12 January 1991", "2 April 2001", "1 January 2006"]


def test_a_timeline_tells_as_what_somebody_came(build: Build) -> None:
    secretary = (CORPUS / "docs/facts/secretary.yaml").read_text(encoding="utf-8")
    acting = secretary.replace("held-by: rask\n", "held-by: rask\n    as: acting\n")
    page = {"docs/topic/page.md": FRONT + "```{kb:timeline}\nsecretary\n```\n"}
    rows = build({"docs/facts/secretary.yaml": acting, **page}).page("topic/page").select("table.timeline tbody tr")

    assert [row.select("td")[1].select_one("a").get_text() for row in rows] == [
        "Petra Voss takes office as Secretary of the League",
        "Ilmar Rask takes office as acting Secretary of the League",
    ]


def test_the_totals_say_up_to_which_day_the_sources_reach(build: Build) -> None:
    bibliography = (CORPUS / "refs.bib").read_text(encoding="utf-8")
    dated = bibliography.replace("  year         = {1994},", "  date         = {1994-02-03},")
    page = {"docs/topic/page.md": FRONT + "```{kb:totals}\n```\n"}
    told = build({"refs.bib": dated, **page}).page("topic/page").get_text(" ", strip=True)

    assert "newest report of 3 February 1994" in told


def test_the_totals_name_no_day_where_no_source_has_one(build: Build) -> None:
    told = build({"docs/topic/page.md": FRONT + "```{kb:totals}\n```\n"}).page("topic/page").get_text(" ", strip=True)

    assert "disagreement" in told
    assert "newest" not in told


def test_members_of_a_day_leave_out_who_had_left(build: Build) -> None:
    page = build({"docs/topic/page.md": FRONT + "```{kb:members} league @ 2000-01-01\n```\n"}).page("topic/page")
    names = [row.select_one("td a").get_text(strip=True) for row in page.select("tbody tr")]

    assert names == ["Arvenia", "Boreland"]


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
judgements:
  - question: When was it founded?
    follow: founded-1990
    over: [founded-1991]
    because: The Gazette gives the day of entry into force.
"""
TOLD = FRONT + "The League was founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`.\n"


def test_a_disagreement_is_one_line_with_its_verdict_and_holds_the_rest(pages: Build) -> None:
    shown = FRONT + "## Who differs?\n\n```{kb:disagreements} league\n```\n"
    site = pages({"docs/facts/league.yaml": DISPUTED, "docs/topic/league.md": shown, "docs/topic/page.md": TOLD})
    page = site.page("topic/league")
    fold = page.select_one("details.kb-judgement")
    ledger = site.page("facts/league")
    why = ledger.select_one("#founded-1990 .kb-dispute a[href*='judgement-1']")

    assert fold.select_one("summary").get_text() == "When was it founded? followed: founded 3 June 1990"
    assert fold.select_one("#league-1 .kb-sides") is not None
    assert "The Gazette gives the day of entry into force." in fold.get_text()
    assert "When was it founded?" not in page.select_one(".toc-drawer").get_text()
    assert "Followed here, over “founded 12 January 1991”" in ledger.select_one("#founded-1990").get_text()
    assert ledger.select_one(f"details.kb-judgement {why['href']}") is not None


def test_a_figure_is_marked_only_where_a_source_of_like_rank_or_higher_says_otherwise(pages: Build) -> None:
    site = pages({"docs/facts/league.yaml": DISPUTED, "docs/topic/page.md": TOLD})
    below = site.page("topic/page").select_one("a.kb-agreed").get_text()
    told = site.card("topic/page", "league#founded-1990")[-2]
    books = (CORPUS / "refs.bib").read_text(encoding="utf-8").replace("secondary", "primary")
    like = pages({"refs.bib": books}).page("topic/page").select_one("a.kb-disputed").get_text()

    assert ("3 June 1990", "3 June 1990† (disputed)") == (below, like)
    assert told.startswith("Disputed, followed here over")


def test_all_disagreements_stand_by_kind_what_is_in_doubt_first_with_an_index(pages: Build) -> None:
    more = """  - question: Was it founded twice?
    open: [founded-1990, founded-1991]
    because: Nothing was found that explains it.
"""
    shown = FRONT + "```{kb:disagreements}\n```\n"
    page = pages({"docs/facts/league.yaml": DISPUTED + more, "docs/topic/league.md": shown}).page("topic/league")
    questions = [line.get_text() for line in page.select("details.kb-judgement summary strong")]
    index = page.select_one("ul.kb-contents")

    assert ["Was it founded twice?", "When was it founded?"] == questions
    assert "2 questions, 1 in doubt" in index.get_text()
    assert all(page.select_one(link["href"]) is not None for link in index.select("a"))


def test_under_a_source_stands_what_rests_on_it(build: Build) -> None:
    page = build().page("sources/h")
    rests = page.select_one("#cite-harbour1990treaty .kb-rests")

    assert rests is not None
    assert rests.select_one("summary").get_text().endswith("on it")
    assert "../facts/harbour-treaty.html#signed-1990" in [a["href"] for a in rests.select("a")]


def test_a_ledger_that_cannot_be_read_stops_the_build_with_its_findings(build: Build) -> None:
    with pytest.raises(Unreadable) as stopped:
        build({"docs/facts/voss.yaml": "id: voss\nkind: person\nnames: {en: Voss}\nnames: {en: Petra}\n"})

    assert "docs/facts/voss.yaml:4:1: error:" in str(stopped.value)
    assert "[duplicate-key]" in str(stopped.value)


def test_key_facts_are_a_titled_box(build: Build) -> None:
    box = "```{keyfacts}\n:asof: 1 January 2020\n\n- The League has a treaty.\n```\n"
    front = FRONT.replace("\n---\n\n", "\nasof: 2020-01-01\n---\n\n")
    made = build({"docs/topic/page.md": front + box}).page("topic/page").select_one("div.keyfacts")

    assert made is not None
    assert made.select_one(".keyfacts-title").get_text() == "Key facts, as of 1 January 2020"
    assert made.select_one("li").get_text(strip=True) == "The League has a treaty."
