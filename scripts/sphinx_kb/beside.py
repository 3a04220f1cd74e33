"""Lays a file beside the pages of the site: text that the build has made, the same on every machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def lay_bytes(app: Sphinx, path: str, data: bytes) -> None:
    """Write what is no text, or was made as bytes."""
    place = Path(app.outdir) / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def lay(app: Sphinx, path: str, text: str) -> None:
    """Write it under its path in the site; its folder may be new."""
    lay_bytes(app, path, text.encode())
