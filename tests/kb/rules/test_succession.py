"""The words by which a post passes from one to another, either way round: Voss held it before Rask."""

from __future__ import annotations

from datetime import date

import pytest

from kb.load.corpus import assemble
from kb.run.runner import examine

CITED = "{cite:p}`League2006history{¶ 5}`"


def is_found(small: dict[str, bytes], sentence: str) -> bool:
    page = f"---\nabout: [league]\n---\n\n# The League of the Straits\n\n{sentence} {CITED}.\n"
    found = examine(assemble({**small, "docs/topic/league.md": page.encode()}, date(2020, 1, 1))).findings
    return "succession-disagrees" in {finding.rule for finding in found}


@pytest.mark.parametrize(
    "words",
    [
        "{0} handed over to {1}",
        "{0} handed the post on to {1}",
        "{0} passed it to {1}",
        "{0} gave way to {1}",
        "{0} was succeeded by {1}",
        "{0} was later replaced by {1}",
        "{0} preceded {1}",
        "{1} succeeded {0}",
        "{1} took over from {0}",
        "{1} took the post over from {0}",
        "{1} replaced {0}",
        "The post passed from {0} to {1}",
    ],
)
def test_it_is_found_in_the_wrong_order_only(small: dict[str, bytes], words: str) -> None:
    assert not is_found(small, words.format("Petra Voss", "Ilmar Rask"))
    assert is_found(small, words.format("Ilmar Rask", "Petra Voss"))


@pytest.mark.parametrize(
    "words",
    [
        "{0} wrote to {1}",
        "{0} met {1}",
        "{0} spoke from Selin to {1}",
        "{0} handed a letter to {1}",
        "{0} left Selin and wrote to {1}",
        "{1} took a letter from {0}",
        "The letter went from {0} to {1}",
    ],
)
def test_other_words_pass_nothing_on(small: dict[str, bytes], words: str) -> None:
    assert not is_found(small, words.format("Ilmar Rask", "Petra Voss"))
