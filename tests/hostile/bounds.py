"""Stops what takes too long, and tells what has grown too large."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kb_fuzz.bounds import MEGABYTES, Hung, bell, peak

SECONDS = 9
"""Of the processor for one stage, and one more for each input; the whole of a clean one takes half a second."""


@contextmanager
def bounds(stage: str, number: int) -> Iterator[list[str]]:
    """Run one stage of so many inputs within its bounds; what it overstepped, as sentences."""
    seconds, megabytes = SECONDS + number, MEGABYTES + 10 * number
    told: list[str] = []
    before = peak()
    try:
        with bell(seconds, patience=60):
            yield told
    except Hung:
        told.append(f"{stage} took longer than {seconds} s")
    if peak() - before > megabytes:
        told.append(f"{stage} took {peak() - before} MB more than ever before")
