"""A number in digits, none of them rounded away: 1,234,567 is not ``1.23457e+06``."""

from __future__ import annotations


def plain(number: float) -> str:
    """``1234567`` and ``0.25``."""
    return grouped(number).replace(",", "")


def grouped(number: float) -> str:
    """``1,234,567`` and ``0.25``."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.15g}"
