"""Where a command works: the repository, the corpus in it, the paths it was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from kb.cli.say import mention
from kb.core.model import Corpus
from kb.load.corpus import assembled
from kb.load.door import admit
from kb.load.today import BadEpoch, Day
from kb.load.today import day as day_of


class CannotRun(Exception):
    """What was asked for cannot be done; the message says why."""


def root() -> Path:
    """The repository: the nearest folder upwards that holds docs/facts."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "docs" / "facts").is_dir():
            return folder
    raise CannotRun(f"neither {here} nor a folder above it holds docs/facts")


def corpus_of(base: Path, today: date | None) -> Corpus:
    """Everything in the repository, seen from that day or from the day of the newest commit."""
    admitted = admit(base)
    day = settled(base, admitted.files, today)
    return assembled(base, admitted, day)


def settled(base: Path, files: Mapping[str, bytes], given: date | None) -> Day:
    """The day that was given, or else that of the repository; what is odd about it is mentioned."""
    try:
        day = Day(given) if given else day_of(base, files)
    except BadEpoch as reason:
        raise CannotRun(f"{reason}; correct or unset it, or give --today YYYY-MM-DD") from None
    if day is None:
        raise CannotRun("no commit, no SOURCE_DATE_EPOCH and no date says what today is; give --today YYYY-MM-DD")
    if day.note:
        mention(day.note)
    return day


def within(base: Path, path: str) -> PurePosixPath:
    """A path as the user wrote it, relative to the repository."""
    full = Path(path).resolve()
    if not full.exists():
        raise CannotRun(f"there is no file or folder {path!r}")
    if not full.is_relative_to(base.resolve()):
        raise CannotRun(f"{path!r} lies outside {base}")
    return PurePosixPath(full.relative_to(base.resolve()).as_posix())


def lies_in(path: str, places: Sequence[PurePosixPath]) -> bool:
    """Is the file one of these, or in one of these folders?"""
    return any(PurePosixPath(path).is_relative_to(place) for place in places)
