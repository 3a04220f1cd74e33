"""Every input that strangers and hurried writers may hand in goes through check, export, HTML and PDF.

No input may have a file outside the repository read, another host asked, a program started, script put before a
reader, a command put before a terminal or a runner, or anything written beside the output.
"""

from __future__ import annotations

import os

import pytest

from hostile.inputs import EXPECTED, Input, families
from hostile.trial import Bare, Ground, judged, judged_beside, together, tried

INPUTS = families()
ALONE = [each for each in INPUTS if each.stands_alone]
BESIDE = [each for each in INPUTS if not each.stands_alone]
"""What is refused is tried by itself; what may be built is checked by itself and built side by side."""


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A folder for the small repository."""
    return Ground(tmp_path_factory.mktemp("hostile") / "ground")


@pytest.fixture(scope="module")
def bare(ground: Ground) -> Bare:
    """The site that is built where nothing is laid over the small repository."""
    return Bare.of(tried(ground, ()).builds["html"].place)


@pytest.fixture(scope="module")
def beside(ground: Ground, bare: Bare) -> dict[str, list[str]]:
    """What is wrong with each input where all that may be built are built as one site and one book."""
    refused, findings, outcome = together(ground, BESIDE, bare)
    bad = {finding["path"] for finding in findings if finding["severity"] != "note"}
    return {each.id: list(judged_beside(each, outcome, each.id in refused, each.path not in bad)) for each in BESIDE}


def test_the_small_repository_is_clean_by_itself(ground: Ground, bare: Bare) -> None:
    outcome = tried(ground, (), bare)

    assert [] == [finding for finding in outcome.findings if finding["severity"] != "note"]
    assert [] == outcome.faults


def test_each_input_says_what_is_expected_of_it_and_why() -> None:
    assert [] == [each.id for each in INPUTS if each.expect not in EXPECTED or not each.why.endswith(".")]
    assert [] == sorted({each.name for each in INPUTS if [one.name for one in INPUTS].count(each.name) > 1})
    assert [] == [each.id for each in INPUTS if each.expect in ("refused", "found") and not each.path]


def test_there_are_enough_of_them() -> None:
    hostile = [each for each in INPUTS if each.expect != "harmless"]
    honest = [each for each in INPUTS if each.family.startswith("honest")]

    assert 150 <= len(hostile)
    assert 40 <= len(honest)


@pytest.mark.parametrize("each", ALONE, ids=lambda each: each.id)
def test_an_input_does_no_harm_by_itself(each: Input, ground: Ground, bare: Bare) -> None:
    if {"unreadable", "closed-folder"} & set(each.made.values()) and os.geteuid() == 0:
        pytest.skip("nothing is unreadable to root")

    assert [] == judged(each, tried(ground, (each,), bare), ground)


@pytest.mark.parametrize("each", BESIDE, ids=lambda each: each.id)
def test_the_check_says_of_an_input_what_it_should(each: Input, ground: Ground, bare: Bare) -> None:
    assert [] == judged(each, tried(ground, (each,), bare, builders=()), ground)


@pytest.mark.parametrize("each", BESIDE, ids=lambda each: each.id)
def test_an_input_does_no_harm_beside_others(each: Input, beside: dict, ground: Ground, bare: Bare) -> None:
    """If something went wrong, each is built by itself, to see whose fault it is."""
    if beside[each.id]:
        assert [] == judged(each, tried(ground, (each,), bare), ground)


def test_what_may_be_built_may_be_built_together(beside: dict) -> None:
    assert [] == sorted({fault for faults in beside.values() for fault in faults})
