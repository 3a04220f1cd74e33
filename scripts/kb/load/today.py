"""The day that counts as today: an input, never the clock."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

_SEEN = re.compile(rb"(?:checked\s*:\s*|urldate\s*=\s*[{\"])(\d{4}-\d\d-\d\d)")


def today(root: Path, files: Mapping[str, bytes]) -> date | None:
    """The day of the newest commit, else SOURCE_DATE_EPOCH, else the newest day on which a source was seen."""
    return _committed(root) or _of_environment() or _last_seen(files)


def _committed(root: Path) -> date | None:
    if not (root / ".git").exists():
        return None
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return _day_of(answer)


def _of_environment() -> date | None:
    return _day_of(os.environ.get("SOURCE_DATE_EPOCH", ""))


def _day_of(seconds: str) -> date | None:
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdecimal() else None


def _last_seen(files: Mapping[str, bytes]) -> date | None:
    days = [day for data in files.values() for found in _SEEN.findall(data) if (day := _day(found.decode()))]
    return max(days, default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
