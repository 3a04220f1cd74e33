"""How sources are cited and listed."""

from __future__ import annotations

from pybtex.database import Entry, parse_string

from sphinx_kb.sources.authors import labels, short_author, sort, year
from sphinx_kb.sources.listing import VouchedStyle
from sphinx_kb.sources.places import once

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


def entries() -> dict[str, Entry]:
    """The books by key."""
    return dict(parse_string(BOOKS, "bibtex").entries)


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


def test_letters_tell_the_same_year_apart() -> None:
    found = [label for label in labels(sort(entries().values())) if label.startswith("Council")]

    assert found == ["Council of the CSTO 2016a", "Council of the CSTO 2016b", "Council of the CSTO n.d."]


def test_titles_keep_their_capitals() -> None:
    assert listed("A2007") == (
        "Mira Osk, Per Lund and Ilmar Rask (2007). “Security in Central Asia: NATO and others”. Review 3(2), pp. 1–20."
        " review.example/osk (seen 1 May 2019). Secondary source."
    )


def test_cyrillic_stays_as_it_is() -> None:
    assert listed("R1992") == "Штаб (1992). “Договор о коллективной безопасности”."


def test_only_addresses_of_the_web_are_printed() -> None:
    assert listed("J2000") == "Mira Osk (2000). “Bad address”."


def test_a_source_cited_at_two_places_is_cited_once_with_both() -> None:
    assert once("A{¶ 1},B,A{¶ 3}") == "A{¶ 1, ¶ 3},B"


def test_different_sources_stay_as_they_are() -> None:
    assert once("{see}A{¶ 1}, B{p. 2}") == "{see}A{¶ 1}, B{p. 2}"
