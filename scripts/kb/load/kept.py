"""Keeps what was made of each file until the next run: to read all of them anew takes five times as long.

It lies in the cache of whoever runs this, and never in the repository: what is kept runs code when it is read, and a
pull request must not be able to bring any. Where nothing can be kept, everything is read anew.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar, cast

from platformdirs import user_cache_path

T = TypeVar("T")
SETTING = "KB_CACHE"
"""An environment variable: another folder to keep things in; ``off`` keeps nothing."""
READERS = ("core", "lang", "load")
"""The stages of this library that have a part in reading."""
LIBRARIES = ("markdown-it-py", "mdit-py-plugins", "pillow", "pystemmer", "pyyaml", "rapidfuzz")
"""What they read with."""
LASTS = 30 * 24 * 3600
"""Seconds after which what belongs to a repository that nobody reads any more is removed."""
_AT_HAND: dict[Path | None, dict[bytes, object]] = {}
"""The same within one process: what is not read anew is the very same thing, and what rests on it stays as it is."""


class Kept:
    """What was made of files in the last run, by what it was made of; holds nothing unless a place is given."""

    def __init__(self, place: Path | None = None) -> None:
        self.place = place
        self._before = _read(place) if place else {}
        self._now: dict[bytes, bytes] = {}
        self._at_hand = _AT_HAND.setdefault(place, {})

    def made(self, make: Callable[..., T], *given: object, of: tuple[str | bytes, ...]) -> T:
        """What a function makes of what it is given; ``of`` are the texts on which that depends, and nothing else."""
        if self.place is None:
            return make(*given)
        key = _key(make.__qualname__, *of)
        data = self._before.get(key)
        if key not in self._at_hand:
            self._at_hand[key] = make(*given) if data is None else pickle.loads(data)  # noqa: S301  # see above
        value = cast(T, self._at_hand[key])
        self._now[key] = pickle.dumps(value, pickle.HIGHEST_PROTOCOL) if data is None else data
        return value

    def keep(self) -> None:
        """Write what the next run may use, whole or not at all; a disk that is full costs time and nothing else."""
        _AT_HAND[self.place] = {key: value for key, value in self._at_hand.items() if key in self._now}
        if self.place is None or self._now.keys() == self._before.keys():
            return
        unfinished = self.place.with_name(f"{self.place.name}.{os.getpid()}")
        try:
            self.place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished.write_bytes(pickle.dumps((_code(), self._now), pickle.HIGHEST_PROTOCOL))
            unfinished.chmod(0o600)
            unfinished.replace(self.place)
            _forget(self.place.parent)
        except OSError:
            with suppress(OSError):
                unfinished.unlink()


class Remembered(Kept):
    """What was made of the files as they are now, for whoever reads them again and again while they are edited.

    The first time it takes what the last run has kept, and keeps what that lacks; then it only remembers.
    """

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._first: Kept | None = Kept(_place(root))
        self._last: dict[bytes, object] = {}
        self._this: dict[bytes, object] = {}

    def made(self, make: Callable[..., T], *given: object, of: tuple[str | bytes, ...]) -> T:
        """What a function makes of what it is given; what was made of the same last time is the very same thing."""
        key = _key(make.__qualname__, *of)
        if key not in self._this:
            if key in self._last:
                self._this[key] = self._last[key]
            else:
                self._this[key] = self._first.made(make, *given, of=of) if self._first else make(*given)
        return cast(T, self._this[key])

    def keep(self) -> None:
        """All is read: what this time was not asked for is forgotten."""
        if self._first:
            self._first.keep()
            self._first = None
        self._last, self._this = self._this, {}


@contextmanager
def kept(root: Path) -> Iterator[Kept]:
    """What is kept of a repository; what was made meanwhile is kept in the end."""
    held = Kept(_place(root))
    yield held
    held.keep()


def _place(root: Path) -> Path | None:
    """Where it is kept; nowhere if nothing is to be, or if the place lies where a pull request can reach it."""
    named = os.environ.get(SETTING, "")
    if named == "off":
        return None
    folder = (Path(named) if named else user_cache_path("kb", appauthor=False)).resolve()
    if folder.is_relative_to(root.resolve()):
        return None
    return folder / f"{_key(str(root.resolve())).hex()[:20]}.kept"


def _read(place: Path) -> dict[bytes, bytes]:
    """What was kept by the very code that runs now; nothing where it cannot be read."""
    try:
        if not _is_ours(place):
            return {}
        code, held = pickle.loads(place.read_bytes())  # noqa: S301  # see above
    except Exception:  # a file cut short can break down in any way, and is made anew
        return {}
    return held if code == _code() and isinstance(held, dict) else {}


def _is_ours(place: Path) -> bool:
    """Did whoever runs this write the file, and nobody else? The folder may be one in which others may write."""
    told = place.stat(follow_symlinks=False)
    return not hasattr(os, "getuid") or (told.st_uid == os.getuid() and not told.st_mode & 0o022)


@cache
def _code() -> bytes:
    """The state of all that has a part in reading."""
    here = Path(__file__).parent.parent
    paths = (path for stage in READERS for path in sorted((here / stage).rglob("*")))
    texts = [path.read_bytes() for path in paths if path.is_file() and path.suffix != ".pyc"]
    return _key(sys.version, *(version(name) for name in LIBRARIES), *texts)


def _key(*texts: str | bytes) -> bytes:
    found = sha256()
    for text in texts:
        data = text.encode() if isinstance(text, str) else text
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.digest()


def _forget(folder: Path) -> None:
    """Remove what nobody has used for long."""
    oldest = time.time() - LASTS
    for path in folder.glob("*.kept"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
