"""Reads what a commit holds by git's plumbing: nothing is checked out, and no hook, filter or other host is asked."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kb.core.finding import Finding
from kb.load.commit import environment, fingerprint
from kb.load.door import Admitted, admit
from kb.load.paths import BIBLIOGRAPHY, POWER, ROOT, FileKind, is_folder, kind_of, refused, stray, too_large

_ROW = re.compile(rb"(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.+)", re.DOTALL)
_LINK, _PLAIN = b"120000", (b"100644", b"100755")


class NoRevision(Exception):
    """There is no such revision, or git does not tell what it holds; the message says what to do."""


@dataclass(frozen=True)
class Tree:
    """What a repository holds at one time: the content let in, what decides how it is judged, and the code.

    ``power`` are the files that decide on findings, ``code`` the fingerprints of all that is no content.
    """

    admitted: Admitted
    power: Mapping[str, bytes] = field(default_factory=dict)
    code: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Row:
    """A file as a commit has it."""

    path: str
    mode: bytes
    name: str
    size: int


def revision(root: Path, name: str) -> Tree:
    """What a commit, branch or tag holds."""
    commit = _commit(root, name)
    rows = _rows(_asked(root, "ls-tree", "-r", "-z", "-l", "--full-tree", commit))
    content = {row.path: row for row in rows if row.path == BIBLIOGRAPHY or row.path.startswith(f"{ROOT}/")}
    faults: dict[Finding, None] = {}
    wanted: dict[str, _Row] = {}
    for path, row in sorted(content.items()):
        fault = _refused(row)
        if fault:
            faults[fault] = None
        elif kind_of(path) is not FileKind.SITE:
            wanted[path] = row
    decisive = {path: row for path, row in content.items() if path in POWER and row.mode in _PLAIN}
    texts = _contents(root, {row.name for row in (*wanted.values(), *decisive.values())})
    files = {path: texts[row.name] for path, row in wanted.items()}
    power = {path: texts[row.name] for path, row in decisive.items()}
    code = {row.path: row.name for row in rows if _is_code(row.path)}
    return Tree(Admitted(files, tuple(faults)), power, code)


def working_tree(root: Path) -> Tree:
    """What lies in the folders now, committed or not."""
    power = {path: data for path in sorted(POWER) if (data := _read(root / path)) is not None}
    command = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = _asked(root, *command, work_tree=True).split(b"\0")
    paths = (os.fsdecode(name) for name in listed if name)
    width = len(_commit(root, "HEAD"))
    code = {
        path: fingerprint(data, width) for path in paths if _is_code(path) and (data := _read(root / path)) is not None
    }
    return Tree(admit(root), power, code)


def _is_code(path: str) -> bool:
    """Is it no content, and nothing that is told of by itself?"""
    content = path == BIBLIOGRAPHY or path.startswith(f"{ROOT}/")
    return not content or (kind_of(path) is FileKind.SITE and path not in POWER)


def _commit(root: Path, name: str) -> str:
    """The name of the commit that is meant."""
    if not os.path.lexists(root / ".git"):
        raise NoRevision(f"{root} is no clone, and has no revisions to compare; run this in a clone made by git")
    try:
        told = _asked(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except NoRevision:
        told = b""
    if not told.strip():
        help = "write a branch, a tag or a commit; one of another clone is fetched first, as by `git fetch origin main`"
        raise NoRevision(f"there is no revision {name[:80]!r} here; {help}")
    return told.decode("ascii").strip()


def _rows(told: bytes) -> list[_Row]:
    """The files, without what other repositories hold (submodules)."""
    found = []
    for line in told.split(b"\0"):
        match = _ROW.fullmatch(line)
        if match and match[2] == b"blob":
            path = os.fsdecode(match[5])
            found.append(_Row(path, match[1], match[3].decode(), int(match[4]) if match[4] != b"-" else 0))
    return found


def _refused(row: _Row) -> Finding | None:
    """Why a file is not let in: the same as at the door."""
    path = row.path
    parents = [above.as_posix() for above in PurePosixPath(path).parents][::-1]
    outside = next((above for above in parents if above not in (".", ROOT) and not is_folder(above)), None)
    if outside:
        return refused(outside, True)
    if row.mode == _LINK:
        help = "lay the file itself there; nothing is read through links, pipes or devices"
        return stray(path, "stands as a link where a file should", help)
    return refused(path) if kind_of(path) is None else too_large(path, row.size)


def _contents(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The contents of many objects, by one call."""
    asked = sorted(names)
    told = _asked(root, "cat-file", "--batch", said="".join(f"{name}\n" for name in asked).encode())
    found, at = {}, 0
    for name in asked:
        end = told.find(b"\n", at)
        header = told[at:end].split()
        if end < 0 or len(header) != 3:
            help = "fetch the whole repository, as by `git fetch --unshallow --refetch`"
            raise NoRevision(f"git does not have the content {name}; {help}")
        size = int(header[2])
        found[name] = told[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def _asked(root: Path, *question: str, said: bytes = b"", work_tree: bool = False) -> bytes:
    """What git answers, by a call that runs no hook or filter and reaches no other host."""
    git = ["git", "--no-replace-objects", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false"]
    git += ["-C", str(root), f"--git-dir={root / '.git'}", *(["--work-tree=."] if work_tree else [])]
    kept = environment() | {"GIT_NO_LAZY_FETCH": "1"}
    try:
        return subprocess.run([*git, *question], input=said, capture_output=True, check=True, env=kept).stdout  # noqa: S603
    except OSError as fault:
        raise NoRevision(f"git cannot be asked ({fault.strerror}); install git, or run this where it is") from None
    except subprocess.CalledProcessError as fault:
        told = " ".join(fault.stderr.decode(errors="replace").split())[:200]
        raise NoRevision(f"git does not tell what was asked for ({told})") from None


def _read(path: Path) -> bytes | None:
    """A file as it lies there; nothing of what is none, or leads elsewhere."""
    try:
        return path.read_bytes() if path.is_file() and not path.is_symlink() else None
    except OSError:
        return None
