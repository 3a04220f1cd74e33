"""What the program that prints asks of a photograph, where the one that looks at it is content with less."""

from __future__ import annotations

_PARTS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
"""The parts of a PNG that every program must know."""
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_USUAL_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_COLOURS = frozenset({1, 3})
"""Grey, or three colours: a PDF for archives needs the profile of the press for four."""
_SAMPLES = frozenset({1, 2, 4})


def unusual(suffix: str, data: bytes) -> str:
    """Why a picture that can be decoded can not be printed, as a sentence; nothing, if it can."""
    return _png(data) if suffix == "png" else _jpeg(data)


def _png(data: bytes) -> str:
    at, is_mapped = 8, False
    while at + 8 <= len(data):
        name = data[at + 4 : at + 8]
        if name[:1].isupper() and name not in _PARTS:
            return f"it holds a part {name.decode('ascii', 'replace')!a}, which few programs know"
        is_mapped = is_mapped or name == b"PLTE"
        if name == b"IDAT" and data[25] == 3 and not is_mapped:  # the kind whose points are numbers
            return "its colours are numbered, and the list of colours is missing"
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return ""


def _jpeg(data: bytes) -> str:
    at = 2
    while at + 10 <= len(data) and data[at] == 0xFF:  # every segment begins so
        kind = data[at + 1]
        if kind in _FRAMES:
            if data[at + 9] not in _COLOURS:
                return "it is made of four inks, for a press (CMYK)"
            sampled = data[at + 11 : at + 11 + 3 * data[at + 9] : 3]
            if kind not in _USUAL_FRAMES:
                return "it is coded in a way that few programs know"
            is_even = {part for each in sampled for part in (each >> 4, each & 15)} <= _SAMPLES
            return "" if is_even else "its colours are sampled in a way that few programs know"
        at += 1 if kind == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return ""
