"""How seldom Python looks for cycles while it builds: trees of pages are full of them, and they last.

Every node knows the one above it, so that looking finds next to nothing to throw away and goes through all that is
kept, again and again.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

SELDOM = (200_000, 20, 100)
"""So many new things are made before the newest are looked through; what a page leaves behind is gone by then."""


def register(app: Sphinx) -> None:
    """From before the ledger is read until all is built; who builds within another program gets back what was set."""
    usual = gc.get_threshold()

    def seldom(app: Sphinx, config: Config) -> None:
        gc.set_threshold(*SELDOM)

    def as_before(app: Sphinx, error: Exception | None) -> None:
        gc.set_threshold(*usual)

    app.connect("config-inited", seldom, priority=1)
    app.connect("build-finished", as_before, priority=999)
