"""What git still has of a file: its content in earlier commits, the newest first."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from kb.load.commit import environment

_MOST = 200
"""So many commits that changed a file are looked at."""


def versions(root: Path, path: str) -> Iterator[bytes]:
    """Every content that a file of this repository had in a commit; nothing where git cannot be asked."""
    listed = _asked(root, "log", f"--max-count={_MOST}", "--format=%H", "HEAD", "--", path)
    for commit in listed.decode("ascii", "replace").split():
        content = _asked(root, "cat-file", "blob", f"{commit}:{path}")
        if content:
            yield content


def _asked(root: Path, *question: str) -> bytes:
    """What git answers, by a call that runs no hook or filter and reaches no other host."""
    git = ["git", "--no-replace-objects", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false"]
    command = [*git, f"--git-dir={root / '.git'}", *question]
    try:
        return subprocess.run(command, capture_output=True, check=True, env=environment()).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return b""
