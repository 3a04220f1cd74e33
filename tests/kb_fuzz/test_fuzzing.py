"""The fuzzing itself: the same seed gives the same inputs, a fault is found, blamed and made small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from kb_fuzz import harm
from kb_fuzz.__main__ import shown
from kb_fuzz.ground import EPOCH
from kb_fuzz.mutate import made
from kb_fuzz.narrow import blamed, smallest
from kb_fuzz.seeds import seeds
from kb_fuzz.sown import ENTRY, FACT, PAGE, Fault, Sown
from kb_fuzz.trial import Trial
from kb_fuzz.workers import Survivor

FOUND = Path(__file__).parent.parent / "hostile" / "found"
KINDS = {".md": PAGE, ".yaml": FACT, ".bib": ENTRY}
A_FEW = 300


def breaks_at_seven(inputs: Sequence[Sown]) -> list[Fault]:
    """A stage with a fault of its own: it cannot bear a seven."""
    return [Fault("cannot bear a seven", "7")] if any(b"7" in each.data for each in inputs) else []


WIDE = 30.0
"""Seconds of the processor, that only what hangs is found however busy the machine is; `nox -s fuzz` holds to two."""


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    """A place to run inputs in."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return Trial(tmp_path / "root", seconds=WIDE)


def test_the_same_seed_gives_the_same_inputs():
    assert [made(1, n, seeds()) for n in range(50)] == [made(1, n, seeds()) for n in range(50)]
    assert [made(1, n, seeds()) for n in range(50)] != [made(2, n, seeds()) for n in range(50)]


def test_every_kind_is_made_and_most_inputs_differ_from_each_other():
    inputs = [made(1, n, seeds()) for n in range(A_FEW)]
    kinds = Counter(each.kind for each in inputs)

    assert {PAGE, FACT, ENTRY} == set(kinds)
    assert min(kinds.values()) > A_FEW // 8
    assert len({each.data for each in inputs}) > 0.95 * A_FEW


def test_a_fault_is_blamed_on_the_input_that_has_it_and_made_small():
    inputs = [Sown(PAGE, f"f{n}", f"line one\nline {'seven 7' if n == 5 else n % 5}\n".encode()) for n in range(9)]
    ((each, fault),) = blamed(inputs, breaks_at_seven, set())

    assert "f5" == each.name
    assert b"7" == smallest(each, fault.kind, breaks_at_seven).data


def test_a_fault_that_needs_several_inputs_is_told_with_all_of_them():
    def breaks_together(inputs: Sequence[Sown]) -> list[Fault]:
        return [Fault("too many", "")] if len(inputs) > 1 else []

    inputs = [Sown(PAGE, f"f{n}", b"x") for n in range(2)]

    assert [("batch", b"x\nx")] == [(each.kind, each.data) for each, _ in blamed(inputs, breaks_together, set())]


def test_a_survivor_is_printed_so_that_no_terminal_obeys_it():
    each = Survivor(Fault("raises", "\x1b[2J"), 7, PAGE, "\x1b]0;x\x07\n::error::x\n\u202e".encode())

    assert [] == list(harm.report(shown(each, 1)))


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>", "<p onclick=x>", "<a href='java\tscript:x'>", "<a href=//x.example>", "<svg onload=x/>",
        "<img src=https://x.example/y.png>", "<base href=/x>", '<meta http-equiv="Refresh" content="0">', "<script>x",
        "<style>@import 'x'</style>", "<p style='background:url(x)'>", "<a href='/../../etc/passwd'>", "<math>",
    ],
)  # fmt: skip
def test_what_a_browser_would_run_or_ask_for_is_seen(html: str):
    assert () != harm.page(html)


@pytest.mark.parametrize(
    "html",
    ["<a href='https://x.example'>x</a>", "<p title='onclick=x'>&lt;script&gt;</p>", "<a href='../x.html#y'>x</a>"],
)
def test_what_is_only_shown_or_followed_by_hand_is_not(html: str):
    assert () == harm.page(html)


def test_the_small_repository_does_no_harm_by_itself(trial: Trial):
    page = Sown(PAGE, "f0", b"---\nabout: [league]\nasof: 2019-05-01\n---\n\n# A page\n\nThe League is small.\n")

    assert [] == trial.run([page])


def test_a_few_mutated_inputs_do_no_harm(trial: Trial):
    inputs = [made("smoke", number, seeds()) for number in range(A_FEW)]
    found = [
        (fault, each.data)
        for first in range(0, A_FEW, 100)
        for each, fault in blamed(inputs[first : first + 100], trial.run, set())
    ]

    assert [] == found


@pytest.mark.parametrize("file", sorted(FOUND.iterdir()), ids=lambda file: file.name)
def test_what_was_found_once_does_no_harm_now(file: Path, trial: Trial):
    assert [] == trial.run([Sown(KINDS[file.suffix], "f0", file.read_bytes())])
