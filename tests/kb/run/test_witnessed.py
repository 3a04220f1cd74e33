"""What pages rest on: sources by rank, and statements with two witnesses."""

from __future__ import annotations

import pytest

from kb.core.model import Corpus
from kb.load.corpus import assemble
from kb.run.known import start
from kb.run.witnessed import ShareWitnessed, by_page, share
from rule_examples import TODAY, small_corpus

DERIVED = b"  year         = {1994},\n  x-derives    = {League2006history},"
FOUNDED = "The League was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`."
JOINED = "Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`."
SIGNED = "```{kb:timeline}\nharbour-treaty#signed-1990\n```"
PAGES = {
    "one": FOUNDED,
    "two": f"{FOUNDED}\n{JOINED}",
    "three": f"{JOINED}\n\n{SIGNED}",
    "none": "Nothing is told here.",
}


def corpus(**replaced: bytes) -> Corpus:
    """The small corpus with a few pages in the place of its own."""
    files = {path: text for path, text in small_corpus().items() if path != "docs/topic/league.md"}
    for name, body in PAGES.items():
        text = f"---\nabout: [league]\n---\n\n# Page {name}\n\n{body}\n"
        files[f"docs/topic/{name}.md"] = text.encode()
    return assemble(files | {"refs.bib": replaced.get("sources", files["refs.bib"])}, TODAY)


def test_a_statement_has_two_witnesses_if_two_sources_say_so() -> None:
    made = corpus()

    assert share([made.statements["league#corvia"]], made.sources) == ShareWitnessed(1, 1)
    assert share([made.statements["league#founded-1990"]], made.sources) == ShareWitnessed(1, 0)
    assert share(made.statements.values(), made.sources) == ShareWitnessed(len(made.statements), 1)


def test_two_sources_of_which_one_has_it_from_the_other_are_one_witness() -> None:
    copied = small_corpus()["refs.bib"].replace(b"  year         = {1994},", DERIVED)
    made = corpus(sources=copied)

    assert share([made.statements["league#corvia"]], made.sources) == ShareWitnessed(1, 0)


@pytest.mark.parametrize(("some", "expected"), [(ShareWitnessed(4, 1), 0.25), (ShareWitnessed(0, 0), 0)])
def test_the_share_of_nothing_is_nothing(some: ShareWitnessed, expected: float) -> None:
    assert some.of_all == expected


def test_the_page_with_the_smallest_share_comes_first_and_a_page_that_shows_nothing_not_at_all() -> None:
    found = [(each.page.title, dict(each.ranks), each.share) for each in by_page(start(corpus()))]

    assert found == [
        ("Page one", {"primary": 1, "secondary": 0, "tertiary": 0}, ShareWitnessed(1, 0)),
        ("Page three", {"primary": 1, "secondary": 1, "tertiary": 0}, ShareWitnessed(2, 1)),
        ("Page two", {"primary": 1, "secondary": 1, "tertiary": 0}, ShareWitnessed(2, 1)),
    ]
