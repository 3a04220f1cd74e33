"""The one door: lists what lies under ``docs/`` and reads what may be read; the rest is a finding and never opened."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.load.paths import BIBLIOGRAPHY, LARGEST, ROOT, FileKind, is_folder, kind_of, refused, stray, too_large

_SORTS = {
    stat.S_IFLNK: "a link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}
_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True)
class Admitted:
    """What was let in, by path relative to the repository, and what was found at the door."""

    files: Mapping[str, bytes]
    faults: tuple[Finding, ...] = ()


def admit(root: Path) -> Admitted:
    """Let in the files of a repository that may be read.

    Nothing is followed, and nothing opened to find out what it is. In a clone only what git tracks, or would track, is
    looked at: what git is told to ignore is no part of the content.
    """
    door = _Door(root, _listed(root))
    door.come(BIBLIOGRAPHY)
    door.come(ROOT)
    return Admitted(door.files, tuple(door.faults))


def sift(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """Keep of files held in memory what may be read: they are let in by the same rules, wherever they come from."""
    kept, faults = {}, []
    for path in sorted(files):
        fault = too_large(path, len(files[path])) or (None if kind_of(path) else refused(path)) or _twin(path, files)
        if fault:
            faults.append(fault)
        else:
            kept[path] = files[path]
    return kept, tuple(faults)


def _twin(path: str, files: Mapping[str, bytes]) -> Finding | None:
    """An entity and a page of one name would be one page of the site."""
    page = path.removesuffix(".yaml") + ".md"
    if kind_of(path) is not FileKind.ENTITY or page not in files:
        return None
    return stray(
        path, f"the entity and the page {page!r} would be one page of the site", "give one of them another name"
    )


class _Door:
    """Walks the folders and keeps what it lets in."""

    def __init__(self, root: Path, listed: frozenset[str] | None) -> None:
        self.root = root
        self.listed = listed
        self.folders = {above.as_posix() for path in listed or () for above in PurePosixPath(path).parents}
        self.files: dict[str, bytes] = {}
        self.faults: list[Finding] = []

    def come(self, path: str) -> None:
        """Whatever comes is looked at as what it is itself, not as what it leads to."""
        try:
            sort = stat.S_IFMT((self.root / path).lstat().st_mode)
        except FileNotFoundError:
            return
        except OSError as error:
            self._closed(path, error)
            return
        if self._is_ignored(path, sort):
            return
        if sort == stat.S_IFDIR and (path == ROOT or is_folder(path)):
            self._walk(path)
        elif sort not in (stat.S_IFREG, stat.S_IFDIR) or (sort == stat.S_IFDIR and kind_of(path)):
            help = "lay the file itself there; nothing is read through links, pipes or devices"
            self.faults.append(stray(path, f"stands as {_SORTS.get(sort, 'nothing known')} where a file should", help))
        elif sort == stat.S_IFDIR or kind_of(path) is None:
            self.faults.append(refused(path, sort == stat.S_IFDIR))
        elif kind_of(path) is not FileKind.SITE:
            self._read(path)

    def _is_ignored(self, path: str, sort: int) -> bool:
        if self.listed is None or path == ROOT or sort not in (stat.S_IFREG, stat.S_IFLNK, stat.S_IFDIR):
            return False
        return path not in self.listed and path not in self.folders

    def _walk(self, folder: str) -> None:
        try:
            names = sorted(each.name for each in (self.root / folder).iterdir())
        except OSError as error:
            self._closed(folder, error)
            return
        for name in names:
            self.come(f"{folder}/{name}")

    def _read(self, path: str) -> None:
        kind = kind_of(path)
        most = LARGEST[kind] if kind else 0
        try:
            opened = os.open(self.root / path, _READING)
            with os.fdopen(opened, "rb") as file:
                size = os.fstat(opened).st_size
                data = file.read(most + 1) if size <= most else b""
        except OSError as error:
            self._closed(path, error)
            return
        fault = too_large(path, max(size, len(data)))
        if fault:
            self.faults.append(fault)
        else:
            self.files[path] = data

    def _closed(self, path: str, error: OSError) -> None:
        text = f"it cannot be opened: {(error.strerror or 'unknown reason').lower()}"
        self.faults.append(impossible(Mark(path), text, "let whoever runs this read it", rule="unreadable"))


def _listed(root: Path) -> frozenset[str] | None:
    """What git tracks, or would track; nothing if this is no clone, or git does not say.

    The repository is named, so that git neither looks for another one further up nor refuses one of somebody else.
    """
    if not (root / ".git").exists():
        return None
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(root), "--git-dir=.git", "--work-tree=."]
    command += ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ROOT, BIBLIOGRAPHY]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        answer = subprocess.run(command, capture_output=True, check=True, env=kept).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return frozenset(os.fsdecode(name).rstrip("/") for name in answer.split(b"\0") if name)
