"""The shelf: what was last built whole, which stays there until the next build is whole too."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

if sys.platform != "win32":  # which has no such lock: there two builds at once are not kept apart
    import fcntl

OFFCUTS = frozenset({".doctrees", ".buildinfo", ".buildinfo.bak"})
"""What the builder keeps for itself."""
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux."""


class Refused(Exception):
    """Nothing may be built there; the message says why."""


def sync(built: Path, shelf: Path, suffix: str = "") -> tuple[int, int]:
    """Make the shelf hold what was built; return how many files were changed and how many removed.

    The new shelf is put together beside the old one, of which it shares the files that did not change, and takes its
    place in one step: whoever comes, and whatever ends the work, finds one of the two whole.
    """
    _come(shelf)
    fresh, old = set(walk(built, suffix)), set(walk(shelf))
    return _place(built, shelf, fresh, frozenset()), len(old - fresh)


def add(built: Path, shelf: Path, suffix: str = "") -> int:
    """Put what was built beside what stands on the shelf, or in the place of a file of its name; how many changed."""
    _come(shelf)
    fresh, old = set(walk(built, suffix)), set(walk(shelf))
    return _place(built, shelf, fresh, old - fresh)


def _come(shelf: Path) -> None:
    check(shelf)
    recover(shelf)


def _place(built: Path, shelf: Path, fresh: AbstractSet[Path], staying: AbstractSet[Path]) -> int:
    """Put the new shelf together, of what was built and what stays, and let it take its place."""
    changed = {file for file in fresh if not is_same(built / file, shelf / file)}
    coming = _beside(shelf, "coming")
    try:
        coming.mkdir(parents=True)
        for file in sorted(fresh | staying):
            (coming / file).parent.mkdir(parents=True, exist_ok=True)
            if file in changed or not _share(shelf / file, coming / file):
                shutil.copyfile((shelf if file in staying else built) / file, coming / file)
    except BaseException:
        shutil.rmtree(coming, ignore_errors=True)
        raise
    _take_place(coming, shelf)
    return len(changed)


def check(*folders: Path) -> None:
    """Refuse what is a link, or lies behind one within the repository: what it leads to is not ours to remove."""
    for folder in folders:
        for step in (folder,) if folder.is_absolute() else (*reversed(folder.parents), folder):
            if step.is_symlink():
                raise Refused(f"{step} is a link, and builds go into plain folders: remove it")
            if step.exists() and not step.is_dir():
                raise Refused(f"{step} is no folder, and builds go into plain folders: remove it")


def recover(shelf: Path) -> None:
    """Put back what a sync that was ended half-way had moved aside, and clear away what it had begun."""
    before = _beside(shelf, "before")
    if before.is_dir() and not shelf.exists():
        before.rename(shelf)
    for leftover in (before, _beside(shelf, "coming")):
        remove(leftover)


@contextmanager
def alone(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Keep other builds out of a folder until this one is done; one that comes later says so and waits."""
    check(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with _lock_of(folder) as held:
        if sys.platform != "win32":
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say(f"Another build is at work in {folder}; waiting until it is done.")
                fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _lock_of(folder: Path) -> IO[bytes]:
    """The file that a build holds; what stands in it does not matter."""
    file = folder / ".lock"
    if file.is_symlink():
        raise Refused(f"{file} is a link: remove it")
    return file.open("ab")


def room(folder: Path, name: str) -> Path:
    """An empty folder for one build, which no other build shares; what ended ones have left is cleared away."""
    check(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for leftover in folder.glob(f"{name}-*"):
        remove(leftover)
    return Path(mkdtemp(prefix=f"{name}-", dir=folder))


def walk(folder: Path, suffix: str = "") -> Iterator[Path]:
    """Every file with that suffix below the folder, but for links and for what the builder keeps for itself."""
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in OFFCUTS]
        for name in files:
            file = Path(here, name)
            if name.endswith(suffix) and name not in OFFCUTS and file.is_file() and not file.is_symlink():
                yield file.relative_to(folder)


def is_same(one: Path, other: Path) -> bool:
    """Whether both are files, and hold the same bytes."""
    if other.is_symlink() or not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    return one.read_bytes() == other.read_bytes()


def _beside(shelf: Path, what: str) -> Path:
    return shelf.with_name(f".{shelf.name}.{what}")


def _share(old: Path, new: Path) -> bool:
    """Give a file that did not change its place in the new shelf too; not every file system can."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True


def _take_place(coming: Path, shelf: Path) -> None:
    """Let the new shelf stand where the old one stood."""
    before = _beside(shelf, "before")
    if not shelf.exists():
        coming.rename(shelf)
    elif _exchange(coming, shelf):
        remove(coming)
    else:  # two steps; recover() puts back the old one if nothing comes after the first
        shelf.rename(before)
        coming.rename(shelf)
        remove(before)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the system and the file system can."""
    try:
        swap = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if swap(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    fault = ctypes.get_errno()
    if fault in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(fault, os.strerror(fault), str(other))


def remove(folder: Path) -> None:
    """Remove a folder of ours; a link in its place is removed itself, and never followed."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def describe(shelf: Path) -> list[str]:
    """What stands on the shelf: the number of pages and where to begin, or each PDF and its size."""
    pages = sum(1 for _ in walk(shelf, ".html"))
    if pages:
        return [f"{shelf}: {pages} pages, begin at {shelf / 'index.html'}"]
    papers = sorted(walk(shelf, ".pdf"))
    if not papers:
        return []
    return [
        f"{shelf}: {len(papers)} to print",
        *(f"  {shelf / file} ({(shelf / file).stat().st_size / 1000:,.0f} kB)" for file in papers),
    ]
