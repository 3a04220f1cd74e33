"""The day that counts as today: an input of everything that is derived, and the same for check, site and print.

It comes from ``SOURCE_DATE_EPOCH``, else from the newest commit of this repository (in an archive of one, from what
git wrote into it), else from the newest day on which a source was seen. The clock is asked for one thing only: what is
not committed yet may bear the day on which it is written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from kb.load.commit import Commit, NoCommit, newest_commit

EPOCH = "SOURCE_DATE_EPOCH"
ARCHIVED = ".git_archival.txt"
"""Where ``git archive`` writes the moment of the commit, because .gitattributes asks for it."""
_MOMENT = re.compile(r"node-date: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))")
_NAME = re.compile(r"node: ([0-9a-f]{40}(?:[0-9a-f]{24})?)\s")
_DATED = re.compile(r"refs\.bib|docs/facts/[^/]+\.yaml")
_SEEN = re.compile(rb"(?:checked\s*:\s*|urldate\s*=\s*[{\"])(\d{4}-\d\d-\d\d)")


class BadEpoch(ValueError):
    """``SOURCE_DATE_EPOCH`` is set to what is no moment; the message says so."""


@dataclass(frozen=True, slots=True)
class Day:
    """The day that counts as today, later days that files not committed may bear, and what is odd about it.

    ``commit`` names the one that holds all the files as they were read; nothing where one of them is newer.
    """

    today: date
    uncommitted: Mapping[str, date] = field(default_factory=dict)
    note: str = ""
    commit: str = ""


def today(root: Path, files: Mapping[str, bytes]) -> date | None:
    """The day alone; nothing where nobody says."""
    told = day(root, files)
    return told.today if told else None


def day(root: Path, files: Mapping[str, bytes]) -> Day | None:
    """The day of a repository that holds these files; nothing where nobody says."""
    commit, trouble = _commit(root)
    seen, epoch = _last_seen(files), _epoch()
    archived = None if commit else _archived(root)
    committed = _later_day(commit.moment) if commit and commit.moment else None
    known = committed or max(filter(None, (archived, seen)), default=None)
    first = min(filter(None, (known, seen)), default=date.min)
    chosen = epoch if epoch and epoch >= first else known
    if chosen is None:
        return None
    if epoch and chosen != epoch:
        trouble = f"{EPOCH} is {epoch}, before {seen or known}, the newest day on which a source was seen"
    uncommitted = dict.fromkeys(commit.lacks(files), _later_day(datetime.now().astimezone())) if commit else {}
    name = "" if uncommitted else commit.name if commit else _archived_name(root)
    return Day(chosen, uncommitted, f"{trouble}; {chosen} counts as today" if trouble else "", name)


def _commit(root: Path) -> tuple[Commit | None, str]:
    """The newest commit of this repository; or why git does not tell, though there is a repository."""
    try:
        return newest_commit(root), ""
    except NoCommit as reason:
        return None, str(reason)


def _epoch() -> date | None:
    seconds = os.environ.get(EPOCH, "").strip()
    if not seconds:
        return None
    try:
        if not re.fullmatch(r"\d{1,12}", seconds, re.ASCII):
            raise ValueError
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise BadEpoch(f"{EPOCH} is {seconds[:40]!r}, against a number of seconds since 1970") from None


def _archived(root: Path) -> date | None:
    told = _MOMENT.search(_written(root))
    return _later_day(datetime.fromisoformat(told[1])) if told else None


def _archived_name(root: Path) -> str:
    told = _NAME.search(_written(root))
    return told[1] if told else ""


def _written(root: Path) -> str:
    """What git wrote into an archive."""
    file = root / ARCHIVED
    if not file.is_file() or file.is_symlink():
        return ""
    with file.open(encoding="ascii", errors="replace") as opened:
        return opened.read(1000)


def _later_day(moment: datetime) -> date:
    """The day of a moment on the calendar of who was there, or of Greenwich, whichever is later."""
    return max(moment.date(), moment.astimezone(UTC).date())


def _last_seen(files: Mapping[str, bytes]) -> date | None:
    dated = (data for path, data in files.items() if _DATED.fullmatch(path))
    return max((day for data in dated for found in _SEEN.findall(data) if (day := _day(found.decode()))), default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
