"""Offers the PDFs on the pages they are made from, where they have been made."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_kb.knowledge import knowledge_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PLACE = "pdf"
"""The folder of the site that holds them."""
BRIEFS = "briefs/"
"""Pages that are printed within seconds: where each page is made when it is asked for, so is the PDF of these."""


def made(app: Sphinx) -> dict[str, Path]:
    """The PDFs at hand, by the page each is made from, or those that can be had at once."""
    folder = Path(app.config.kb_pdf_folder) if app.config.kb_pdf_folder else None
    named = app.config.kb_pdfs.items()
    if knowledge_of(app.env).on_demand is not None:
        return {docname: Path(name) for docname, name in named if docname.startswith(BRIEFS)}
    return {docname: folder / name for docname, name in named if folder and (folder / name).is_file()}


def offer(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Tell the template where the PDF of this page will stand."""
    found = made(app).get(pagename)
    context["kb_print"] = context["pathto"](f"{PLACE}/{found.name}", 1) if found else None


def lay_out(app: Sphinx, error: Exception | None) -> None:
    """Copy the PDFs into the finished site."""
    if error or app.builder.format != "html":
        return
    place = Path(app.outdir) / PLACE
    for file in made(app).values():
        place.mkdir(exist_ok=True)
        shutil.copyfile(file, place / file.name)
