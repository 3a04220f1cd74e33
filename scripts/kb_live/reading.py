"""Reads all pages once, before any is served, and prints a brief when somebody asks for it: each in its own process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "1"}


class Failed(Exception):
    """Sphinx could not do it; the message is what it said."""


@dataclass(frozen=True)
class Places:
    """The repository, and the folder in which what is made of it lies: pages as they were read, pages, and PDFs."""

    root: Path
    work: Path

    @property
    def docs(self) -> Path:
        """The content."""
        return self.root / "docs"

    @property
    def read(self) -> Path:
        """The pages as they were read."""
        return self.work / "live-read"

    @property
    def site(self) -> Path:
        """The pages that were made."""
        return self.work / "live"

    @property
    def pdfs(self) -> Path:
        """The briefs that were printed."""
        return self.work / "live-pdf"


def read_all(places: Places) -> None:
    """Read what has changed since pages were last read here, or by the last build; raises Failed."""
    before = next(iter(sorted(places.work.glob("read-*"))), None)
    if before is not None and not places.read.exists():
        shutil.copytree(before, places.read)
    _sphinx("dummy", places.read, places.docs, places.work / "live-none", quiet=False)


def printed(places: Places, brief: str) -> None:
    """Print a brief as it is now; raises Failed."""
    read = places.work / "live-pdf-read"
    if not read.exists():
        shutil.copytree(places.read, read)
    _sphinx("typstpdf", read, places.docs, places.pdfs, "-D", f"typst_only={brief}")


def _sphinx(builder: str, read: Path, docs: Path, out: Path, *options: str, quiet: bool = True) -> None:
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-j",
        "auto",
        "-b",
        builder,
        "-d",
        str(read),
        *options,
        str(docs),
        str(out),
    ]
    shown = subprocess.DEVNULL if quiet else None
    ended = subprocess.run(  # noqa: S603
        command, env={**os.environ, **PLAIN}, stdout=shown, stderr=subprocess.PIPE, text=True, check=False
    )
    if ended.returncode:
        raise Failed(ended.stderr.strip())
