"""Mistakes put in on purpose: only what would be one is planted."""

from __future__ import annotations

import pytest

from kb_plant import bibliography, form, voice
from kb_plant.known import Claim, Known
from kb_plant.lettering import exchanged
from kb_plant.lines import prose
from kb_plant.planted import Sheet

PAGE = "---\nabout: [league]\nasof: 2019-05-01\n---\n\n# The League\n\n"
KNOWN = Known({}, {}, {}, {}, (), (), {"Osk2007straits": ["Osk"]}, {"Osk2007straits": [Claim("abstract", (), True)]})
CITE = "{cite:p}`Osk2007straits{abstract}`"


def planted(sentence: str) -> dict[str, str]:
    """The last line of the page after each mistake of form or voice, by its kind."""
    sheet = Sheet("docs/topic/league.md", f"{PAGE}{sentence}\n")
    lines = prose(sheet)
    made = [*form.plants(sheet, lines), *(each for line in lines for each in voice.plants(line, KNOWN))]
    return {each.kind: each.data.decode().splitlines()[-1] for each in made}


def test_the_day_of_a_page_is_dropped_and_put_early() -> None:
    sheet = Sheet("docs/topic/league.md", f"{PAGE}Nothing.\n")
    made = {each.kind: each.data.decode() for each in form.plants(sheet, prose(sheet))}

    assert "asof" not in made["day of a page dropped"]
    assert "asof: 2009-05-01\n" in made["day of a page ten years early"]


def test_a_link_is_broken_with_and_without_words() -> None:
    kind = "link to a page that is not there"

    assert planted("See {doc}`corvia`.")[kind] == "See {doc}`corviax`."
    assert planted("See {doc}`Corvia <corvia>`.")[kind] == "See {doc}`Corvia <corviax>`."


def test_an_author_is_dropped_but_not_the_second_of_two() -> None:
    kind = "attribution dropped"

    assert kind in planted(f"Osk argues that habit is its bond {CITE}.")
    assert kind in planted(f"Mira Osk argues that habit is its bond {CITE}.")
    assert kind not in planted(f"Rask and Osk argue that habit is its bond {CITE}.")
    assert kind not in planted(f"Rask and Mira Osk argue that habit is its bond {CITE}.")


def test_the_day_of_a_sentence_is_dropped_but_not_that_of_its_page() -> None:
    kind = "as-of date dropped"

    assert planted("It had three members as of 2 May 2019.")[kind] == "It had three members."
    assert kind not in planted("It had three members as of 1 May 2019.")


def test_the_party_of_a_source_is_misspelt() -> None:
    entry = "@misc{Osk2007straits,\n  year = {2007},\n  x-party = {corvia},\n}\n"
    made = {each.kind: each.data.decode() for each in bibliography.plants(Sheet("refs.bib", entry))}

    assert "x-party = {corviax}" in made["party of a source misspelt"]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("cl. 1(c)", ["cl. 1(d)"]),
        ("Art. 4(2)(b)", ["Art. 4(3)(b)", "Art. 4(2)(c)"]),
        ("Art. 4(ii)", ["Art. 4(iii)"]),
        ("Art. 3a", ["Art. 3b"]),
        ("§ 12.3", ["§ 12.4"]),
        ("annex A", ["annex B"]),
        ("ch. V, s. 1", ["ch. VI, s. 1", "ch. W, s. 1"]),
        ("¶ 3", []),
        ("cl. 1(a)–(c)", []),
        ("cl. 1(a) and 1(b)", []),
        ("heading", []),
    ],
)
def test_a_letter_of_a_place_is_exchanged_where_the_next_one_is_another_place(place: str, expected: list[str]) -> None:
    assert expected == [place[:first] + other + place[last:] for first, last, other in exchanged(place)]
