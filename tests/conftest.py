"""The site and the PDFs, built once for all tests of a run."""

from __future__ import annotations

import functools
import gc
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from kb.cli import SELDOM

hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")  # a busy machine is no fault

gc.set_threshold(*SELDOM)  # as the commands do: corpora, pages and trees of a whole run are kept to its end

os.environ["KB_CACHE"] = "off"  # tests read everything anew: what they judge is the code that reads

ROOT = Path(__file__).parent.parent
PATIENCE = 900
"""Seconds that one worker waits for the build of another."""
LONGEST = (
    "test_planted.py", "hostile/test_inputs.py", "test_meaning.py", "test_rule_pages.py", "test_site.py",
    "test_briefs.py", "test_promises.py", "kb_read/test_falsehoods.py", "kb_fuzz/test_fuzzing.py",
    "kb/cli/test_killed.py", "kb/cli/test_read.py", "sphinx_typst/test_hard_content.py",
)  # fmt: skip
"""What takes longest stands first, so that no core waits for another in the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest modules first; within one, tests stay in their order."""
    turn = {(ROOT / "tests" / name).resolve(strict=True): number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: turn.get(item.path, len(turn)))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of the built site, which offers the PDFs; what KB_SITE names is not built again."""
    named = os.environ.get("KB_SITE")
    if named:
        return Path(named).resolve(strict=True)
    os.environ["KB_PDFS"] = str(request.getfixturevalue("pdfs"))
    return once(tmp_path_factory, "html")


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built PDFs; those that KB_PDFS names are not built again."""
    named = os.environ.get("KB_PDFS")
    if named:
        return Path(named).resolve(strict=True)
    return once(tmp_path_factory, "typstpdf")


@pytest.fixture(scope="session")
def copied() -> Callable[[Path], str]:
    """What a reader copies from a PDF, by the program that most use; skips without it, fails where CI is set."""
    if shutil.which("pdftotext") is None:
        missing = "there is no pdftotext on this machine; install poppler-utils"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)

    @functools.cache
    def text(path: Path) -> str:
        return subprocess.run(["pdftotext", path, "-"], capture_output=True, encoding="utf-8", check=True).stdout

    return text


def once(factory: pytest.TempPathFactory, builder: str) -> Path:
    """Build in a folder that all workers of this run share; the first to come builds, the others wait."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    place, done = shared / builder, shared / f"{builder}.done"
    try:
        (shared / f"{builder}.lock").mkdir()
    except FileExistsError:
        wait(done)
    else:
        done.write_text(build(builder, place), encoding="utf-8")
    complaint = done.read_text(encoding="utf-8")
    if complaint:
        pytest.fail(complaint, pytrace=False)
    return place


def wait(done: Path) -> None:
    """Wait for the worker that builds."""
    end = time.monotonic() + PATIENCE
    while not done.exists() and time.monotonic() < end:
        time.sleep(0.5)


def build(builder: str, place: Path) -> str:
    """Build as `nox` does, warnings being errors; what went wrong, or nothing."""
    unset = ("READTHEDOCS_CANONICAL_URL", "KB_SITE_URL", "KB_REPO_URL")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-n", "-j", "auto", "-q"]
    ran = subprocess.run(
        [*command, "-b", builder, "-d", str(place.with_suffix(".doctrees")), "docs", str(place)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return (
        "" if ran.returncode == 0 else f"the {builder} build ended with {ran.returncode}:\n{ran.stdout}\n{ran.stderr}"
    )
