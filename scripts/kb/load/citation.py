"""Reads how the work as a whole is to be cited, from ``CITATION.cff`` beside the content, as far as it says so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = "CITATION.cff"
LARGEST = 64 * 1024
"""Bytes; a longer file is no citation."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the work is called, what it is, and under which licence, as an identifier of SPDX."""

    title: str = "A knowledge base"
    abstract: str = ""
    license: str = ""


def work(root: Path) -> Work:
    """Of the repository whose top this folder is; what cannot be read says nothing."""
    file = root / FILE
    if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST:
        return Work()
    try:
        told = yaml.safe_load(file.read_bytes())
    except (yaml.YAMLError, ValueError, RecursionError):
        return Work()
    given = told if isinstance(told, dict) else {}
    fields = {name: " ".join(given[name].split()) for name in ("title", "abstract", "license") if _is_text(given, name)}
    return Work(**fields)


def _is_text(given: dict[object, object], name: str) -> bool:
    return isinstance(given.get(name), str)
