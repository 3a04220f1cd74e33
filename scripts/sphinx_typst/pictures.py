"""Which files may be printed as pictures: small drawings and photographs of the project that reach for nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

HEAVIEST = 8_000_000
"""Bytes of a file."""
LARGEST = 40_000_000
"""Pixels; four bytes of memory each, however small the file is."""
DRAWN = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan title desc metadata defs style linearGradient"
    " radialGradient stop clipPath".split()
)
"""Elements of a drawing. Of the others ``use`` multiplies, ``filter`` unfolds, and some run or reach out."""
_ELSEWHERE = re.compile(r"url\(\s*['\"]?\s*(?!#)[^'\"\s)]|@import|javascript:", re.I)
_START_OF_FRAME = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


class Unfit(Exception):
    """Why a file is not printed."""


def fit(source: Path, folder: Path) -> bytes:
    """The bytes of a picture that may be printed; it lies in the folder, and is neither link nor device."""
    if not source.resolve().is_relative_to(folder.resolve()):
        raise Unfit("it lies outside the folder of the pages")
    if source.is_symlink() or not source.is_file():
        raise Unfit("it is no plain file")
    if source.stat().st_size > HEAVIEST:
        raise Unfit(f"it has more than {HEAVIEST // 1_000_000} MB")
    try:
        data = source.read_bytes()
    except OSError as error:
        raise Unfit("it cannot be read") from error
    reader = READERS.get(source.suffix.lower())
    if reader is None:
        raise Unfit(f"it is none of {', '.join(READERS)}")
    try:
        pixels = reader(data)
    except (IndexError, ValueError, expat.ExpatError) as error:
        raise Unfit(f"it cannot be read as {source.suffix.lower()[1:]}") from error
    if pixels > LARGEST:
        raise Unfit(f"it unfolds to {pixels // 1_000_000} million pixels; {LARGEST // 1_000_000} million are the most")
    return data


def _png(data: bytes) -> int:
    """The pixels of a PNG, which tells its size first."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR" or len(data) < 33:
        raise ValueError
    return int.from_bytes(data[16:20], "big") * int.from_bytes(data[20:24], "big")


def _jpeg(data: bytes) -> int:
    """The pixels of a JPEG: its segments are passed over up to the one that begins the frame."""
    if not data.startswith(b"\xff\xd8"):
        raise ValueError
    at = 2
    while data[at] == 0xFF:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if kind in _START_OF_FRAME:
            height, width = data[at + 5 : at + 7], data[at + 7 : at + 9]
            return int.from_bytes(height, "big") * int.from_bytes(width, "big")
        at += 1 if kind == 0xFF else 2 + length
    raise ValueError


def _svg(data: bytes) -> int:
    """No pixels; but a drawing holds only what draws, and refers only to itself."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise Unfit("it declares a document type, which could hold entities and files")

    def element(name: str, attributes: dict[str, str]) -> None:
        if (plain := name.rpartition(":")[2]) not in DRAWN:
            raise Unfit(f"it holds the element {plain!r}; a drawing has {', '.join(sorted(DRAWN))}")
        for key, value in attributes.items():
            is_link = key.rpartition(":")[2] == "href" and not value.startswith("#")
            if is_link or key.startswith("on") or _ELSEWHERE.search(value):
                raise Unfit(f"it reaches elsewhere, or runs a script, by {key!r}")

    def words(text: str) -> None:
        if _ELSEWHERE.search(text):
            raise Unfit("it reaches elsewhere by its style")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = element
    parser.CharacterDataHandler = words
    parser.buffer_text = True
    parser.Parse(data, True)
    return 0


READERS: dict[str, Callable[[bytes], int]] = {".svg": _svg, ".png": _png, ".jpg": _jpeg, ".jpeg": _jpeg}
"""How the size of each kind of picture is read; others are not printed."""
