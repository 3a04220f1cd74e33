"""States that stand in a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kb.annotate.enumerations import runs
from kb.load.corpus import assemble
from kb.verify.verdict import VerifiedPage


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Arvenia, Boreland and Corvia met.", [["arvenia", "boreland", "corvia"]]),
        ("Arvenia and the Kingdom of Boreland met.", [["arvenia", "boreland"]]),
        ("Arvenia met Boreland and Corvia.", [["boreland", "corvia"]]),
        ("Selin, Arvenia and Corvia were named.", [["arvenia", "corvia"]]),
        ("Arvenia and Selin were named.", []),
        ("Arvenia and Boreland left, Selin stayed, Corvia or Arvenia came.",
         [["arvenia", "boreland"], ["corvia", "arvenia"]]),
        ("Arvenia left.", []),
    ],
)  # fmt: skip
def test_a_row_holds_states_alone(
    small: dict[str, bytes], read_page: Callable[..., VerifiedPage], sentence: str, expected: list[list[str]]
) -> None:
    ledger, scope = assemble(small, date(2020, 1, 1)), read_page(sentence).scopes[-1]

    assert expected == [[name.entity_id for name in run] for run in runs(scope, ledger)]
