"""How the sources are spread, and which is the newest."""

from __future__ import annotations

from datetime import date

import pytest

from kb.core.model import Corpus
from kb.load.corpus import assemble
from kb.query.balance import balance, newest
from rule_examples import TODAY, small_corpus


def corpus(*replaced: tuple[str, str]) -> Corpus:
    """The small corpus with words of its bibliography replaced."""
    files = small_corpus()
    text = files["refs.bib"].decode()
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return assemble({**files, "refs.bib": text.encode()}, TODAY)


@pytest.mark.parametrize("by", ["language", "party", "rank", "time"])
def test_every_source_is_counted_once(by: str) -> None:
    shares = balance(corpus(), by)

    assert len(corpus().sources) == sum(share.sources for share in shares)


def test_a_source_counts_for_the_party_it_speaks_for() -> None:
    spoken = ("  year         = {1994},", "  year         = {1994},\n  x-party      = {corvia},")
    shares = {share.label: share for share in balance(corpus(spoken), "party")}

    assert set(shares) == {"Corvia", "no party"}
    assert (shares["Corvia"].sources, shares["Corvia"].primary, shares["Corvia"].statements) == (1, 0, 1)


def test_shares_come_by_size_and_times_in_order() -> None:
    only = ("  langid       = {english},\n  keywords     = {secondary},", "  keywords     = {secondary},")

    assert ["English", "not said"] == [share.label for share in balance(corpus(only), "language")]
    assert ["1990–1994", "2005–2009"] == [share.label for share in balance(corpus(), "time")]


def test_what_a_source_does_not_say_is_counted_as_such() -> None:
    undated = corpus(("  year         = {1994},\n", ""), ("  year         = {1990},\n", ""))

    assert ["2005–2009", "no date seen"] == [share.label for share in balance(undated, "time")]


def test_nothing_else_can_be_counted_by() -> None:
    with pytest.raises(KeyError):
        balance(corpus(), "colour")


def test_the_newest_source_has_a_day_and_is_cited() -> None:
    uncited = "@misc{Gazette2001corvia,\n  title = {Later},\n  date = {2001-02-03},\n}\n\n@misc{Harbour1990treaty,"

    assert newest(corpus()) is None
    assert newest(corpus(("@misc{Harbour1990treaty,", uncited))) is None
    assert ("Gazette1994corvia", date(1994, 2, 3)) == newest(
        corpus(("  year         = {1994},", "  date         = {1994-02-03},"))
    )
