"""The one door: which files under ``docs/`` may be read at all; whatever else lies there is a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kb.finding import Finding
from kb.load.bibliography import PATH as BIBLIOGRAPHY
from kb.load.lockfile import PATH as LOCK

FACTS = "docs/facts"


@dataclass(frozen=True)
class Admitted:
    """What was let in, by path relative to the repository, and what was found at the door."""

    files: Mapping[str, bytes]
    faults: tuple[Finding, ...] = ()


def admit(root: Path) -> Admitted:
    """Let in the files of a repository that may be read. Links that lead out of it are not followed."""
    found = {}
    inside = root.resolve()
    paths = [root / BIBLIOGRAPHY, *sorted((root / "docs").rglob("*"))]
    for path in paths:
        relative = path.relative_to(root).as_posix()
        if not path.is_file() or not _matters(relative):
            continue
        if path.resolve().is_relative_to(inside):
            found[relative] = path.read_bytes()
    return Admitted(found)


def _matters(path: str) -> bool:
    parts = PurePosixPath(path).parts
    if any(part.startswith(("_", ".")) for part in parts):
        return False
    return path in (BIBLIOGRAPHY, LOCK) or path.endswith(".md") or (path.startswith(FACTS) and path.endswith(".yaml"))
