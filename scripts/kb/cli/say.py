"""What commands print: every line harmless, whatever strangers wrote into it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from kb.report.neutral import neutral


def say(*lines: str) -> None:
    """Print lines; what stands in them cannot act on the terminal or the log they are shown in."""
    for line in lines:
        print(neutral(line))


def say_all(lines: Iterable[str]) -> bool:
    """Print these lines; was there one?"""
    told = list(lines)
    say(*told)
    return bool(told)


def flush() -> None:
    """Let what was printed be seen now, by whoever reads along."""
    sys.stdout.flush()


def mention(reason: object) -> None:
    """Print what is to be known beside the answer, where it does not mix with it; if it cannot be, so be it."""
    if sys.stderr is None:
        return
    try:
        for line in str(reason).splitlines():
            print(f"kb: {neutral(line)}", file=sys.stderr)
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Let what still waits to be written go nowhere, or Python would complain once more at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
