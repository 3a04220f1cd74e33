"""The day of a build, which comes from outside, and how a day is written."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time

from sphinx.util.i18n import format_date


def moment(today: str) -> int:
    """Seconds since 1970 of ``SOURCE_DATE_EPOCH``, else of the day given, else of now."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds:
        return int(seconds)
    given = datetime.fromisoformat(today).replace(tzinfo=UTC) if today else datetime.now(UTC)
    return int(given.timestamp())


def day_of(seconds: int) -> str:
    """The day of a moment, as ``2026-11-22``."""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def readable(day: str, language: str = "en") -> str:
    """``2026-11-22`` as ``22 November 2026``, in the words of a language; anything else as it stands."""
    try:
        when = datetime.combine(date.fromisoformat(day), time(12), UTC)
    except ValueError:
        return day
    return format_date("%-d %B %Y", date=when, language=language.replace("-", "_"))
