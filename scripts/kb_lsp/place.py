"""Which file of the repository an editor means; whatever lies outside is none of our business."""

from __future__ import annotations

from pathlib import Path

from pygls.uris import from_fs_path, to_fs_path

from kb.load.paths import FileKind, kind_of

WRITTEN = frozenset({FileKind.PAGE, FileKind.ENTITY, FileKind.LEDGER, FileKind.SOURCES})
"""What people write, and an editor may show while it is written."""


def path_of(base: Path, uri: str) -> str | None:
    """The path of a document relative to the repository; nothing if it is no text of the content."""
    named = to_fs_path(uri)
    if not named:
        return None
    try:
        full = Path(named).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    if not full.is_relative_to(base):
        return None
    path = full.relative_to(base).as_posix()
    return path if kind_of(path) in WRITTEN else None


def uri_of(base: Path, path: str) -> str:
    """How the editor names a file of the repository."""
    return str(from_fs_path(str(base / path)))
