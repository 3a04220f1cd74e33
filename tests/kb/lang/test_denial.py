"""What denies, and what only looks as if it did."""

from __future__ import annotations

import pytest

from kb.lang import denial


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It did not sign", ["not"]),
        ("It can not sign", ["not"]),
        ("It cannot sign", ["cannot"]),
        ("It didn't sign", ["n't"]),
        ("It wouldn’t sign", ["n’t"]),
        ("It never signed", ["never"]),
        ("It signed no treaty", ["no"]),
        ("No one signed", ["No"]),
        ("None signed", ["None"]),
        ("Nobody signed", ["Nobody"]),
        ("Nothing was signed", ["Nothing"]),
        ("Neither signed nor sealed", ["Neither", "nor"]),
        ("It left without signing", ["without"]),
        ("It hardly ever signs", ["hardly"]),
        ("It scarcely signed", ["scarcely"]),
        ("It refused to sign", ["refused to"]),
        ("It refuses Rask to sign", ["refuses Rask to"]),
        ("It declined to sign", ["declined to"]),
        ("It failed to sign", ["failed to"]),
        ("It ceased to exist", ["ceased to"]),
        ("It stopped short of signing", ["short of"]),
        ("It refrained from signing", ["refrained from"]),
        ("It abstained from signing", ["abstained from"]),
        ("It neglected to sign", ["neglected to"]),
        ("It omitted to sign", ["omitted to"]),
        ("It balked to sign", ["balked to"]),
        ("It was unable to sign", ["unable to"]),
        ("It is unwilling to sign", ["unwilling to"]),
        ("It is reluctant to sign", ["reluctant to"]),
        ("It left instead of signing", ["instead of"]),
        ("It left instead", ["instead"]),
        ("It left rather than sign", ["rather than"]),
        ("It is far from signing", ["far from"]),
        ("It is yet to sign", ["yet to"]),
        ("It avoided signing", ["avoided"]),
        ("It ruled out signing", ["ruled out"]),
        ("It kept out of the war", ["kept out of"]),
        ("It keeps its own ships out of the war", ["keeps its own ships out of"]),
        ("It barred Corvia from signing", ["barred Corvia from"]),
        ("It banned them from signing", ["banned them from"]),
        ("It prevented the ships from sailing", ["prevented the ships from"]),
        ("It did not refuse to sign", ["not", "refuse to"]),
    ],
)  # fmt: skip
def test_what_denies(text: str, found: list[str]) -> None:
    assert found == [match[0] for match in denial.NEGATION.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It was not only signed",
        "It was not far off",
        "It was not much of a treaty",
        "Not least Arvenia signed",
        "Not long before it signed",
        "Not surprisingly it signed",
        "Not a few signed",
        "It was not among the first to sign",
        "No more than two signed",
        "No fewer than two signed",
        "No later than May it signed",
        "No doubt it signed",
        "No matter who signed",
        "It leaves no room for ships",
        "Under No. 4 it signed",
        "It was none other than Rask",
        "It signed without delay",
        "It signed without exception",
        "It signed in the north",
        "It signed a note of note",
        "It signed nevertheless",
        "It tied a knot",
        "It refused the treaty",
        "It failed",
        "It kept its ships",
        "It banned ships of two or three or four lands from the port",
        "It is as far as it is rather late",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert [] == denial.NEGATION.findall(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("signed nothing", True), ("signed no treaty", True), ("signed none", True), ("signed neither", True),
        ("convinced nobody", True), ("signed not a line", True),
        ("signed no less than four", False), ("signed no later than May", False), ("signed not only this", False),
        ("signed not to please", False), ("signed north of it", False), ("signed it, nothing else", False),
    ],
)  # fmt: skip
def test_a_verb_is_denied_right_behind_it(text: str, expected: bool) -> None:
    assert expected is bool(denial.BEHIND.match(text, len(text.split()[0])))


@pytest.mark.parametrize(
    "text",
    [
        "All but Corvia signed.",
        "It is needed that all sign.",
        "All signed unless they were ill.",
        "It stands unsigned.",
        "It still stands.",
        "Only Arvenia signed.",
        "The rest opposed it.",
        "It lacks a pier.",
        "It rejected the treaty.",
        "Corvia was left out.",
    ],
)
def test_what_may_deny_without_a_not(text: str) -> None:
    assert denial.ELSE.search(text)


@pytest.mark.parametrize("text", ["All signed it.", "The League has its seat there.", "It is under the sea."])
def test_what_denies_nothing_at_all(text: str) -> None:
    assert not denial.ELSE.search(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We looked for a signature.", True), ("A signature was searched for.", True), ("It was sought for.", True),
        ("No signature was found.", True), ("Nothing of it is known to us.", True), ("We found none.", True),
        ("We found no signature.", True), ("It has not been seen since.", True),
        ("It found a signature.", False), ("It was founded at Selin.", False), ("Arvenia did not sign.", False),
        ("It sought a signature.", False), ("It was found that nobody signed.", False),
    ],
)  # fmt: skip
def test_what_was_looked_for_is_not_what_happened(text: str, expected: bool) -> None:
    assert expected is denial.is_sought(text)
