"""Sees what the process touches: files outside, other hosts, other programs, and writing beside the output.

Python tells it by audit events, for good once a hook stands; the kernel tells who opened the canary files, so that
what compiled code reads is seen too.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGING = frozenset(
    "os.mkdir os.rename os.remove os.rmdir os.symlink os.link os.truncate os.chmod shutil.rmtree shutil.move".split()
)
LISTING = frozenset({"os.listdir", "os.scandir", "os.walk"})
STARTING = frozenset({"os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.fork", "ctypes.dlopen"})
CALLING = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"})
PROGRAMS = frozenset({"git"})
"""What a build may start: it asks git which files are the repository's, and of which day they are."""
PASSING = os.path.join(os.path.realpath(tempfile.gettempdir()), tempfile.gettempprefix())  # noqa: PTH118
"""How the paths begin of what Python makes for the moment and takes away again."""
IN_OPEN, IN_ACCESS = 0x20, 0x01
OPENED = "a canary file was opened"
_watching: list[Watch] = []


class Watch:
    """What happened while it stood, as sentences."""

    def __init__(self, outside: Path, own: tuple[Path, ...]) -> None:
        self.outside = os.path.realpath(outside)
        self.own = tuple(os.path.realpath(path) for path in own)
        self.seen: list[str] = []

    def hear(self, event: str, arguments: tuple) -> None:
        """Judge one audit event."""
        if event == "open":
            self._opened(*arguments)
        elif event in LISTING and self._is_outside(arguments[0]):
            self.seen.append(f"the folder {arguments[0]!r} was listed")
        elif event in CHANGING:
            self._changed(event, arguments)
        elif event in CALLING:
            self.seen.append(f"another host was asked: {event} {arguments[1:]!r}")
        elif event in STARTING and Path(str(arguments[0])).name not in PROGRAMS:
            self.seen.append(f"a program was started: {event} {arguments[0]!r}")

    def _opened(self, path: object, mode: str | None, flags: int) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        if self._is_outside(path):
            self.seen.append(f"the file {path!r} was opened")
        writes = bool(set(mode) & set("wax+")) if isinstance(mode, str) else bool((flags or 0) & WRITING)
        if writes and not self._is_own(path):
            self.seen.append(f"the file {path!r} was opened for writing")

    def _changed(self, event: str, arguments: tuple) -> None:
        if event in ("os.remove", "os.rmdir") and arguments[-1] not in (-1, None):
            return  # it lies in an open folder, the clearing of which was told as a whole
        paths = [each for each in arguments[:2] if isinstance(each, str | bytes | os.PathLike)]
        self.seen.extend(f"{event} {path!r} beside the output" for path in paths[-1:] if not self._is_own(path))

    def _is_outside(self, path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and _lies_in(_real(path), self.outside)

    def _is_own(self, path: object) -> bool:
        real = _real(path)
        passing = real == "/dev/null" or "__pycache__" in real or real.startswith(PASSING)
        return passing or any(_lies_in(real, place) for place in self.own)


def _real(path: object) -> str:
    return os.path.realpath(os.fsdecode(path))  # type: ignore[arg-type]


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + os.sep)


def _hook(event: str, arguments: tuple) -> None:
    for watch in _watching:
        watch.hear(event, arguments)


sys.addaudithook(_hook)


@contextmanager
def watch(outside: Path, host: socket.socket, *own: Path) -> Iterator[Watch]:
    """Watch what is touched; only what is written into ``own`` goes without saying."""
    made = Watch(outside, own)
    with _kernel(outside) as opened:
        _watching.append(made)
        try:
            yield made
        finally:
            _watching.remove(made)
            made.seen.extend(opened())
            made.seen.extend(_called(host))


def _called(host: socket.socket) -> Iterator[str]:
    """Who knocked at the canary host."""
    while True:
        try:
            talk, address = host.accept()
        except BlockingIOError:
            return
        talk.close()
        yield f"the canary host was called from {address}"


@contextmanager
def _kernel(folder: Path) -> Iterator:
    """What Linux says was opened in a folder, by whatever road; nothing elsewhere."""
    if sys.platform != "linux":
        yield list
        return
    library = ctypes.CDLL(None, use_errno=True)
    handle = library.inotify_init1(os.O_NONBLOCK)
    for file in folder.iterdir():
        library.inotify_add_watch(handle, os.fsencode(file), IN_OPEN | IN_ACCESS)

    def opened() -> list[str]:
        try:
            return [OPENED] if os.read(handle, 65_536) else []
        except BlockingIOError:
            return []

    try:
        yield opened
    finally:
        os.close(handle)


def host() -> socket.socket:
    """The canary host: a port of this machine at which nobody may knock."""
    made = socket.create_server(("127.0.0.1", 0))
    made.setblocking(False)
    return made
