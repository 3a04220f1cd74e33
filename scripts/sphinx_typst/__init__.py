"""A Sphinx builder that writes Typst and compiles it to tagged PDF: briefs with their own references, and a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_typst import attachments, settings
from sphinx_typst.builder import TypstBuilder
from sphinx_typst.pdf import TypstPdfBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register two builders, ``typst`` (sources) and ``typstpdf``, and their settings."""
    app.add_builder(TypstBuilder)
    app.add_builder(TypstPdfBuilder)
    settings.register(app)
    app.add_event(attachments.EVENT)
    app.add_event("typst-metadata")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
