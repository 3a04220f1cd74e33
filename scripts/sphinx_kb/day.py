"""The day of a build: the one the checker sees, for pages and print alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
from sphinx.util import logging

from kb.load.today import BadEpoch, Day
from kb.load.today import day as day_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx.application import Sphinx

SHOWN = 10
"""So many letters of the name of a commit are printed."""
logger = logging.getLogger(__name__)


def settled(app: Sphinx, root: Path, files: Mapping[str, bytes]) -> Day:
    """The day that pages bear; where PDFs are made and nobody has set another day for them, they bear it too."""
    try:
        day = day_of(root, files)
    except BadEpoch as reason:
        raise ConfigError(str(reason)) from None
    if day is None:
        raise ConfigError("no commit, no SOURCE_DATE_EPOCH and no date in the ledger says what today is")
    if day.note:
        logger.info(day.note)
    if "typst_today" in app.config and not app.config.typst_today:
        app.config.typst_today = str(day.today)
    if "typst_commit" in app.config and not app.config.typst_commit:
        app.config.typst_commit = day.commit[:SHOWN]
    return day
