"""The made-up content of the benchmarks is as clean as the real one; what it costs is measured by `nox -s bench`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kb.core.finding import Severity
from kb.load.corpus import assemble, read
from kb.run.runner import examine
from kb_bench.made import content
from kb_bench.measure import cost, exponents

ROOT = Path(__file__).parents[2]


def test_made_up_content_has_no_error_and_no_warning() -> None:
    found = examine(assemble(content(120, 1, read(ROOT)), date(2026, 2, 1))).findings

    assert [str(each) for each in found if each.severity is not Severity.NOTE] == []


def test_a_seed_gives_the_same_content_and_another_seed_another() -> None:
    assert content(60, 1, {}) == content(60, 1, {})
    assert content(60, 1, {}) != content(60, 2, {})


def test_content_has_the_size_asked_for() -> None:
    corpus = assemble(content(600, 1, read(ROOT)), date(2026, 2, 1))

    assert len(corpus.statements) == 600
    assert len(corpus.pages) == 60


def test_most_figures_of_made_up_pages_agree() -> None:
    outcome = examine(assemble(content(60, 1, read(ROOT)), date(2026, 2, 1)))
    figures = [figure for reading in outcome.readings for figure in reading.figures]
    agreed = [figure for figure in figures if figure.outcome.value in ("supported", "computed")]

    assert len(agreed) / len(figures) > 0.95


def test_every_step_is_measured_and_its_growth_told() -> None:
    real = read(ROOT)
    one, other = cost(30, real), cost(60, real)

    assert one.errors == other.errors == 0
    assert [step for step, _ in exponents(one, other)] == [*one.seconds, "all"]
