"""Judges a picture by its content: it is what its name says, can be shown, and does nothing but be seen."""

from __future__ import annotations

import io
import re
import warnings
from functools import lru_cache

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.load.drawing import drawing
from kb.load.paths import STATIC
from kb.load.rasters import unusual

MOST = 10_000_000
"""Pixels: a page of A4 at 300 to the inch has 8.7 million."""
_BEGINS = {"png": re.compile(rb"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "jpg": re.compile(rb"\xff\xd8\xff")}
_FORMATS = {"png": "PNG", "jpg": "JPEG"}


@lru_cache(maxsize=256)
def picture(path: str, data: bytes) -> tuple[Finding, ...]:
    """What is wrong with a picture."""
    suffix = path.rpartition(".")[2]
    if suffix == "svg":
        return drawing(path, data)
    if not _BEGINS[suffix].match(data):
        return (_bad(path, f"its name says {suffix}, and its content does not", "save it again in that format"),)
    if path in STATIC:  # no page shows it, so nothing unfolds it
        return ()
    return tuple(_unfolded(path, data, _FORMATS[suffix]))


def _unfolded(path: str, data: bytes, form: str) -> list[Finding]:
    from PIL import Image  # only where there is a picture: it takes longer to load than to look

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=(form,)) as image:
            image.verify()  # every part is there, the end too: not all decoders forgive what this one does
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=(form,)) as image:
            if image.width * image.height > MOST:
                text = f"it has {image.width} × {image.height} points, against at most {MOST:,} together"
                return [_bad(path, text, "save it smaller")]
            image.load()
    except Exception as error:  # a decoder fails in as many ways as there are broken pictures
        return [_bad(path, f"it cannot be decoded: {type(error).__name__}", "save it again, and look at it")]
    fault = unusual(path.rpartition(".")[2], data)
    return [_bad(path, fault, "save it again with a program that can show it")] if fault else []


def _bad(path: str, text: str, help: str) -> Finding:
    return impossible(Mark(path), text, help, rule="bad-picture")
