"""What a merge leaves in a file when both sides changed the same lines."""

from __future__ import annotations

import re

HELP = "keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
_OURS = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: .*)?$", re.MULTILINE)


def conflict(text: str) -> tuple[int, str] | None:
    """Where the first of two versions begins, and what to say of it."""
    found = _OURS.search(text)
    if found is None or not _THEIRS.search(text, found.end()):
        return None
    return found.start(), f"a merge left two versions side by side: {found[0][:40]!r}"
