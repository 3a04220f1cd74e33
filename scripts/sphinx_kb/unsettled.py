"""A page that gave a warning counts as not read, so that the next build tells the warning again until it is mended.

Without this a build that follows a failed one finds nothing to read, says nothing, and passes.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.logging import is_suppressed_warning

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LINE = re.compile(r":(?:\d+|None|<[^>]*>)?$")


class Warned(logging.Handler):
    """Notes the pages that were warned of; of a warning that names none, all that were read in this build."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self.app = app
        self.pages: set[str] = set()
        self.read: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """One warning."""
        kind = getattr(record, "type", ""), getattr(record, "subtype", "")
        if not is_suppressed_warning(*kind, self.app.config.suppress_warnings):
            self.pages |= {*self._pages(getattr(record, "location", None))}

    def _pages(self, location: object) -> list[str]:
        if isinstance(location, nodes.Node):
            location = location.source or getattr(location.document, "current_source", None)
        if isinstance(location, tuple):
            location = location[0]
        env = self.app.env
        name = _LINE.sub("", str(location or ""))
        page = name if name in env.found_docs else env.path2doc(name) if name else None
        return [page] if page in env.found_docs else self.read


def register(app: Sphinx) -> None:
    """Listen from before the first page is read until all is written."""
    app.connect("builder-inited", _listen)
    app.connect("build-finished", _unsettle, priority=990)  # after all that still asks for pages


def _listen(app: Sphinx) -> None:
    heard = Warned(app)
    logging.getLogger("sphinx").addHandler(heard)
    app.connect("env-before-read-docs", lambda app, env, names: heard.read.extend(names))


def _unsettle(app: Sphinx, error: Exception | None) -> None:
    logger = logging.getLogger("sphinx")
    for heard in [each for each in logger.handlers if isinstance(each, Warned)]:
        logger.removeHandler(heard)
        for page in heard.pages if heard.app is app else ():
            (app.doctreedir / f"{page}.doctree").unlink(missing_ok=True)
