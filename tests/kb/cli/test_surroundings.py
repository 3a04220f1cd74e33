"""The command where it is run: a full disk, a closed output, an odd locale, no git, no home, an old Python."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SCRIPTS = ROOT / "scripts"
TODAY = ("--today", "2020-01-01")
FULL = Path("/dev/full")
FIRST = [
    "noxfile.py",
    "docs/conf.py",
    "scripts/kb/__init__.py",
    *(f"scripts/kb/cli/{name}.py" for name in ("__init__", "__main__", "say")),
    *(f"scripts/kb/report/{name}.py" for name in ("__init__", "neutral")),
]
"""What an old Python has read before it is told that it is too old."""


def kb(*arguments: str, behind: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a program of its own, with what a shell writes behind it."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    settings = outside | {"PYTHONPATH": str(SCRIPTS), "LC_ALL": "C.UTF-8"} | environment
    told = " ".join([f"'{sys.executable}'", "-m", "kb.cli", *arguments, *TODAY, behind])
    return subprocess.run(["/bin/sh", "-c", told], env=settings, capture_output=True, check=False, text=True)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("check",), ("check", "--format", "json"), ("query", "members"), ("coverage",)])
def test_a_full_disk_is_said_in_one_line(league, arguments):
    ran = kb(*arguments, behind="> /dev/full")

    assert (2, "kb: the output cannot be written: No space left on device\n") == (ran.returncode, ran.stderr)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_help_on_a_full_disk_is_no_trace():
    ran = kb("check", "--help", behind="> /dev/full")

    assert (2, "kb: the output cannot be written: No space left on device\n") == (ran.returncode, ran.stderr)


def test_a_closed_output_is_said_in_one_line(league):
    ran = kb("check", behind=">&-")

    assert (2, "kb: there is nowhere to write to: standard output is closed\n") == (ran.returncode, ran.stderr)


@pytest.mark.parametrize(
    ("behind", "expected"), [("2>&-", 0), ("2>/dev/full", 0), (">&- 2>&-", 2), (">/dev/full 2>/dev/full", 2)]
)
def test_where_not_even_that_can_be_said_the_exit_code_says_it(league, behind, expected):
    assert expected == kb("check", behind=behind).returncode


def test_a_reader_who_has_seen_enough_is_no_fault(league):
    (league / "docs/facts/dornia.yaml").write_text("")
    ran = kb("check", "--format", "json", behind="| head -c 10")

    assert ("", '{\n "versio') == (ran.stderr, ran.stdout)


@pytest.mark.parametrize(
    "settings",
    [{"LC_ALL": "xx_XX"}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
     {"LANG": "de_DE@euro", "LC_ALL": ""}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1:strict"},
     {"PYTHONIOENCODING": "utf-16"}],
    ids=str,
)  # fmt: skip
def test_no_locale_ends_in_a_trace(league, settings):
    (league / "docs/topic/кириллица.md").write_text("---\nabout: [Лига]\n---\n\n# Страница\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "kb.cli", "check", "--shares", *TODAY],
        env=os.environ | {"PYTHONPATH": str(SCRIPTS)} | settings, capture_output=True, check=False,
    )  # fmt: skip

    assert (True, b"") == (ran.returncode in (0, 1), ran.stderr)


@pytest.mark.parametrize("name", ["with a space", "Кириллица", "a\nline", "-n", "a'b\"c", "\x1b[31m"], ids=ascii)
def test_any_folder_holds_a_repository_also_seen_from_a_subfolder(league, tmp_path_factory, name):
    root = tmp_path_factory.mktemp("any") / name
    shutil.copytree(league, root)
    ran = subprocess.run(
        [sys.executable, "-m", "kb.cli", "check", *TODAY],
        cwd=root / "docs" / "topic", env=os.environ | {"PYTHONPATH": str(SCRIPTS)}, capture_output=True, check=False,
    )  # fmt: skip

    assert (0, b"") == (ran.returncode, ran.stderr)


def test_without_home_path_or_git_it_answers(league):
    command = [sys.executable, "-m", "kb.cli", "check"]
    ran = subprocess.run(command, env={"PYTHONPATH": str(SCRIPTS)}, capture_output=True, check=False, text=True)

    assert (0, "") == (ran.returncode, ran.stderr)


def test_a_folder_that_is_gone_is_said_in_one_line(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f"cd '{gone}' && rmdir '{gone}' && '{sys.executable}' -m kb.cli check"
    ran = subprocess.run(
        ["/bin/sh", "-c", command], env=os.environ | {"PYTHONPATH": str(SCRIPTS)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip

    assert 2 == ran.returncode
    assert ran.stderr.startswith("kb: ")
    assert 1 == ran.stderr.count("\n")


@pytest.mark.parametrize("epoch", ["soon", "1" * 20])
def test_an_epoch_that_is_none_is_said_in_one_line(league, epoch):
    command = [sys.executable, "-m", "kb.cli", "check"]
    settings = os.environ | {"PYTHONPATH": str(SCRIPTS), "SOURCE_DATE_EPOCH": epoch}
    ran = subprocess.run(command, env=settings, capture_output=True, check=False, text=True)
    expected = (
        f"kb: SOURCE_DATE_EPOCH is {epoch!r}, against a number of seconds since 1970; "
        "correct or unset it, or give --today YYYY-MM-DD\n"
    )

    assert (2, "", expected) == (ran.returncode, ran.stdout, ran.stderr)


def test_what_is_odd_about_the_day_is_said_beside_the_answer(league):
    command = [sys.executable, "-m", "kb.cli", "check"]
    settings = os.environ | {"PYTHONPATH": str(SCRIPTS), "SOURCE_DATE_EPOCH": "315532800"}
    ran = subprocess.run(command, env=settings, capture_output=True, check=False, text=True)
    expected = (
        "kb: SOURCE_DATE_EPOCH is 1980-01-01, before 2019-05-01, the newest day on which a source was seen; "
        "2019-05-01 counts as today\n"
    )

    assert (0, expected) == (ran.returncode, ran.stderr)


@pytest.mark.parametrize("file", FIRST)
def test_an_old_python_can_read_what_tells_it_so(file):
    ast.parse((ROOT / file).read_text("utf-8"), feature_version=(3, 8))


def as_if_old(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a Python that says it is 3.8."""
    before = "import sys; sys.version_info = (3, 8, 18, 'final', 0); "
    settings = os.environ | {"PYTHONPATH": str(SCRIPTS)}
    return subprocess.run(
        [sys.executable, "-c", before + code], cwd=ROOT, env=settings, capture_output=True, check=False, text=True
    )


def test_an_old_python_is_told_so_by_the_command():
    ran = as_if_old("from kb.cli import main; sys.exit(main(['check']))")

    assert (2, "kb: this needs Python 3.11 or newer, and runs on 3.8\n") == (ran.returncode, ran.stderr)


def test_an_old_python_is_told_so_by_the_tasks():
    ran = as_if_old("import runpy; runpy.run_path('noxfile.py')")

    assert (1, "The tasks need Python 3.11 or newer, and nox runs on 3.8.\n") == (ran.returncode, ran.stderr)


def test_an_old_python_is_told_so_by_the_configuration_of_the_site():
    ran = as_if_old("import runpy; runpy.run_path('docs/conf.py')")

    assert ran.stderr.endswith("ConfigError: the site needs Python 3.11 or newer, and Sphinx runs on 3.8\n")
