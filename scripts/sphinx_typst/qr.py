"""The drawing that leads a telephone from paper to the page on the web."""

from __future__ import annotations

import io
from pathlib import Path

import segno


def draw(folder: Path, name: str, address: str) -> str:
    """Write a QR code of an address; its place within the folder, as Typst names it."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", scale=4, border=0, xmldecl=True, svgns=True)
    (folder / f"{name}-qr.svg").write_bytes(drawn.getvalue())
    return f"/{name}-qr.svg"
