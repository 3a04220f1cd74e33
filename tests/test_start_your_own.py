"""Walks through the page "Start your own": every file and every command on it, in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "contributing" / "start-your-own.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"^(?P<fence>`{3,})(?:\{code-block\} text\n:caption: (?P<path>\S+)\n\n|(?P<kind>console|text)\n)"
    r"(?P<body>.*?)^(?P=fence)$",
    re.DOTALL | re.MULTILINE,
)
PROGRAMS = {"kb": [sys.executable, "-m", "kb.cli"], "sphinx-build": [sys.executable, "-m", "sphinx"]}


def commands() -> Iterator[tuple[str, int]]:
    """Every command, and where it stands."""
    for step in STEP.finditer(PAGE):
        if step["kind"] == "console":
            yield from ((line.removeprefix("$ "), step.start()) for line in step["body"].splitlines())


def files() -> dict[str, tuple[str, int]]:
    """Every file with its text and where it stands."""
    return {step["path"]: (step["body"], step.start()) for step in STEP.finditer(PAGE) if step["path"]}


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What a command says, with the engine as it is installed for the tests."""
    program, *arguments = command.split()
    unset = ("SOURCE_DATE_EPOCH", "KB_PDFS", "KB_SITE_URL", "KB_REPO_URL", "READTHEDOCS_CANONICAL_URL")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    environment |= {"PYTHONPATH": str(ROOT / "scripts"), "NO_COLOR": "1"}
    whole = [*PROGRAMS.get(program, [program]), *arguments]
    return subprocess.run(whole, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder after all steps of the page, in their order; the engine is this repository, and is installed."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "engine").symlink_to(ROOT)
    laid = [(at, path, text) for path, (text, at) in files().items()]
    done = [(at, command, None) for command, at in commands() if not command.startswith("pip install")]
    for _, what, text in sorted([*laid, *done], key=lambda step: step[0]):
        if text is not None:
            (folder / what).parent.mkdir(parents=True, exist_ok=True)
            (folder / what).write_text(text, encoding="utf-8")
            continue
        ran = run(what, folder)
        assert (what, 0, "") == (what, ran.returncode, ran.stderr if ran.returncode else "")
    return folder


def test_the_page_is_checked_and_clean(folder: Path) -> None:
    assert "0 errors, 0 warnings, 0 notes, 0 waived" in run("kb check", folder).stdout


def test_the_site_and_the_pdf_are_where_the_page_says(folder: Path) -> None:
    site = (folder / "build/html/index.html").read_text(encoding="utf-8")
    sheets = pypdf.PdfReader(folder / "build/pdf/lights.pdf").pages
    pdf = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())

    assert 'href="facts/board.html#tender"' in site
    assert "It bought the tender Petrel on 9 April 1957" in pdf


def test_a_wrong_digit_is_found_as_the_page_says(folder: Path) -> None:
    page = folder / "docs/index.md"
    right = page.read_text(encoding="utf-8")
    page.write_text(right.replace("9 April 1957", "8 April 1957"), encoding="utf-8")
    found = run("kb check", folder)
    page.write_text(right, encoding="utf-8")
    (shown,) = [step["body"] for step in STEP.finditer(PAGE) if step["kind"] == "text"]

    assert found.returncode == 1
    assert shown.strip() in found.stdout


def test_there_is_nothing_on_the_page_that_is_not_done() -> None:
    assert len(list(commands())) == 6
    assert {"refs.bib", "docs/conf.py", "docs/index.md"} <= set(files())
    assert PAGE.count("\n```\n") + PAGE.count("\n````\n") >= len(list(STEP.finditer(PAGE))) == 12
