"""The text of each page of a PDF, read once for all tests that ask for it."""

from __future__ import annotations

import functools
from pathlib import Path

import pypdf


def sheets(path: Path) -> tuple[str, ...]:
    """The text of each page; of a file that is as it was nothing is read a second time."""
    told = path.stat()
    return _sheets(path, told.st_mtime_ns, told.st_size)


@functools.cache
def _sheets(path: Path, written: int, size: int) -> tuple[str, ...]:
    return tuple(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages)
