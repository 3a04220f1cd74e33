"""Keeps what an input may cost: processor time by a bell, memory by a limit of the process."""

from __future__ import annotations

import contextlib
import resource
import signal
import time
from collections.abc import Iterator

SECONDS = 2.0
"""Of the processor, for one input through everything."""
MEGABYTES = 500
"""More than before."""


class Hung(BaseException):
    """It took too long. No ``Exception``, so that nothing on the way takes it for a fault of its own."""


@contextlib.contextmanager
def bell(seconds: float, patience: float = 6) -> Iterator[None]:
    """Raise :class:`Hung` after so many seconds of the processor, or ``patience`` times as many of waiting."""
    clocks = (signal.ITIMER_PROF, signal.SIGPROF, seconds), (signal.ITIMER_REAL, signal.SIGALRM, patience * seconds)
    held = [(bell_, signal.signal(bell_, _ring)) for _, bell_, _ in clocks]
    for clock, _, span in clocks:
        signal.setitimer(clock, span)
    try:
        yield
    finally:
        for clock, _, _ in clocks:
            signal.setitimer(clock, 0)
        for bell_, handler in held:
            signal.signal(bell_, handler)


def _ring(number: int, frame: object) -> None:
    raise Hung


def peak() -> int:
    """The most memory that the process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def fence(megabytes: int = MEGABYTES) -> None:
    """Let the process grow by so much and no more: what wants more gets a MemoryError."""
    with open("/proc/self/statm") as told:  # noqa: PTH123  # no file, but the kernel's word
        pages = int(told.read().split()[0])
    most = pages * resource.getpagesize() + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


class Clock:
    """Seconds of the processor since it was made."""

    def __init__(self) -> None:
        self.start = time.process_time()

    @property
    def seconds(self) -> float:
        """So many by now."""
        return time.process_time() - self.start
