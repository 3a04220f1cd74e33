"""The small repository on which inputs are laid: the small corpus, a few pages, and the real schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from kb.load.corpus import read
from kb_fuzz.sown import BIBLIOGRAPHY, ENTRY, Sown

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
PAGES = ROOT / "tests" / "hostile" / "base"
TODAY = date(2020, 1, 1)
EPOCH = "1577836800"
"""Seconds to that day."""


@cache
def small() -> Mapping[str, bytes]:
    """The files of the small repository."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    pages = {f"docs/{file.relative_to(PAGES).as_posix()}": file.read_bytes() for file in PAGES.rglob("*.md")}
    return {**read(CORPUS), **pages, **schema}


def laid(inputs: Iterable[Sown]) -> dict[str, bytes]:
    """The files of the small repository with these laid over it; entries are put behind those of its bibliography."""
    files = dict(small())
    for each in inputs:
        if each.kind == ENTRY:
            files[BIBLIOGRAPHY] += b"\n" + each.data + b"\n"
        else:
            files[each.path] = each.data
    return files
