"""`kb export`: what it writes, what it says of it, and which names it takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.cli import main

TODAY = ["--today", "2020-01-01"]
FILES = {
    *("datapackage.json", "evidence.csv", "facts.json", "kb.sqlite", "kb.ttl", "sources.csl.json", "sources.ris"),
    "views.sql",
}


def test_it_names_each_file_with_its_size_and_counts_what_went_in(
    league: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main(["export", *TODAY])
    *named, last = capsys.readouterr().out.splitlines()
    folder = league / "build" / "data"
    there = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()}

    assert FILES == {name for name in there if "/" not in name}
    assert {f"  {name}  {size:,} bytes" for name, size in there.items()} == set(named)
    assert f"wrote {len(there)} files into {folder}: 11 statements, 12 pieces of evidence, 4 sources" == last


def test_it_writes_the_same_bytes_twice(league: Path) -> None:
    for folder in ("one", "two"):
        assert 0 == main(["export", "--to", folder, *TODAY])
    one, two = (
        {path.relative_to(league / folder): path.read_bytes() for path in (league / folder).rglob("*.*")}
        for folder in ("one", "two")
    )

    assert one == two


def test_it_is_called_what_the_citation_says(league: Path) -> None:
    (league / "CITATION.cff").write_text("title: The Straits\nlicense: CC-BY-4.0\n")
    assert 0 == main(["export", *TODAY])
    told = json.loads((league / "build" / "data" / "datapackage.json").read_bytes())

    assert ("The Straits", "the-straits") == (told["title"], told["name"])


def test_names_begin_with_an_address_that_is_given(league: Path) -> None:
    assert 0 == main(["export", "--names", "https://islands.example/base", *TODAY])

    assert b"<https://islands.example/base/entity/league>" in (league / "build" / "data" / "kb.ttl").read_bytes()


@pytest.mark.parametrize(
    "given", ["islands", "https://a> <b", "javascript:x", "https://islands.example/?q=1", "https://islands.example/#a"]
)
def test_what_is_no_address_is_refused(league: Path, capsys: pytest.CaptureFixture[str], given: str) -> None:
    assert 2 == main(["export", "--names", given, *TODAY])

    assert "--names" in capsys.readouterr().err
    assert not (league / "build").exists()
