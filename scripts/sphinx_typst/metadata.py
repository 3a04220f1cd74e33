"""What a template must know of a document beside its text: title, dates, what stands in the front matter."""

from __future__ import annotations

import io
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx_typst.assemble import Document
    from sphinx_typst.builder import TypstBuilder

FRONT = ("asof", "answer", "series", "description", "keywords")
"""Front matter that the templates use."""


def metadata(builder: TypstBuilder, document: Document) -> dict[str, Any]:
    """Plain data for the template; nothing in it is read as markup."""
    config, front = builder.config, builder.env.metadata.get(document.docname, {})
    heading = builder.env.titles.get(document.docname)
    told: dict[str, Any] = {
        "title": document.options.get("title") or (heading.astext() if heading is not None else config.project),
        "author": config.author,
        "language": config.language or "en",
        "project": config.project,
        "copyright": config.copyright,
        "paper": config.typst_paper,
        "accent": config.typst_accent,
        "date": readable(build_date()),
    }
    told |= {name: str(front[name]) for name in FRONT if front.get(name)}
    if "asof" in told:
        told["asof"] = readable(told["asof"])
    if "answer" in told:
        told["answer"] = [line.strip() for line in told["answer"].splitlines() if line.strip()]
    url = builder.web_url(document.docname)
    return told | ({"url": url, "qr": _qr(Path(builder.outdir), document.target, url)} if url else {})


def build_date() -> str:
    """The day of ``SOURCE_DATE_EPOCH``, else today, as ``2026-11-22``."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return (
        datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
        if seconds
        else datetime.now(UTC).date().isoformat()
    )


def readable(day: str) -> str:
    """``2026-11-22`` as ``22 November 2026``; anything else as it stands."""
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{when.day} {when:%B %Y}"


def _qr(folder: Path, target: str, url: str) -> str:
    """Write a QR code of the page's address; its place for the template."""
    import segno

    drawn = io.BytesIO()
    segno.make(url, error="m").save(drawn, kind="svg", scale=4, border=0, xmldecl=True, svgns=True)
    name = f"{target}-qr.svg"
    (folder / name).write_bytes(drawn.getvalue())
    return f"/{name}"
