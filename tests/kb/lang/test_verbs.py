"""The forms of English verbs, and what is a verb where it stands."""

from __future__ import annotations

import pytest

from kb.lang import verbs


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("sign", "signs signed signing"),
        ("adopt", "adopts adopted adopting"),
        ("decide", "decides decided deciding"),
        ("agree", "agrees agreed agreeing"),
        ("untie", "unties untied untying"),
        ("ratify", "ratifies ratified ratifying"),
        ("deploy", "deploys deployed deploying"),
        ("by", "bies bied bying"),
        ("pass", "passes passed passing"),
        ("fix", "fixes fixed fixing"),
        ("waltz", "waltzes waltzed waltzing"),
        ("launch", "launches launched launching"),
        ("push", "pushes pushed pushing"),
        ("veto", "vetoes vetoed vetoing"),
        ("ban", "bans banned banning"),
        ("drop", "drops dropped dropping"),
        ("scrub", "scrubs scrubbed scrubbing"),
        ("open", "opens opened opening"),
        ("load", "loads loaded loading"),
        ("draft", "drafts drafted drafting"),
        ("take", "takes took taken taking"),
        ("put", "puts putting"),
        ("submit", "submits submitted submitting"),
        ("understand", "understands understood understanding"),
        ("must", ""),
    ],
)
def test_a_verb_has_its_forms(verb: str, forms: str) -> None:
    assert (verb, *forms.split()) == verbs.forms(verb)


def test_of_a_turn_the_first_word_alone_has_forms() -> None:
    assert ("hand over", "hands over", "handed over", "handing over") == verbs.forms("hand over")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("signed", True), ("Signed", True), ("took", True), ("taken", True), ("took part", True), ("was", True),
        ("were in force", True), ("agreed", True), ("shot", True),
        ("sign", False), ("signs", False), ("signing", False), ("take", False), ("takes", False), ("put", False),
        ("is", False), ("need", False), ("proceed", False), ("read", False), ("take part signed", False),
    ],
)  # fmt: skip
def test_a_verb_tells_what_was(word: str, expected: bool) -> None:
    assert expected is verbs.is_past(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("urged", True), ("urges", True), ("urge", True), ("bring", True), ("bring before", True), ("Urged", True),
        ("urging", False), ("Urging", False), ("bringing", False), ("handing over", False),
    ],
)  # fmt: skip
def test_a_verb_may_be_what_a_sentence_tells(word: str, expected: bool) -> None:
    assert expected is verbs.is_finite(word)


@pytest.mark.parametrize(
    "text",
    [
        "The [appeal] was heard.",
        "It is a matter of [request].",
        "He heard Arvenia's [appeal].",
        "They heard the sailors’ [appeal].",
        "After two [offers] it ended.",
        "After 12 [offers] it ended.",
        "It was a political [offer].",
        "It has a military [command].",
        "It was a decisive [offer].",
        "(The [offer] stood.)",
        "It was the “first [offer]” of all.",
        "They like [signing].",
        "[Signing] it took a day.",
        "[Frozen] conflicts stay.",
        "[Signed] copies were kept.",
    ],
)
def test_what_names_an_event_is_a_noun(text: str) -> None:
    assert is_noun(text)


@pytest.mark.parametrize(
    "text",
    [
        "They [appeal] to it.",
        "Arvenia [offers] a ship.",
        "Rask [signed] copies of it.",
        "[Signed], it lay there.",
        "[Signed] Arvenia away.",
        "[Taken over] by Rask, it grew.",
        "[Sign] here.",
        "They [bring] a ship.",
        "Arvenia and Boreland [request] it.",
        "Of the two, they [request] this.",
        "The League [offers] a ship.",
        "The League's members [offer] a ship.",
        "In the other town Rask [offers] a ship.",
    ],
)
def test_what_tells_an_event_is_a_verb(text: str) -> None:
    assert not is_noun(text)


def is_noun(text: str) -> bool:
    """Is the word in brackets a noun?"""
    head, _, more = text.partition("[")
    word, _, rest = more.partition("]")
    return verbs.is_noun(word, head, rest)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("It was ", True), ("It has been solemnly ", True), ("It is now solemnly ", True), ("they Were ", True),
        ("It has ", False), ("It was signed and ", True), ("It was then once again ", False), ("This ", False),
        ("It was", False),
    ],
)  # fmt: skip
def test_before_a_participle_the_doer_stands_behind(head: str, expected: bool) -> None:
    assert expected is bool(verbs.PASSIVE.search(head))


def test_a_verb_that_helps_others_is_told_apart_from_one_that_tells_too_much() -> None:
    assert {"had", "was", "did"} <= verbs.AUXILIARY
    assert {"took", "made", "held"} <= verbs.LIGHT
    assert not verbs.AUXILIARY & verbs.LIGHT
    assert not {"signed", "ratified"} & (verbs.AUXILIARY | verbs.LIGHT)
