"""What it costs to read: a page, a page with all that it asks for, a search. Packed, as a server sends it."""

from __future__ import annotations

import base64
import gzip
import random
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer

LISTS = ("facts/", "sources/", "reference/", "about/sources.html", "history/timeline.html")
"""Pages whose content is one list or table: of statements, sources, everything, what each page rests on, events."""
OF_A_PAGE, OF_A_LIST, OF_A_FIRST_LOAD, OF_A_SEARCH = 30_000, 60_000, 100_000, 200_000
"""Bytes at most."""
ASKED = "link[rel~=stylesheet], link[rel~=icon], link[rel=prefetch], script[src], img[src]"
"""What a browser asks for by itself."""
INDEX = Path("_static", "search-index.js")
"""What is looked through is asked for when somebody searches."""


def packed(file: Path) -> int:
    """The bytes of a file as they are sent."""
    return len(gzip.compress(file.read_bytes(), mtime=0))


def own(site: Path) -> dict[str, int]:
    """What every page weighs by itself."""
    pages = (page for page in site.rglob("*.html") if "_static" not in page.parts)
    return {page.relative_to(site).as_posix(): packed(page) for page in pages}


def asked(site: Path, name: str) -> Iterator[Path]:
    """The files that a page asks for when it is opened."""
    text, only = (site / name).read_text(encoding="utf-8"), SoupStrainer(["link", "script", "img"])
    for element in BeautifulSoup(text, "html.parser", parse_only=only).select(ASKED):
        address = urlsplit(str(element.get("href") or element.get("src")))
        if not address.scheme and not (name == "404.html" and address.path.startswith("/")):
            yield ((site / name).parent / unquote(address.path)).resolve()


def first_loads(site: Path) -> dict[str, int]:
    """What every page weighs with all that it asks for."""
    files: dict[Path, int] = {}
    loads = {}
    for name, weight in own(site).items():
        needed = set(asked(site, name))
        files |= {file: packed(file) for file in needed - set(files)}
        loads[name] = weight + sum(files[file] for file in needed)
    return loads


def too_heavy(site: Path) -> dict[str, int]:
    """The pages that weigh more than pages of their kind may."""
    weights = own(site).items()
    return {name: weight for name, weight in weights if weight >= (OF_A_LIST if name.startswith(LISTS) else OF_A_PAGE)}


def loaded_too_heavily(site: Path) -> dict[str, int]:
    """The pages that ask for too much when they are opened."""
    return {name: weight for name, weight in first_loads(site).items() if weight >= OF_A_FIRST_LOAD}


def search(site: Path) -> int:
    """What the first search of a reader costs: the page of results, all that it asks for, and the index."""
    page = site / "search.html"
    return sum(packed(file) for file in {page, site / INDEX, *asked(site, page.name)})


def test_no_page_is_too_heavy(site: Path) -> None:
    assert {} == too_heavy(site)


def test_no_page_asks_for_too_much(site: Path) -> None:
    assert {} == loaded_too_heavily(site)


def test_a_search_is_light(site: Path) -> None:
    assert search(site) < OF_A_SEARCH


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A site of a light page of each kind, with a style sheet, a script and an index."""
    text = '<link rel="stylesheet" href="{up}_static/a.css"><script src="{up}_static/a.js?v=1"></script>'
    for name, up in (("index", ""), ("search", ""), ("topic/page", "../"), ("facts/entity", "../")):
        lay(tmp_path / f"{name}.html", text.format(up=up))
    for name in ("a.css", "a.js", "search-index.js"):
        lay(tmp_path / "_static" / name, "")
    return tmp_path


def lay(file: Path, text: str) -> None:
    """Write a file, or at the end of one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text((file.read_text("utf-8") if file.exists() else "") + text, "utf-8")


def noise(weight: int) -> str:
    """Text that weighs about so much packed: of letters at random six bits each are left."""
    return base64.b64encode(random.Random(1).randbytes(weight)).decode()  # noqa: S311  # hides nothing


def test_a_light_site_passes(planted: Path) -> None:
    assert ({}, {}) == (too_heavy(planted), loaded_too_heavily(planted))
    assert search(planted) < OF_A_SEARCH


@pytest.mark.parametrize(
    ("weight", "found"),
    [(29_000, []), (31_000, ["topic/page.html"]), (61_000, ["facts/entity.html", "topic/page.html"])],
)
def test_a_heavy_page_is_found_and_a_list_may_weigh_more(planted: Path, weight: int, found: list[str]) -> None:
    for name in ("topic/page.html", "facts/entity.html"):
        lay(planted / name, noise(weight))

    assert found == sorted(too_heavy(planted))


@pytest.mark.parametrize("file", ["a.css", "a.js"])
def test_what_a_page_asks_for_counts(planted: Path, file: str) -> None:
    lay(planted / "_static" / file, noise(100_000))

    assert {"index.html", "search.html", "topic/page.html", "facts/entity.html"} == set(loaded_too_heavily(planted))
    assert {} == too_heavy(planted)


def test_a_heavy_index_makes_a_search_dear(planted: Path) -> None:
    lay(planted / INDEX, noise(200_000))

    assert {} == loaded_too_heavily(planted)
    assert search(planted) > OF_A_SEARCH
