"""A small site that is served while it is written, as a contributor has it, in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
CONF = """
project, author, copyright, version = "Small site", "Nobody", "nobody", "1"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "sphinx_design", "sphinx_kb"]
source_suffix = {".md": "markdown", ".yaml": "ledger"}
bibtex_bibfiles = ["../refs.bib"]
bibtex_default_style = bibtex_reference_style = "vouched"
bibtex_cite_id = "cite-{key}"
myst_disable_syntax = ["html_block", "html_inline"]
html_theme = "furo"
html_static_path = ["_static"]
html_favicon = "_static/favicon.svg"
nitpicky = True
"""
PAGES = {
    "conf.py": CONF,
    "index.md": "# Small site\n\n```{toctree}\n:glob:\n\nfacts/index\nreferences\ntopic/*\n```\n",
    "references.md": "# References\n\n```{bibliography}\n:all:\n```\n",
    "facts/index.md": "# Ledger\n\n```{kb:entities}\n```\n",
}


def laid(root: Path) -> Path:
    """A small repository with the configuration that makes a site of it; our own code is not in it."""
    shutil.copytree(ROOT / "tests" / "corpus", root)
    shutil.copytree(ROOT / "docs" / "facts" / "schema", root / "docs" / "facts" / "schema", dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "_static", root / "docs" / "_static")
    (root / "scripts").mkdir()
    for name, text in PAGES.items():
        (root / "docs" / name).write_text(text, "utf-8")
    return root


@dataclass(frozen=True)
class Served:
    """A site that is served from a repository."""

    root: Path
    port: int

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, host: str = "127.0.0.1") -> HTTPResponse:
        """The answer to a request; it stays open."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", f"/{path}", headers={"Host": host})
        return connection.getresponse()

    def told(self, name: str) -> Any:
        """What the page is told of itself."""
        return json.loads(self.ask(f"_live/page/{name}").read())

    def text(self, path: str) -> str:
        """A file as it is served."""
        return self.ask(path).read().decode()

    def after(self, file: str, text: str, name: str) -> Any:
        """Save a file, wait for the news until all was looked at, and return what a page is told then."""
        news = self.ask("_live/news")
        news.readline()
        news.readline()
        (self.root / "docs" / file).write_text(text, "utf-8")
        return self.whole(news, name)

    def whole(self, news: HTTPResponse, name: str) -> Any:
        """What a page is told at the first news that all was looked at."""
        with news:
            while True:
                news.readline()
                news.readline()
                if (told := self.told(name))["whole"]:
                    return told


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """The site, served by the very command that `nox -s live` starts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        **os.environ,
        "SOURCE_DATE_EPOCH": "1577836800",
        "PYTHONPATH": str(ROOT / "scripts"),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "kb_live", "--port", str(port)]
    with subprocess.Popen(command, cwd=root, env=settings, stdout=subprocess.PIPE, text=True) as started:
        try:
            assert started.stdout
            assert any(line.startswith("The site is served at") for line in started.stdout)
            made = Served(root, port)
            made.whole(made.ask("_live/news"), "index")
            yield made
        finally:
            started.terminate()
