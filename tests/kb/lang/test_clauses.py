"""English clauses: verbs for one and many, what is planned, asked or denied, articles and plurals."""

from __future__ import annotations

import pytest

from kb.lang import clauses


@pytest.mark.parametrize(
    ("third", "base", "participle"),
    [
        ("signs", "sign", "signed"),
        ("carries", "carry", "carried"),
        ("discusses", "discuss", "discussed"),
        ("causes", "cause", "caused"),
        ("publishes", "publish", "published"),
        ("has", "have", "had"),
        ("is", "be", "been"),
        ("holds", "hold", "held"),
        ("puts", "put", "put"),
        ("breaks", "break", "broken"),
        ("dies", "die", "died"),
    ],
)
def test_a_verb_is_known_by_what_one_does(third: str, base: str, participle: str) -> None:
    assert (base, third, participle) == (clauses.base(third), clauses.third(base), clauses.participle(base))


@pytest.mark.parametrize(
    ("told", "many", "negated", "modality", "passive"),
    [
        ("signs", False, False, None, False),
        ("sign", True, False, None, False),
        ("does not sign", False, True, None, False),
        ("do not sign", True, True, None, False),
        ("is signed", False, False, None, True),
        ("are not signed", True, True, None, True),
        ("is to sign", False, False, "planned", False),
        ("are not to be signed", True, True, "planned", True),
        ("may sign", False, False, "may", False),
        ("may not be signed", False, True, "may", True),
        ("must not sign", True, True, "must", False),
        ("is asked not to sign", False, True, "asked", False),
        ("be signed", False, False, "asked", True),
        ("not be signed", False, True, "asked", True),
        ("sign", False, False, "proposed", False),
        ("not sign", False, True, "proposed", False),
        ("signs", False, False, "reported", False),
        ("does not sign", False, True, "denied", False),
    ],
)
def test_a_verb_says_how_many_whether_and_how_far(
    told: str, many: bool, negated: bool, modality: str | None, passive: bool
) -> None:
    assert told == clauses.predicate("sign", many, negated, modality, passive)


@pytest.mark.parametrize(
    ("told", "many", "negated"), [("is", False, False), ("is not", False, True), ("are not", True, True)]
)
def test_what_is_needs_no_do(told: str, many: bool, negated: bool) -> None:
    assert told == clauses.predicate("be", many, negated, None)


@pytest.mark.parametrize(
    ("opening", "modality", "passive"),
    [
        ("", None, False),
        ("", "planned", True),
        ("reportedly, ", "reported", False),
        ("it is proposed that ", "proposed", True),
        ("it is denied that ", "denied", False),
        ("it is asked that ", "asked", True),
        ("", "asked", False),
    ],
)
def test_what_is_not_told_in_our_own_voice_says_so_first(opening: str, modality: str | None, passive: bool) -> None:
    assert opening == clauses.opening(modality, passive)


@pytest.mark.parametrize(
    "words",
    [
        "the members", "the members of the council", "three extraordinary sessions", "1,400 men", "several states",
        "Articles 3, 5 and 11", "fifteen of seventeen drafts", "police and troops", "people", "all members but one",
        "Islamic State fighters", "5 of 7 states", "its composition and financing",
    ],
)  # fmt: skip
def test_these_are_many(words: str) -> None:
    assert clauses.is_many(words)


@pytest.mark.parametrize(
    "words",
    [
        "the council of ministers", "a list of names", "one of the members", "António Guterres", "its status",
        "the press", "the analysis", "63.4 per cent", "either status", "the news", "an operational headquarters",
        "the agreement on forces and means", "1 member", "the US", "the member's request",
    ],
)  # fmt: skip
def test_this_is_one(words: str) -> None:
    assert not clauses.is_many(words)


@pytest.mark.parametrize(
    ("name", "many"),
    [("CSTO Peacekeeping Forces", True), ("the peacekeeping forces", True), ("United Nations", False),
     ("Agreement on the Forces", False), ("exercises", True)],
)  # fmt: skip
def test_a_name_in_the_plural_is_one_of_forces(name: str, many: bool) -> None:
    assert many is clauses.is_plural_name(name)


@pytest.mark.parametrize(
    ("article", "name", "acts_as"),
    [
        ("the ", "Collective Security Council", ""),
        ("the ", "Moscow session of 2008", "event"),
        ("the ", "secretary general", "office"),
        ("the ", "unified list of organisations", ""),
        ("the ", "Soviet Union", "state"),
        ("", "the Council", ""),
        ("", "The Hindu", ""),
        ("", "Arvenia", "state"),
        ("", "the United States", "state"),
        ("", "Nikol Pashinyan", "person"),
        ("", "St Petersburg", "place"),
        ("", "NATO", "organisation"),
        ("", "Combat Brotherhood-2017", "event"),
        ("", "observer status", ""),
    ],
)
def test_names_have_the_article_that_they_need(article: str, name: str, acts_as: str) -> None:
    assert article == clauses.with_article(name, acts_as)


def test_a_capital_that_only_opened_a_sentence_is_gone_within_one() -> None:
    assert ("the report", "Articles 3 and 4", "Armenia's appeal", "a list") == tuple(
        map(clauses.within, ("The report", "Articles 3 and 4", "Armenia's appeal", "A list"))
    )


def test_a_list_has_commas_and_an_and() -> None:
    assert [(), ("",), ("", " and "), ("", ", ", " and ")] == [clauses.listed(count) for count in range(4)]


def test_a_clause_or_a_place_is_known_by_its_first_word() -> None:
    assert {"to", "that", "whether", "not", "only", "if", "in", "by"} <= clauses.CLAUSAL
    assert not {"the", "a", "over", "out"} & clauses.CLAUSAL


@pytest.mark.parametrize(("words", "known"), [("the first time", True), ("Its own list", True), ("a quorum", False)])
def test_what_the_reader_knows_has_its_article(words: str, known: bool) -> None:
    assert known is clauses.is_known(words)
