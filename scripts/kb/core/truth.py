"""The three answers to a question about what is not known precisely."""

from __future__ import annotations

from enum import StrEnum


class Truth(StrEnum):
    """Is it so in no reading of what is known, in some, or in every one?"""

    NEVER = "never"
    POSSIBLY = "possibly"
    SURELY = "surely"


def either(surely: bool, possibly: bool) -> Truth:
    """The answer, where it is known whether it is so in every reading, and whether in any."""
    return Truth.SURELY if surely else Truth.POSSIBLY if possibly else Truth.NEVER
