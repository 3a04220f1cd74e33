"""Names: whole words, the longest that fits, in every form the ledger has."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kb.annotate.entities import finder
from kb.load.corpus import assemble


def entities(**bodies: str) -> dict[str, bytes]:
    """Entity files with these bodies."""
    kinds = "organisation instrument state person"
    schema = "\n".join(
        f"{kind}: {{label: {kind}, acts-as: {kind}}}" if kind != "instrument" else "instrument: Instrument"
        for kind in kinds.split()
    )
    files = {f"docs/facts/{name}.yaml": f"id: {name}\n{body}".encode() for name, body in bodies.items()}
    return {"docs/facts/schema/kinds.yaml": schema.encode(), **files}


def found(text: str) -> list[tuple[str, str]]:
    """What is named, and by which words of the text."""
    return [(name.entity_id, text[name.start : name.end]) for name in NAMES.find(text)]


NAMES = finder(
    assemble(
        entities(
            csto="kind: organisation\nnames: {en: [Collective Security Treaty Organization, CSTO], ru: ОДКБ}\n",
            treaty="kind: instrument\nnames: {en: Collective Security Treaty}\nalso: [the treaty]\n",
            strategy="kind: instrument\nnames: {en: Strategy}\nshort: the strategy\nalso: [strategy to 2025]\n",
            kyrgyzstan="kind: state\nnames: {en: Kyrgyzstan}\nalso: [Kyrgyz]\n",
            bordyuzha="kind: person\nnames: {en: Nikolay Bordyuzha}\n",
        ),
        date(2026, 1, 1),
    ).entities
)


def test_the_longest_name_stands() -> None:
    text = "the Collective Security Treaty Organization and the Collective Security Treaty"

    assert [("csto", text[4:43]), ("treaty", text[52:])] == found(text)


def test_a_name_that_shares_a_word_with_a_longer_one_gives_way() -> None:
    assert [("strategy", "strategy to 2025")] == found("The strategy to 2025 was adopted")


def test_a_possessive_and_a_compound_hold_the_name() -> None:
    assert [("kyrgyzstan", "Kyrgyzstan"), ("csto", "CSTO")] == found("Kyrgyzstan's CSTO-led force")


def test_a_longer_word_does_not() -> None:
    assert [] == found("Kyrgyzstani CSTOs")


def test_a_form_in_lower_case_has_a_capital_at_the_start_of_a_sentence() -> None:
    assert [("treaty", "The treaty"), ("treaty", "the treaty")] == found("The treaty is the treaty")


def test_names_in_other_languages_are_found() -> None:
    assert [("csto", "ОДКБ")] == found("Устав ОДКБ")


def test_a_person_is_known_by_the_family_name() -> None:
    assert [("bordyuzha", "Bordyuzha")] == found("then Bordyuzha went")


@given(st.text(alphabet="CSTO the treaty.Kyrgyzstan-’'", max_size=80))
def test_names_do_not_overlap_and_stand_in_the_text(text: str) -> None:
    spans = NAMES.find(text)

    assert all(text[name.start : name.end] == name.form for name in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
