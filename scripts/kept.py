"""What was read of the pages is kept between builds: none reads twice what it can know to be the same."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import shelf

CODE = ("scripts", "docs/conf.py", "docs/_templates", "requirements/docs.txt")
"""What reads the pages; where any of it is another, all of them are read anew."""
CONTENT = ("docs", "refs.bib")
"""What is read."""
SETTINGS = ("KB_", "READTHEDOCS", "SOURCE_DATE_EPOCH")
"""How the names of variables begin that a build looks at."""
ELSEWHERE = ("KB_PDFS", "KB_PAPER", "KB_SITE", "KB_TEXTS")
"""Variables that nothing asks for while pages are read."""
DONE = "read-from"
"""The file that tells from what all pages in a folder were read."""


@dataclass(frozen=True)
class Kept:
    """A folder of pages as they were read, and the files they are to be read from."""

    folder: Path
    inputs: str

    def settle(self) -> None:
        """All has been read from these files, and nothing was warned of."""
        (self.folder / DONE).write_text(self.inputs, "utf-8")


def whole(root: Path, work: Path) -> Kept:
    """The folder for a build of everything: empty, unless it was read from the very same files."""
    kept = _folder(root, work)
    done = kept.folder / DONE
    if not done.is_file() or done.read_text("utf-8") != kept.inputs:
        shelf.remove(kept.folder)
    done.unlink(missing_ok=True)  # until this build has come to its end as well
    kept.folder.mkdir(parents=True, exist_ok=True)
    return kept


def begun(root: Path, work: Path) -> Kept:
    """The folder for a build of a part: as the last build left it, and to be brought up to date."""
    kept = _folder(root, work)
    (kept.folder / DONE).unlink(missing_ok=True)
    kept.folder.mkdir(parents=True, exist_ok=True)
    return kept


def _folder(root: Path, work: Path) -> Kept:
    """The folder for this code; those of other code are cleared away."""
    code = _word(*_files(root, CODE), platform.python_version(), platform.machine())
    folder = work / f"read-{code[:16]}"
    shelf.check(work, folder)
    for other in work.glob("read-*"):
        if other != folder:
            shelf.remove(other)
    settings = (
        f"{name}={value}"
        for name, value in sorted(os.environ.items())
        if name.startswith(SETTINGS) and name not in ELSEWHERE
    )
    return Kept(folder, _word(code, *_files(root, CONTENT), *settings, _commit(root)))


def _files(root: Path, places: tuple[str, ...]) -> Iterator[str]:
    """The path and the fingerprint of every file; what a link leads to is none of them."""
    for place in places:
        those = [root / place] if (root / place).is_file() else sorted((root / place).rglob("*"))
        for file in those:
            if file.is_file() and not file.is_symlink() and "__pycache__" not in file.parts:
                yield f"{file.relative_to(root).as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}"


def _commit(root: Path) -> str:
    """The newest commit, of which pages tell the day and the history; nothing where git does not tell it."""
    asked = ["git", f"--git-dir={root / '.git'}", "rev-parse", "HEAD"]
    try:
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
    except OSError:
        return ""


def _word(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
