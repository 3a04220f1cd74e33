"""How many days a length of time may be: what a source means by one, and what a writer has measured who tells one."""

from __future__ import annotations

from math import ceil, floor

DAYS = {
    "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.436875, "year": 365.2425, "decade": 3652.425,
    "century": 36524.25,
}  # fmt: skip
"""How many days a unit has, on the average of the calendar's four hundred years."""
_ROUNDED = {"day": 0.0, "decade": 0.25, "century": 0.25}
"""By how much of a unit a bare number may have been rounded; half of it, unless it stands here."""
_CALENDAR = {"day": 0, "week": 0}
"""By how many days the calendar makes units of one name unequal; two, unless it stands here."""
_COUNTED = 1.5
"""So many days may lie between two who count from one date to another, the first and the last included or not."""


def meant(n: float, unit: str, bound: str = "exactly", to: float | None = None) -> tuple[int, int | None]:
    """The fewest and the most days that a source allows who says so; no most is no limit.

    A bare ``n`` is n ± ½ (decades ± ¼, days exactly), *about* is twice as wide, and a bound is taken at its word.
    """
    rounded, slack = _ROUNDED.get(unit, 0.5), _CALENDAR.get(unit, 2)
    if bound == "about":
        rounded = 2 * rounded or 1.0
    low, high = {
        "at-least": (n, None),
        "over": (n, None),
        "under": (0.0, n),
        "up-to": (0.0, n),
    }.get(bound, (n - rounded, (n if to is None else to) + rounded))
    return max(0, floor(low * DAYS[unit]) - slack), None if high is None else ceil(high * DAYS[unit]) + slack


def told(n: float, unit: str, bound: str = "exactly") -> tuple[float, float]:
    """The fewest and the most days of which a writer says so, who picks the nearest number.

    Nobody says *more than two years* of nine: a bound reaches to the next number, and *about* to the one below.
    """
    about = _ROUNDED.get(unit, 0.5)
    low, high = {
        "at-least": (n, n + 1),
        "over": (n, n + 1),
        "under": (n - 1, n),
        "up-to": (n - 1, n),
        "about": (n - 1, n + 0.5),
    }.get(bound, (n - about, n + about))
    return low * DAYS[unit] - _COUNTED, high * DAYS[unit] + _COUNTED
