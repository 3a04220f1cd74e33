"""Reads why a statement is withdrawn, and since when."""

from __future__ import annotations

from kb.core.model import Withdrawal
from kb.load.fields import Fields


def withdrawal(fields: Fields) -> Withdrawal | None:
    """The reason and the day, if it is withdrawn."""
    found = fields.raw("withdrawn")
    if found is None:
        return None
    inner = Fields(found, fields.faults, "'withdrawn'")
    reason, day = inner.text("reason", required=True), inner.date("day")
    if isinstance(found.value, dict) and "day" not in found.items:
        inner.fault(found.mark, "'withdrawn' has no 'day'", "add `day: …`, the day on which it was withdrawn")
    inner.close()
    return Withdrawal(reason, day) if reason and day else None
