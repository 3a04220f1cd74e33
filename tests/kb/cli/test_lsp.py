"""`kb lsp` says what it needs where that is not installed; everything else does without it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BARE = """\
import sys
from importlib.abc import MetaPathFinder

class Without(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise ModuleNotFoundError(name, name=name.partition('.')[0])

sys.meta_path.insert(0, Without())
from kb.cli import main
sys.exit(main(sys.argv[1:]))
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BARE, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )


def test_without_its_library_it_says_how_to_install_it(league: Path) -> None:
    found = run(league, "lsp")

    assert 2 == found.returncode
    assert "kb: the language server needs pygls; install it with `pip install -e . --group lsp`\n" == found.stderr
    assert "" == found.stdout


def test_without_its_library_the_checker_checks(league: Path) -> None:
    assert 0 == run(league, "check", "--today", "2020-01-01").returncode
