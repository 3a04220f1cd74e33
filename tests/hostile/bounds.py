"""Stops what takes too long, and tells what has grown too large."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 10
"""Of the processor, for one stage of one input; the whole of a clean one takes half a second."""
MEGABYTES = 500


class Hung(BaseException):
    """It took too long. No ``Exception``, so that nothing on the way takes it for a fault of its own."""


@contextmanager
def bounds(stage: str) -> Iterator[list[str]]:
    """Run one stage within its bounds; what it overstepped, as sentences."""
    told: list[str] = []
    before = peak()
    clocks = (signal.ITIMER_PROF, signal.SIGPROF, SECONDS), (signal.ITIMER_REAL, signal.SIGALRM, 6 * SECONDS)
    held = [(bell, signal.signal(bell, _ring)) for _, bell, _ in clocks]
    for clock, _, seconds in clocks:
        signal.setitimer(clock, seconds)
    try:
        yield told
    except Hung:
        told.append(f"{stage} took longer than {SECONDS} s")
    finally:
        for clock, _, _ in clocks:
            signal.setitimer(clock, 0)
        for bell, handler in held:
            signal.signal(bell, handler)
    if peak() - before > MEGABYTES:
        told.append(f"{stage} took {peak() - before} MB more than ever before")


def peak() -> int:
    """The most memory that the process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _ring(number: int, frame: object) -> None:
    raise Hung
