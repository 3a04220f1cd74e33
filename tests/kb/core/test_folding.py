"""Folding: text as a reader reads it, and each character where it was written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.core.folding import fold, is_plain
from kb.load.strays import strays, tidy

ANY = st.text(st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize(
    "typed",
    [
        "12 May 2016", "12\u00a0May\u00a02016", "12  May  2016", "12\u202fMay\u20092016", "12\tMay \u3000 2016",
        "1\u00ad2 Ma\u00ady 20\u200b16", "12\u2060 May \ufeff2016", "１２ Ｍａｙ ２０１６", "١٢ May ٢٠١٦",
        "12 May 𝟐𝟎𝟏𝟔",
        "⑫ May ②⓪①⑥", "¹² May ²⁰¹⁶", "12 ᴹᵃʸ 2016", "12 May ₂₀₁₆", "❶❷ Ⓜⓐⓨ 2016",
        "12\u202e May 2016\u202c", "12 May 20\ufe0f16", "12 \U000e0041May 2016",
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_typed(typed: str) -> None:
    assert "12 May 2016" == fold(typed)[0]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Se\u0301lin", "Sélin"),
        ("краи\u0306", "край"),
        ("Арве\u0301ния", "Арве\u0301ния"),
        ("con\ufb01rmed", "confirmed"),
        ("CSTO\u2011led", "CSTO-led"),
        ("1992\u22121994", "1992-1994"),
        ("한국", "한국"),
        ("the Ⅻ session of 1ˢᵗ rank", "the XII session of 1st rank"),
        ("2½ years, ⅔ of 1¼", "2.5 years, 0.667 of 1.25"),
        ("4⁄5∕1991", "4/5/1991"),
        ("12 km² of CO₂, 5 ㎞ away", "12 km² of CO₂, 5 km away"),
        ("№ 5 of TASS™, 3º", "№ 5 of TASS™, 3º"),
    ],
)
def test_letters_are_composed_and_printers_signs_are_ordinary(typed: str, read: str) -> None:
    assert read == fold(typed)[0]


def test_a_half_is_read_with_the_whole_number_that_stands_before_the_text() -> None:
    assert (".5", "0.5") == (fold("½", "2")[0], fold("½", " ")[0])


def test_every_character_keeps_the_place_of_the_first_it_was_made_of() -> None:
    folded, kept = fold("a\u00ad  e\u0301b \ufb01")

    assert "a éb fi" == folded
    assert [0, 2, 4, 6, 7, 8, 8] == list(kept)


@given(ANY)
@example("a²²² e\u0301² 1ˢᵗ aˢ² ˢ² m\u00ad² ⑴² ①²½")
def test_folding_is_done_once_and_places_never_go_back(text: str) -> None:
    folded, kept = fold(text)

    assert len(folded) == len(kept)
    assert list(kept) == sorted(kept)
    assert all(0 <= at < len(text) for at in kept)
    assert folded == fold(folded)[0]


@given(ANY)
@example("e\u0301²")
def test_what_is_the_same_text_in_two_forms_is_read_the_same(text: str) -> None:
    forms = {fold(unicodedata.normalize(form, text))[0] for form in ("NFC", "NFD")}

    assert 1 == len(forms)


@given(ANY)
def test_plain_text_stays_as_it_is(text: str) -> None:
    if is_plain(text) and "  " not in text and "\n" not in text:
        assert text == fold(text)[0] == tidy(text)


@pytest.mark.parametrize(
    "text",
    [
        "ordinary words, “quoted” — and № 5", "Генеральный секретарь", "Հայաստան", "საქართველო",
        "12\u00a0May\u202f2016, 5\u2009%", "Арве\u0301ния", "e\u0301", "集体安全条约组织（ＣＳＴＯ）１９９２",
        "عام ١٩٩٢",
        "نمی\u200cخواهم", "क्\u200dष", "می\u200cشود ۱۳۷۱", "Δt and µm", "ΑΒΓ", "non\u2011breaking",
        "12 km² and CO₂", "s⁻¹", "(x + y)²", "xⁿ", "1ˢᵗ", "é, –, ₂", "2½ years, ⅔", "№ 5, 3º, TASS™",
        "第①条 ㎞", "二〇〇一年", "፩ ሰላም",
    ],
)  # fmt: skip
def test_what_a_script_needs_is_no_stray(text: str) -> None:
    assert [] == [stray.name for stray in strays(text)]


@pytest.mark.parametrize(
    ("text", "names", "acts"),
    [
        ("co\u00adoperation", ["U+00AD SOFT HYPHEN"], False),
        ("Tash\u200bkent", ["U+200B ZERO WIDTH SPACE"], True),
        ("Tashkent\u200b in", ["U+200B ZERO WIDTH SPACE"], False),
        ("to\u200dday", ["U+200D ZERO WIDTH JOINER"], True),
        ("a\u202eb", ["U+202E RIGHT-TO-LEFT OVERRIDE"], True),
        ("a\u2067b", ["U+2067 RIGHT-TO-LEFT ISOLATE"], True),
        ("a\x1b]8;;x", ["U+001B ESCAPE"], True),
        ("a\x0cb", ["U+000C FORM FEED"], True),
        ("a\u2028b", ["U+2028 LINE SEPARATOR"], True),
        ("a\ue000b", ["U+E000"], True),
        ("a\uffffb", ["U+FFFF"], True),
        ("a\u0378b", ["U+0378"], True),
        ("a\U000e0041b", ["U+E0041 TAG LATIN CAPITAL LETTER A"], True),
        ("a\ufe0f b", ["U+FE0F VARIATION SELECTOR-16"], False),
        ("a\U000e0100b", ["U+E0100 VARIATION SELECTOR-17"], True),
        ("con\ufb01rm", ["U+FB01 LATIN SMALL LIGATURE FI"], False),
        ("in ٢", ["U+0662 ARABIC-INDIC DIGIT TWO"], False),
        ("in １", ["U+FF11 FULLWIDTH DIGIT ONE"], False),
        ("\U0001d413ashkent", ["U+1D413 MATHEMATICAL BOLD CAPITAL T"], False),
        (" \u0301x", ["U+0301 COMBINING ACUTE ACCENT"], False),
        ("a\u0301\u0302\u0303\u0304\u0305", ["U+0305 COMBINING OVERLINE"], False),
        ("Tаshkent", ["U+0430 CYRILLIC SMALL LETTER A"], True),
        ("Ташкеnт", ["U+006E LATIN SMALL LETTER N"], True),
        ("Οsk", ["U+039F GREEK CAPITAL LETTER OMICRON"], True),
        ("a\u3164b", ["U+3164 HANGUL FILLER"], True),
        ("4 May ①", ["U+2460 CIRCLED DIGIT ONE"], False),
        ("❶ and ⑴", ["U+2776 DINGBAT NEGATIVE CIRCLED DIGIT ONE", "U+2474 PARENTHESIZED DIGIT ONE"], False),
        ("Ⅻ sessions", ["U+216B ROMAN NUMERAL TWELVE"], False),
        ("in ¹⁹", ["U+00B9 SUPERSCRIPT ONE", "U+2079 SUPERSCRIPT NINE"], False),
        ("May¹⁹⁹", ["U+00B9 SUPERSCRIPT ONE", "U+2079 SUPERSCRIPT NINE", "U+2079 SUPERSCRIPT NINE"], False),
        ("small.² It", ["U+00B2 SUPERSCRIPT TWO"], False),
        ("10⁶", ["U+2076 SUPERSCRIPT SIX"], False),
        ("in ₁₉", ["U+2081 SUBSCRIPT ONE", "U+2089 SUBSCRIPT NINE"], False),
        ("ᴹa", ["U+1D39 MODIFIER LETTER CAPITAL M"], False),
        ("Ⓐrvenia", ["U+24B6 CIRCLED LATIN CAPITAL LETTER A"], False),
        ("5 ㎞", ["U+339E SQUARE KM"], False),
        ("Eruyg\ufffdr", ["U+FFFD REPLACEMENT CHARACTER"], True),
        ("a \ufffc b", ["U+FFFC OBJECT REPLACEMENT CHARACTER"], True),
        ("199\u03321", ["U+0332 COMBINING LOW LINE"], False),
        ("1\u20dd", ["U+20DD COMBINING ENCLOSING CIRCLE"], False),
        ("n\u0336ot", ["U+0336 COMBINING LONG STROKE OVERLAY"], False),
    ],
)  # fmt: skip
def test_a_stray_is_named_and_is_grave_if_it_hides_turns_or_acts(text: str, names: list[str], acts: bool) -> None:
    found = list(strays(text))

    assert names == [stray.name for stray in found]
    assert {acts} == {stray.acts for stray in found}


@given(ANY)
def test_strays_stand_where_they_are_told_and_what_is_tidy_holds_none_that_can_be_mended(text: str) -> None:
    for stray in strays(text):
        assert stray.char == text[stray.at]
    assert [] == [stray.name for stray in strays(tidy(text)) if stray.instead is not None]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("خواه\u200cم", []),
        ("خواه\u200c\u200c\u200cم", [5, 6]),
        ("\u200d\u200d", [0, 1]),
        ("م\u200d\u200d ", [1, 2]),
        (":\u200cⅨ", [1, 2]),
    ],
)
def test_of_joiners_in_a_row_the_first_may_join_two_letters_and_the_others_do_nothing(
    text: str, places: list[int]
) -> None:
    assert places == [stray.at for stray in strays(text)]
