"""The day of a build, which comes from outside, and how a day is written."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from sphinx.errors import ConfigError
from sphinx.util.i18n import format_date

LAST = 253_402_300_799
"""The last second of the year 9999, after which no PDF can be dated."""


def moment(today: str) -> int:
    """Seconds since 1970 of ``SOURCE_DATE_EPOCH``, else of the day given, else of now."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds:
        if not re.fullmatch("[0-9]{1,12}", seconds) or int(seconds) > LAST:
            raise ConfigError(f"SOURCE_DATE_EPOCH is {seconds[:40]!r}, against a number of seconds since 1970")
        return int(seconds)
    if not today:
        return int(datetime.now(UTC).timestamp())
    try:
        given = datetime.combine(date.fromisoformat(today), time(), UTC)
    except ValueError:
        raise ConfigError(f"typst_today is {today[:40]!r}, against a day such as '2026-11-22'") from None
    return max(0, int(given.timestamp()))


def day_of(seconds: int) -> str:
    """The day of a moment, as ``2026-11-22``."""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def readable(day: str, language: str = "en", months: Sequence[str] = ()) -> str:
    """``2026-11-22`` as ``22 November 2026``, with these months or those of a language; anything else as it stands."""
    try:
        when = datetime.combine(date.fromisoformat(day), time(12), UTC)
    except ValueError:
        return day
    if months:
        return f"{when.day} {months[when.month - 1]} {when.year}"
    return format_date("%-d %B %Y", date=when, language=language.replace("-", "_"))
