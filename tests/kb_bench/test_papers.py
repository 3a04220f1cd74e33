"""What the benchmark of print builds, and how it counts."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from kb_bench.papers import Papers, has_tex, wrote
from kb_bench.site.builds import Failed, read_in

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
PAGES = {
    "index.md": "# Small\n\n```{toctree}\n:glob:\n\nfacts/index\nreferences\ntopic/*\nbriefs/*\n```\n",
    "references.md": "# References\n\n```{bibliography}\n:all:\n```\n",
    "facts/index.md": "# Ledger\n\n```{kb:entities}\n```\n",
    "briefs/league.md": (
        "---\ntitle: The League\nabout: [league, corvia]\nasof: 2019-05-01\nanswer: It is a league.\n---\n\n"
        "# The League\n\nCorvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.\n"
    ),
}
EPOCH = {"SOURCE_DATE_EPOCH": "1577836800"}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The small corpus under our configuration, after everything was built from nothing."""
    root, folder = tmp_path_factory.mktemp("root"), tmp_path_factory.mktemp("bench")
    shutil.copytree(CORPUS, root, dirs_exist_ok=True)
    for part in ("_static", "_templates", "facts/schema"):
        shutil.copytree(ROOT / "docs" / part, root / "docs" / part, dirs_exist_ok=True)
    shutil.copy(ROOT / "docs" / "conf.py", root / "docs")
    for name, text in PAGES.items():
        (root / "docs" / name).parent.mkdir(exist_ok=True)
        (root / "docs" / name).write_text(text, "utf-8")
    made = Papers(root, folder, EPOCH)
    ran = made.cold()

    assert {"csto-league", "csto-knowledge-base"} == set(wrote(ran.told))
    assert read_in(ran.told) > 10
    return made


def test_one_paper_alone_reads_nothing_and_writes_one(papers: Papers) -> None:
    ran = papers.one("league")

    assert {"csto-league": 1} == wrote(ran.told)
    assert 0 == read_in(ran.told)
    assert ran.seconds > 0


def test_after_an_edit_one_page_is_read(papers: Papers) -> None:
    ran = papers.edited("briefs/league", "league")

    assert {"csto-league": 1} == wrote(ran.told)
    assert 1 == read_in(ran.told)


def test_a_paper_that_is_none_ends_the_benchmark_with_what_was_said(papers: Papers) -> None:
    with pytest.raises(Failed, match="no PDF is called 'x'"):
        papers.one("x")


def test_by_tex_each_brief_is_set_twice_from_what_sphinx_wrote(
    papers: Papers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "xelatex"
    program.write_text(f'#!/bin/sh\nwc -c "$3" >> {tmp_path}/set\n', "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    seconds = papers.by_tex(["csto-league"])
    lines = (tmp_path / "set").read_text("utf-8").splitlines()

    assert has_tex()
    assert ["csto-league.tex"] * 2 == [line.split()[1] for line in lines]
    assert all(int(line.split()[0]) > 500 for line in lines)
    assert seconds > 0


def test_without_tex_it_is_known_that_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not has_tex()


def test_what_a_build_wrote_is_read_from_what_it_says() -> None:
    told = "wrote a-brief.pdf (2 pages, 90 kB)\nwriting wrote x\nwrote book.pdf (507 pages, 5000 kB)\n"

    assert {"a-brief": 2, "book": 507} == wrote(told)
