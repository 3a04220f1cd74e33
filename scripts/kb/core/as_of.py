"""Up to which day a page holds, as its front matter says."""

from __future__ import annotations

from datetime import date

from kb.core.mark import Mark
from kb.core.model import Page
from kb.core.published import readable


def stated(page: Page) -> tuple[str | None, date | None, Mark]:
    """What the front matter says, the day it means if it is one, and where it stands."""
    said = page.front.get("asof")
    if said is None:
        return None, None, Mark(page.path, 1, 1)
    found = readable(said)
    line = next((n for n, text in enumerate(page.source.split("\n"), 1) if text.startswith("asof:")), 1)
    day = found.earliest if found and found.precision == "day" else None
    return said, day, Mark(page.path, line, len("asof: ") + 1)
