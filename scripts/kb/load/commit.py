"""Asks git for the newest commit of a repository: its moment, and what it holds."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

UNBORN = "unknown revision"
"""What git says where nothing has been committed yet."""


class NoCommit(Exception):
    """There is a repository, and git does not tell its newest commit; the message says why."""


@dataclass(frozen=True, slots=True)
class Commit:
    """The newest commit: its moment and name (nothing before the first), and the fingerprints of the files in it."""

    moment: datetime | None
    held: frozenset[str]
    name: str = ""

    def lacks(self, files: Mapping[str, bytes]) -> Iterator[str]:
        """The files whose bytes it does not hold: new or changed since."""
        width = len(next(iter(self.held), ""))
        return (path for path, data in files.items() if fingerprint(data, width) not in self.held)


def newest_commit(root: Path) -> Commit | None:
    """The newest commit of the repository whose top this folder is; nothing for a folder inside another one."""
    if not os.path.lexists(root / ".git"):
        return None
    try:
        answer = subprocess.run(_question(root), capture_output=True, env=environment(), check=True)  # noqa: S603
    except OSError as fault:
        raise NoCommit(f"git cannot be asked for the newest commit ({fault.strerror})") from None
    except subprocess.CalledProcessError as fault:
        said = fault.stderr.decode(errors="replace").strip()
        if UNBORN in said:
            return Commit(None, frozenset())
        raise NoCommit(f"git does not tell the newest commit ({' '.join(said.split())[:200]})") from None
    name, moment, *objects = answer.stdout.decode(errors="replace").splitlines()
    held = frozenset(line.partition(" ")[0] for line in objects)
    return Commit(datetime.fromisoformat(moment), held, name.removeprefix("commit "))


def _question(root: Path) -> list[str]:
    """One call that loads no index, runs no hook or filter, and reaches no other host, whatever the repository's
    own configuration asks for. Naming the repository keeps git from looking for another one further up, and from
    refusing one that belongs to somebody else.
    """
    told = ["git", "--no-replace-objects", "-c", "protocol.allow=never", f"--git-dir={root / '.git'}"]
    return [*told, "rev-list", "--no-walk", "--objects", "--format=%cI", "HEAD"]


def environment() -> dict[str, str]:
    """Without what a hook or an outer command may have set for a repository of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {"LC_ALL": "C"}


def fingerprint(data: bytes, width: int = 40) -> str:
    """The name git gives to these bytes, in repositories of either kind."""
    make = hashlib.sha256 if width == 64 else hashlib.sha1
    return make(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
