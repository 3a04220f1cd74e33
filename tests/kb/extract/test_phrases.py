"""What excuses a sentence stands in it whole: a name, a hedge or a number is no part of another word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kb.core.finding import Severity
from kb.evidence.retrieval import evidence
from kb.extract.phrases import begins_a_word, stands_in, stands_in_any_case
from kb.extract.units import currency
from kb.load.corpus import assemble
from kb.run.known import start
from kb.run.runner import examine
from kb.verify.claims import terms
from kb.verify.verdict import VerifiedPage

TODAY = date(2020, 1, 1)
PAGE = "docs/topic/league.md"
ABSTRACT = "{cite:p}`Osk2007straits{abstract}`"
OSKAR = """
@misc{Oskar2009bay,
  author       = {Oskar, Ada},
  title        = {A Walk around the Bay},
  year         = {2009},
  howpublished = {24.bay},
  url          = {https://bay.example/9.bay/walk},
  urldate      = {2019-05-01},
  note         = {Seen whole},
  langid       = {english},
  keywords     = {secondary},
}
"""


def found(files: dict[str, bytes], body: str, **changed: bytes) -> set[str]:
    """The slugs of the errors and warnings on a page with this body."""
    text = f"---\nabout: [league]\n---\n\n# The League of the Straits\n\n{body}\n"
    ledger = {"docs/facts/league.yaml": changed["league"]} if "league" in changed else {}
    refs = {"refs.bib": changed.get("refs", files["refs.bib"])}
    corpus = assemble({**files, **ledger, **refs, PAGE: text.encode()}, TODAY)
    outcome = examine(corpus, only=frozenset({PAGE}))
    return {f.rule for f in outcome.findings if f.mark.path == PAGE and f.severity is not Severity.NOTE}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Osk", "Osk argues", True),
        ("Osk", "in Osk's view", True),
        ("Osk", "in Osk’s view", True),
        ("Osk", "an Osk-led study", True),
        ("Osk", "in Oskar Bay", False),
        ("Osk", "in Bosk", False),
        ("Osk", "at the kiosk", False),
        ("O'Brien", "O’Brien argues", True),
        ("Straits  Gazette", "the Straits\u00a0Gazette", True),
        ("Müller", "Mu\u0308ller argues", True),
        ("$", "US$5", True),
        ("", "nobody", False),
    ],
)
def test_a_name_stands_in_a_text_whole(name: str, text: str, expected: bool) -> None:
    assert expected is stands_in(name, text)


@pytest.mark.parametrize(
    ("stem", "text", "expected"),
    [("nato", "NATO's", True), ("nato", "senators", False), ("cooperat", "uncooperative", False), ("", "x", False)],
)
def test_a_word_is_known_by_its_beginning(stem: str, text: str, expected: bool) -> None:
    assert expected is begins_a_word(stem, text)


def test_a_phrase_stands_in_capitals_or_not() -> None:
    assert stands_in_any_case("collective security", "Collective Security Treaty")
    assert not stands_in_any_case("ten", "Often")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("US$5", "$"), ("5 dollars", "$"), ("some yuan", ""), ("5 som", "som"), ("a dramatic sum", ""), ("European", "")],
)
def test_a_currency_is_a_word_of_its_own(text: str, expected: str) -> None:
    assert expected == currency(text)


@pytest.mark.parametrize(
    ("body", "is_wrong"),
    [
        ("In Oskar Bay the League is held together by habit", True),
        ("In Osk's view the League is held together by habit", False),
        ("The League, writes the Review of Small Waters, is held together by habit", False),
        ("The League is held together by habit in the Reviews of Small Waters", True),
    ],
)
def test_an_author_or_outlet_is_named_whole(small: dict[str, bytes], body: str, is_wrong: bool) -> None:
    assert is_wrong is ("attribution-dropped" in found(small, f"{body} {ABSTRACT}."))


@pytest.mark.parametrize(("key", "is_wrong"), [("Oskar2009bay{p. 1}", True), ("Osk2007straits{abstract}", False)])
def test_who_is_quoted_is_not_whoever_has_a_longer_name(small: dict[str, bytes], key: str, is_wrong: bool) -> None:
    refs = small["refs.bib"] + OSKAR.encode()
    body = f"Osk argues that habit holds the League together {{cite:p}}`{key}`."

    assert is_wrong is ("author-not-cited" in found(small, body, refs=refs))


def test_others_are_no_author(small: dict[str, bytes]) -> None:
    refs = small["refs.bib"].replace(b"{Osk, Mira}", b"{Osk, Mira and others}")

    assert {"attribution-dropped"} == found(
        small, f"The League is held together by habit, and others are not {ABSTRACT}.", refs=refs
    )


@pytest.mark.parametrize(
    ("hedge", "body", "is_wrong"),
    [
        ("may", "Osk argues that in May 1990 it was held together by habit", True),
        ("may", "Osk argues that it may be held together by habit", False),
        ("can", "Osk argues that the African League is held together by habit", True),
        ("possible", "Osk argues that it is impossible not to be held together by habit", True),
        ("likely", "Osk argues that it is likely held together by habit", False),
        ("perceive", "Osk argues that it is perceived to be held together by habit", False),
        ("suggest", "It is Osk's suggestion that it is held together by habit", False),
    ],
)
def test_a_hedge_is_a_word_of_its_own(small: dict[str, bytes], hedge: str, body: str, is_wrong: bool) -> None:
    hedged = small["docs/facts/league.yaml"].replace(
        b"    stance: argues\n", f"    stance: argues\n    hedge: [{hedge}]\n".encode()
    )

    assert is_wrong is ("hedge-dropped" in found(small, f"{body} {ABSTRACT}.", league=hedged))


@pytest.mark.parametrize(("term", "expected"), [("habit", 1), ("hab", 1), ("abit", 0)])
def test_a_claim_is_known_by_the_beginnings_of_its_words(small: dict[str, bytes], term: str, expected: int) -> None:
    known = small["docs/facts/league.yaml"].replace(b"terms: [habit, held together]", f"terms: [{term}]".encode())
    claim = start(assemble({**small, "docs/facts/league.yaml": known}, TODAY)).ask(evidence).by_id["league#habit"]

    assert expected == terms(claim, "Osk argues that habit holds the League together")


@pytest.mark.parametrize(
    ("quoted", "is_wrong"),
    [("it has improved and is held together by habit", True), ("it is proved to be held together by habit", False)],
)
def test_a_verb_that_vouches_is_not_heard_within_another(small: dict[str, bytes], quoted: str, is_wrong: bool) -> None:
    said = small["docs/facts/league.yaml"].replace(b"it is habit that holds the League together", quoted.encode())
    body = f"Osk proves that the League is held together by habit {ABSTRACT}."

    assert is_wrong is ("verb-stronger" in found(small, body, league=said))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("24.bay", "exempt"),  # the entry calls the source so
        ("4.bay", "not enough information"),  # part of that name
        ("9.bay", "not enough information"),  # in its address
    ],
)
def test_a_number_is_exempt_where_a_cited_source_is_called_so(
    small: dict[str, bytes], read_page: Callable[..., VerifiedPage], number: str, expected: str
) -> None:
    refs = {"refs.bib": small["refs.bib"].decode() + OSKAR}
    (read,) = read_page(f"She told {number} of her walk {{cite:p}}`Oskar2009bay{{p. 1}}`.", refs).figures

    assert ("number", expected) == (read.figure.kind, str(read.outcome))


def test_one_day_of_a_source_is_told_by_all(small: dict[str, bytes], read_page: Callable[..., VerifiedPage]) -> None:
    refs = small["refs.bib"].decode().replace("year         = {2007},", "year         = {2007},\n  month = {{2}},")
    reading = read_page(f"Osk, writing in February 2007, argues that it is habit {ABSTRACT}.", {"refs.bib": refs})

    assert ["supported"] == [str(figure.outcome) for figure in reading.figures]
