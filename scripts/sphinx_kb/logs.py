"""Makes what Sphinx warns of harmless for the terminal or the log in which it is shown: it repeats words of pages."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from kb.report.neutral import neutral

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Harmless(logging.Filter):
    """Writes each line of a warning, and the place it names, without what could act on who reads it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass."""
        if record.levelno >= logging.WARNING:
            told = logging.LogRecord.getMessage(record)  # without the place and the level, which Sphinx puts before it
            record.msg, record.args = "\n".join(map(neutral, told.split("\n"))), ()
            place = getattr(record, "location", None)
            record.location = neutral(place) if isinstance(place, str) else place
        return True


def guard(app: Sphinx) -> None:
    """Stand behind the filters of Sphinx, which tell the place in words."""
    for handler in logging.getLogger("sphinx").handlers:
        handler.addFilter(Harmless())
