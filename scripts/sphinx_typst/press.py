"""Compiles one Typst source to a PDF that is tagged, archivable and the same whenever its inputs are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"
WIDTH = 160
"""How much of a line of a source is shown where Typst quotes it."""


class NotPressed(Exception):
    """Typst refuses a source: its words, and its hints."""


@dataclass(frozen=True)
class Press:
    """How every document of a build is compiled. Fonts of the machine are not used, and nothing is fetched."""

    folder: Path
    fonts: Sequence[str]
    standards: Sequence[str]
    timestamp: int

    def compile(self, target: str) -> Pressed:
        """Compile ``target.typ``; the PDF that stood before stays until the new one is whole."""
        try:
            compiler: Any = self._compiler(target)
            pdf, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=list(self.standards), timestamp=self.timestamp
            )
            pages = json.loads(compiler.query("<end>", field="value", one=True))
        except typst.TypstError as error:
            raise NotPressed(_told(error)) from error
        unfinished = self.folder / f"{target}.pdf.part"
        unfinished.write_bytes(pdf)
        unfinished.replace(self.folder / f"{target}.pdf")
        return Pressed(len(pdf), pages, tuple(warning.message for warning in warnings))

    def _compiler(self, target: str) -> typst.Compiler:
        return typst.Compiler(
            str(self.folder / f"{target}.typ"),
            root=str(self.folder),
            font_paths=[str(FONTS), *self.fonts],
            ignore_system_fonts=True,
            package_path=str(self.folder),
            package_cache_path=str(self.folder),
        )


@dataclass(frozen=True)
class Pressed:
    """A PDF that was made: its bytes and pages counted, and what Typst remarked."""

    size: int
    pages: int
    remarks: tuple[str, ...]


def _told(error: typst.TypstError) -> str:
    """The diagnostic with the place in the source, and Typst's own hints where it does not show them."""
    shown = (line if len(line) <= WIDTH else line[:WIDTH] + " …" for line in str(error.diagnostic).splitlines())
    diagnostic = "\n".join(shown).strip() or error.message
    hints = [f"hint: {hint}" for hint in error.hints if hint not in diagnostic]
    return "\n".join([diagnostic, *hints])
