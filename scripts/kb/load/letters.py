"""The letters that the fonts of the PDFs hold, as ``letters.txt`` lists them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

LISTED = Path(__file__).with_name("letters.txt")
"""Ranges of code points; ``python -m sphinx_typst.glyphs`` makes the list, and a test holds it equal to the fonts."""


@cache
def unprintable() -> re.Pattern[str]:
    """Finds runs of letters that no font holds. Controls and private use are `stray-character`, wherever they stand."""
    listed = (
        "-".join(f"\\U{int(end, 16):08x}" for end in line.split("-")) for line in LISTED.read_text("ascii").split()
    )
    return re.compile(rf"[^\x00-\x1f\x7f-\x9f\ue000-\uf8ff{''.join(listed)}]+")


@lru_cache(maxsize=100_000)
def unprintable_in(text: str) -> tuple[str, ...]:
    """Those of its letters, each once. Remembered, for most texts are the same from one reading to the next."""
    return tuple(dict.fromkeys("".join(unprintable().findall(text))))
