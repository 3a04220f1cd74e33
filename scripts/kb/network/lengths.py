"""How many days a length of time may mean."""

from __future__ import annotations

from math import ceil, floor

from kb.core.model.order import Length

DAYS = {"day": 1.0, "week": 7.0, "month": 30.436875, "year": 365.2425, "decade": 3652.425}
_ROUNDED = {"day": 0.0, "decade": 0.25}
"""By how much of a unit a bare number may have been rounded; half of it, unless it stands here."""
_CALENDAR = {"day": 0, "week": 0}
"""By how many days the calendar makes units of one name unequal; two, unless it stands here."""


def limits(length: Length) -> tuple[int, int | None]:
    """The fewest and the most days: bare ``n`` is n ± ½ (decades ± ¼, days exactly), ``about`` twice as wide."""
    rounded, slack = _ROUNDED.get(length.unit, 0.5), _CALENDAR.get(length.unit, 2)
    if length.bound == "about":
        rounded = 2 * rounded or 1.0
    low, high = {
        "at-least": (length.n, None),
        "over": (length.n, None),
        "under": (0.0, length.n),
        "up-to": (0.0, length.n),
    }.get(length.bound, (length.n - rounded, length.n + rounded))
    days = DAYS[length.unit]
    return max(0, floor(low * days) - slack), None if high is None else ceil(high * days) + slack
