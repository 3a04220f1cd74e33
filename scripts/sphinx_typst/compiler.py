"""Compiles one Typst source to a PDF that is tagged, archivable and the same whenever its inputs are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typst

from sphinx_typst.finishing import finished
from sphinx_typst.origins import Origins
from sphinx_typst.printed import Room

if TYPE_CHECKING:
    from typst import PDFStandard

Source = TypeVar("Source", str, bytes)
"""The path of a source, or the source itself."""
WIDTH = 200
"""How much of a message of Typst is shown where it quotes a text."""
TOLD = 10
"""How many faults of a document are told one by one."""
_FAULT = re.compile(r"^error: ", re.M)
_HINT = re.compile(r"^ *= (hint: .*)$", re.M)


def put(place: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = place.with_name(place.name + ".part")
    unfinished.unlink(missing_ok=True)  # it could be a link
    unfinished.write_bytes(data)
    unfinished.replace(place)


class NotCompiled(Exception):
    """A source that cannot be compiled: every fault, with the page and line it comes from."""

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        super().__init__(*faults)
        self.faults = faults


@contextmanager
def breaking_down() -> Iterator[None]:
    """A crash of Typst is a fault of what was to be compiled, and not the end of Python."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # which pyo3 makes a BaseException that has no module
            raise
        raise NotCompiled([("", f"Typst itself broke down: {error}")]) from error


@dataclass(frozen=True)
class Compiler:
    """How every document of a build is compiled. Fonts of the machine are not used, and nothing is fetched."""

    folder: Path
    fonts: typst.Fonts
    timestamp: int

    def compile(
        self, target: str, origins: Origins, told: Mapping[str, object], standards: Sequence[PDFStandard]
    ) -> Compiled:
        """Compile ``target.typ``; the PDF that stood before stays until the new one is whole."""
        try:
            with breaking_down():
                compiler = self._compiler(str(self.folder / f"{target}.typ"))
                made, warnings = compiler.compile_with_warnings(
                    format="pdf", pdf_standards=[*standards], timestamp=self.timestamp
                )
                pages = json.loads(compiler.query("<end>", field="value", one=True))
                room = json.loads(compiler.query("<room>", field="value", one=True))
        except typst.TypstError as error:
            raise NotCompiled([*self._faults(error, target, origins)]) from error
        if not isinstance(made, bytes):  # only of pictures it makes a list
            raise NotCompiled([("", "Typst made no PDF of it")])
        made = finished(made, told)
        put(self.folder / f"{target}.pdf", made)
        return Compiled(len(made), pages, tuple(warning.message for warning in warnings), Room(**room))

    def undrawable(self, picture: str) -> str:
        """Why Typst cannot draw a picture of the folder; nothing if it can."""
        try:
            with breaking_down():
                compiler = self._compiler(f'#image("/{picture}")'.encode())
                compiler.compile(format="pdf")
        except typst.TypstError as error:
            return str(error.message)
        except NotCompiled as error:
            return error.faults[0][1]
        return ""

    def _compiler(self, source: Source) -> typst.Compiler:
        return typst.Compiler(
            source,
            root=str(self.folder),
            font_paths=self.fonts,
            ignore_system_fonts=True,
            package_path=str(self.folder),
            package_cache_path=str(self.folder),
        )

    def _faults(self, error: typst.TypstError, target: str, origins: Origins) -> Iterator[tuple[str, str]]:
        """Each fault: the page and line that it comes from, and Typst's words."""
        source = (self.folder / f"{target}.typ").read_text("utf-8")
        told = _FAULT.split(str(error.diagnostic))[1:] or [error.message]
        place = re.compile(rf"┌─ (?:.*/)?{re.escape(target)}\.typ:(\d+):(\d+)$", re.M)
        for fault in told[:TOLD]:
            words = fault.partition("\n")[0]
            words = words if len(words) <= WIDTH else words[:WIDTH] + " …"
            hints = "".join(f" ({hint})" for hint in _HINT.findall(fault))
            at = place.search(fault)
            where = origins.of(source, int(at[1]), int(at[2])) if at else ""
            if not where and "depth exceeded" in words:
                where, words, hints = origins.deepest, "lists, boxes or quotations stand too deep in one another", ""
            yield where, f"{words}{hints}"
        if len(told) > TOLD:
            yield "", f"there are {len(told) - TOLD} more faults"


@dataclass(frozen=True)
class Compiled:
    """A PDF that was made: its bytes and pages counted, what Typst remarked, and where its text has room."""

    size: int
    pages: int
    remarks: tuple[str, ...]
    room: Room
