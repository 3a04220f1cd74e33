"""Looks through a built site for what may not be in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from kb_fuzz import harm

KINDS = frozenset(
    ".js .map .css .json .jsonld .txt .inv .png .jpg .jpeg .webp .gif .xml .csv .bib .pdf".split()
    + ".ris .sql .sqlite .ttl".split()
)
"""Files that a site may hold beside pages and drawings."""
CARDS = "_static/cards/"
"""Scripts that hold what a page shows on demand; nothing else may stand in them, and that is judged like a page."""
GONE = "404.html"
ROOTED = re.compile(r"an address outside the site: .*=['\"]/[^/\\]")
"""The page for what is gone is served at any depth, so its links begin at the root."""


def site(place: Path, scripts: frozenset[str], shared: frozenset[str]) -> Iterator[str]:
    """What is bad in a built site; ``scripts`` are those of the theme, ``shared`` the files of a site without input."""
    for file in sorted(place.rglob("*")):
        name = file.relative_to(place).as_posix()
        if name in shared or name.startswith(".doctrees") or file.name == ".buildinfo" or not file.is_file():
            continue
        yield from (f"{name}: {fault}" for fault in _file(file, name, scripts))


def _file(file: Path, name: str, scripts: frozenset[str]) -> Iterator[str]:
    if file.suffix == ".html":
        told = harm.page(file.read_text("utf-8"), scripts)
        yield from (fault for fault in told if name != GONE or not ROOTED.match(fault))
    elif file.suffix == ".svg":
        yield from harm.picture(file.read_text("utf-8", "replace"))
    elif name.startswith(CARDS):
        told = json.loads(file.read_text("utf-8").removeprefix("window.kbCards = ").removesuffix(";\n"))
        yield from (fault for card in told["cards"].values() for fault in harm.page(card))
    elif file.suffix not in KINDS:
        yield "a file of an unexpected kind was published"
