"""A PDF is asked for by the name of its page; a slip is told with what may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

import papers


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "briefs").mkdir(parents=True)
    for name in ("kazakhstan-2022", "forces", "who-is-a-member"):
        (tmp_path / "docs" / "briefs" / f"{name}.md").write_text("# A brief\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["forces", "csto-forces", "csto-forces.pdf", "briefs/forces", "csto-knowledge-base"])
def test_a_pdf_has_several_names(root: Path, name: str) -> None:
    assert [] == [*papers.unknown([name], root)]


def test_a_slip_is_told_with_what_is_near_to_it(root: Path) -> None:
    expected = "no PDF is called 'kazakstan-22'; near to it are kazakhstan-2022"

    assert [expected] == [*papers.unknown(["forces", "kazakstan-22"], root)]


def test_where_nothing_is_near_it_is_told_what_there_is(root: Path) -> None:
    expected = "no PDF is called 'x'; there are forces, kazakhstan-2022, who-is-a-member, knowledge-base"

    assert [expected] == [*papers.unknown(["x"], root)]
