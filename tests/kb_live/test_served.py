"""A site that is served while it is written: pages are made when they are asked for, and say what is found on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

PAGE, FILE = "topic/league", "topic/league.md"
LEDGER = "facts/league.yaml"


@pytest.fixture
def kept(served: Any) -> Iterator[Any]:
    """The site, whose files are afterwards as they were."""
    docs = served.root / "docs"
    before = {name: (docs / name).read_text("utf-8") for name in (FILE, LEDGER)}
    yield served
    for name, text in before.items():
        if (docs / name).read_text("utf-8") != text:
            served.after(name, text, "index")


def read(served: Any, name: str) -> str:
    text: str = (served.root / "docs" / name).read_text("utf-8")
    return text


def test_a_page_is_served_with_what_makes_it_live(served: Any) -> None:
    text = served.text(f"{PAGE}.html")

    assert "The League was founded at Selin" in text
    assert f'src="/_live/static/live.js" data-page="{PAGE}" data-state="' in text
    assert "kb-line-7" in text


def test_a_page_without_fault_is_told_so(served: Any) -> None:
    told = served.told(PAGE)
    state = told.pop("state")

    assert f'data-state="{state}"' in served.text(f"{PAGE}.html")
    assert "" == told["error"]
    assert [] == [each for each in told["found"] if each["severity"] == "error"]


def test_a_slip_on_a_page_stands_where_it_was_made(kept: Any) -> None:
    told = kept.after(FILE, read(kept, FILE).replace("3 June 1990", "4 June 1990"), PAGE)
    (found,) = (each for each in told["found"] if each["severity"] == "error")

    assert "4 June 1990" in kept.text(f"{PAGE}.html")
    assert (7, "prose-disagrees") == (found["line"], found["rule"])
    assert "The League was founded at Selin on 4 June 1990 {cite:p}`League2006history{¶ 1}`." == found["words"]


def test_a_change_of_the_ledger_is_shown_on_the_page_that_is_asked_for(kept: Any) -> None:
    told = kept.after(LEDGER, read(kept, LEDGER).replace("founded: 1990-06-03", "founded: 1990-06-05"), PAGE)

    assert "5 June 1990" in kept.text("facts/league.html")
    assert ["prose-disagrees"] == [each["rule"] for each in told["found"] if each["severity"] == "error"]
    assert [f"docs/{LEDGER}"] == [each["path"] for each in told["elsewhere"]]


def test_a_finding_in_the_ledger_stands_with_its_statement(kept: Any) -> None:
    told = kept.after(LEDGER, read(kept, LEDGER).replace("founded: 1990-06-03", "founded: 1990-06-05"), "facts/league")

    assert {"founded-1990", "arvenia", "boreland"} == {
        each["anchor"] for each in told["found"] if each["severity"] == "error"
    }


def test_where_nothing_can_be_read_the_last_page_stays_and_says_why(kept: Any) -> None:
    before = kept.text(f"{PAGE}.html")
    told = kept.after(LEDGER, read(kept, LEDGER).replace("kind: organisation", "kind organisation"), PAGE)

    assert f"docs/{LEDGER}:" in told["error"]
    assert "[unreadable]" in told["error"]
    assert before == kept.text(f"{PAGE}.html")


def test_a_page_that_never_was_made_says_why_it_cannot_be(kept: Any) -> None:
    new = kept.root / "docs" / "topic" / "new.md"
    kept.after("topic/new.md", "---\nabout: [league]\n---\n\nNo title <script>alert(1)</script>\n", "topic/new")
    answer = kept.ask("topic/new.html")
    text = answer.read().decode()
    new.unlink()

    assert 500 == answer.status
    assert "docs/topic/new.md:" in text
    assert "<script>alert" not in text


def test_search_finds_what_is_written_now(kept: Any) -> None:
    kept.after(FILE, read(kept, FILE).replace("# The League of the Straits", "# The Zebra of the Straits"), PAGE)

    assert "The Zebra of the Straits" in kept.text("_static/search-index.js")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nowhere.html", 404),
        ("../refs.bib", 404),
        ("%2e%2e/refs.bib", 404),
        ("pdf/nothing.pdf", 404),
    ],
)
def test_what_is_not_there_is_not_served(served: Any, path: str, status: int) -> None:
    assert status == served.ask(path).status


def test_a_name_that_was_made_to_lead_here_is_refused(served: Any) -> None:
    assert 400 == served.ask("index.html", host="example.org").status
