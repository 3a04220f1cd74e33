"""Compiles one Typst source to a PDF that is tagged, archivable and the same whenever its inputs are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typst
from sphinx.errors import ExtensionError
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Sequence

logger = logging.getLogger(__name__)
FONTS = Path(__file__).parent / "fonts"


def press(folder: Path, target: str, fonts: Sequence[str], standards: Sequence[str], timestamp: int | None) -> int:
    """Compile ``target.typ`` in the folder; the size of the PDF in bytes. Fonts of the machine are not used.

    Raises :class:`sphinx.errors.ExtensionError` with Typst's own words; the PDF that stood before then stays.
    """
    source = folder / f"{target}.typ"
    try:
        compiler = typst.Compiler(
            str(source), root=str(folder), font_paths=[str(FONTS), *fonts], ignore_system_fonts=True
        )
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=list(standards), timestamp=timestamp)
    except typst.TypstError as error:
        detail = getattr(error, "diagnostic", None) or error
        raise ExtensionError(f"{target}.pdf was not made: {detail}") from error
    for warning in warnings:
        logger.warning("%s: %s", target, warning.message, type="typst", subtype="compile")
    unfinished = folder / f"{target}.pdf.part"
    unfinished.write_bytes(pdf)
    unfinished.replace(folder / f"{target}.pdf")
    return len(pdf)
