"""Runs code and ends it, as a power switch does: before each thing that it does to files, or at random moments."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

SCRIPTS = Path(__file__).parent.parent / "scripts"
RUNNING = """
import os, signal, sys, time

STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chmod", "os.truncate", "ctypes.dlsym",
         "shutil.copyfile", "shutil.rmtree", "tempfile.mkstemp", "tempfile.mkdtemp"}

def power(steps):
    def counted(event, arguments):
        nonlocal steps
        writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        if writes or event in STEPS:
            steps -= 1
            if steps == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    return counted

for told in sys.stdin:
    kind, when = told.split()
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if kind == "step":
            sys.addaudithook(power(int(when)))
        try:
            run()
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)
    if kind == "moment":
        time.sleep(float(when))
        os.kill(child, signal.SIGKILL)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Python tells its audit hooks of each thing that is done to files before it is done."""


def started(code: str) -> subprocess.Popen[bytes]:
    """A program of its own, which imports what lies in ``scripts``."""
    environment = os.environ | {"PYTHONPATH": str(SCRIPTS)}
    return subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def killed_before_each_step(code: str) -> Iterator[int]:
    """Call what the code defines as ``run`` once for each thing it does to files, ended before it; then let it end."""
    orders = (f"step {number}" for number in count(1))
    for ended in _ended(code, orders):
        yield ended
        if ended != -signal.SIGKILL:
            assert ended == 0
            return


def killed_at_random(code: str, times: int, seed: int, longest: float) -> Iterator[int]:
    """Call a ``run`` that goes on for ever so many times, each ended at a moment that is drawn."""
    drawn = random.Random(seed)  # noqa: S311  # moments, not secrets
    for ended in _ended(code, (f"moment {drawn.uniform(0, longest)}" for _ in range(times))):
        assert ended == -signal.SIGKILL
        yield ended


def _ended(code: str, orders: Iterable[str]) -> Iterator[int]:
    """How each call ended; while one looks at what it left nothing runs."""
    with started(f"{code}\n{RUNNING}") as program:
        assert program.stdin
        assert program.stdout
        for order in orders:
            program.stdin.write(f"{order}\n".encode())
            program.stdin.flush()
            yield int(program.stdout.readline())
        program.stdin.close()
