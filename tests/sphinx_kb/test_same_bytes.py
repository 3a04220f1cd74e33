"""One commit gives one output: the same bytes from two folders, hash seeds, locales, time zones and clocks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import shelf

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
PAGES = {
    "index.md": "# Small site\n\n```{toctree}\n:glob:\n\nfacts/index\nreferences\ntopic/*\nbriefs/*\n```\n",
    "references.md": "# References\n\n```{bibliography}\n:all:\n```\n",
    "facts/index.md": "# Ledger\n\n```{kb:entities}\n```\n",
    "topic/more.md": (
        "---\nabout: [league]\n---\n\n# More\n\nThe League was founded at Selin on 3 June 1990"
        " {cite:p}`League2006history{¶ 1}`.\n\n```{kb:timeline}\nleague\n```\n\n"
        "```{kb:statements}\nleague#founded-1990\n```\n\n![The sign of the site](sign.svg)\n"
    ),
    "topic/sign.svg": (ROOT / "docs" / "_static" / "favicon.svg").read_text("utf-8"),
    "briefs/league.md": (
        "---\ntitle: The League\nabout: [league, corvia]\nasof: 2019-05-01\nanswer: It is a league.\n---\n\n"
        "# The League\n\n```{keyfacts}\n:asof: 1 May 2019\n\n"
        "- **Founded:** at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`\n```\n\n"
        "Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.\n\n```{kb:timeline}\nleague\n```\n"
    ),
}
CLOCK = """
import datetime, os, time

shift = int(os.environ["SHIFT"])
real, gmtime, localtime = time.time, time.gmtime, time.localtime
time.time = lambda: real() + shift
time.time_ns = lambda: int(time.time() * 1e9)
time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)
time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

class Tomorrow(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

datetime.datetime, datetime.date = Later, Tomorrow
"""
"""A clock that goes wrong by so many seconds, for all that is imported after it."""
HERE = {"SHIFT": "0", "PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "UMASK": "022"}
THERE = {
    "SHIFT": "400000000",
    "PYTHONHASHSEED": "4242",
    "LC_ALL": "C.UTF-8",
    "TZ": "Pacific/Kiritimati",
    "UMASK": "077",
}


def repository(folder: Path, backwards: bool) -> Path:
    """The small corpus with the configuration, the templates and the static files of the real site."""
    files = {path.relative_to(CORPUS): path.read_bytes() for path in CORPUS.rglob("*") if path.is_file()}
    for part in ("conf.py", "_static", "_templates", "facts/schema"):
        given = [ROOT / "docs" / part] if part == "conf.py" else (ROOT / "docs" / part).rglob("*")
        files |= {path.relative_to(ROOT): path.read_bytes() for path in given if path.is_file()}
    files |= {Path("docs", name): text.encode() for name, text in PAGES.items()}
    for path in sorted(files, reverse=backwards):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(files[path])
        os.utime(folder / path, (1, 10**9) if backwards else None)
    return folder


def made(root: Path, workers: int, settings: dict[str, str]) -> dict[str, bytes]:
    """Every file of the site and of the export, and every PDF, by its name."""
    unset = ("SOURCE_DATE_EPOCH", "READTHEDOCS_CANONICAL_URL", "KB_SITE_URL", "KB_REPO_URL", "KB_PDFS")
    outside = {name: value for name, value in os.environ.items() if name not in unset}
    environment = outside | {"PYTHONPATH": str(ROOT / "scripts"), "PYTHONUTF8": "1"} | settings
    sphinx = "from sphinx.cmd.build import main; sys.exit(main(['-W', '-n', '-q'"
    site = f"{sphinx}, '-j', '{workers}', 'docs', 'html']))"
    paper = f"{sphinx}, '-j', '{workers}', '-b', 'typstpdf', '-d', 'trees', 'docs', 'pdf']))"
    data = "from kb.cli import main; sys.exit(main(['export', '--to', 'html/data']))"
    for command in (site, data, paper):
        code = f"import sys\n{CLOCK}\nos.umask(int(os.environ['UMASK'], 8))\n{command}"
        ran = subprocess.run(
            [sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
    for pdf in (root / "pdf").glob("*.pdf"):
        shutil.copy(pdf, root / "html")
    return {file.as_posix(): (root / "html" / file).read_bytes() for file in shelf.walk(root / "html")}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """One content, built twice."""
    place = tmp_path_factory.mktemp("same")
    one = made(repository(place / "a", backwards=False), 1, HERE)
    other = made(repository(place / "another folder" / "Папка", backwards=True), 2, THERE)
    shutil.rmtree(place)
    return one, other


def test_site_data_and_pdfs_are_the_same_bytes_wherever_and_whenever_they_are_made(both):
    one, other = both

    assert {
        "index.html",
        "facts/league.html",
        "_static/search-index.js",
        "data/facts.json",
        "data/evidence.csv",
        "data/datapackage.json",
        "data/tables/statements.csv",
        "data/kb.sqlite",
        "data/kb.ttl",
    } <= set(one)
    assert {"csto-league.pdf", "csto-knowledge-base.pdf"} <= set(one)
    assert set(one) == set(other)
    assert [] == [name for name in one if one[name] != other[name]]


def test_nothing_in_the_site_tells_where_or_when_it_was_made(both):
    one, _ = both
    place = str(ROOT).encode()

    assert [] == [name for name, data in one.items() if place in data or b"/same0/" in data]


def test_no_template_of_the_pdfs_asks_for_the_day():
    """The clock of Typst is its own, and goes right where that of Python is made to go wrong."""
    templates = sorted((ROOT / "scripts" / "sphinx_typst" / "typst").glob("*.typ"))

    assert templates
    assert [] == [file.name for file in templates if "datetime" in file.read_text("utf-8")]
