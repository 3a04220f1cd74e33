"""Runs batches in several processes, and survives one that dies or no longer answers."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import shutil
import tempfile
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from pathlib import Path

from kb_fuzz import ground, narrow
from kb_fuzz.bounds import fence
from kb_fuzz.mutate import made
from kb_fuzz.seeds import seeds
from kb_fuzz.sown import Fault, Sown
from kb_fuzz.trial import Trial

PATIENCE = 300.0
"""Seconds after which a process that says nothing is ended."""
PRESSED = 20
"""One batch of so many is printed as well."""
SELDOM = (100_000, 50, 100)
PARTING = 5.0
"""Seconds that a process has to clear up."""
LIFE = 40
"""So many batches a process does: what it keeps from one to the next is not for the input to pay."""


@dataclass(frozen=True)
class Work:
    """One batch: its inputs are those of these numbers."""

    seed: int | str
    first: int
    number: int
    only: str = ""
    one_by_one: bool = False

    @property
    def numbers(self) -> range:
        """The numbers of its inputs."""
        return range(self.first, self.first + self.number)

    def input(self, number: int) -> Sown:
        """The input of that number."""
        return made(self.seed, number, seeds(), self.only)


@dataclass(frozen=True)
class Survivor:
    """An input that did harm, as small as it could be made, with what it did."""

    fault: Fault
    number: int
    kind: str
    data: bytes


def batches(seed: int | str, count: int, size: int, only: str) -> Iterator[Work]:
    """So many inputs, in batches of one size."""
    return (Work(seed, first, min(size, count - first), only) for first in range(0, count, size))


def run(waiting: Iterator[Work], processes: int, seconds: float) -> Iterator[Work | Survivor]:
    """Run batches until there are none or so long; each that is done, and each survivor, as they come."""
    until = time.monotonic() + seconds
    crew = [_Hand() for _ in range(processes)]
    again: list[Work] = []
    while True:
        for hand in (hand for hand in crew if not hand.work):
            work = again.pop() if again else next(waiting, None) if time.monotonic() < until else None
            if work:
                hand.give(work)
        busy = [hand for hand in crew if hand.work]
        if not busy:
            break
        wait([hand.pipe for hand in busy], timeout=5)
        for hand in busy:
            yield from _heard(hand, again)
    for hand in crew:
        hand.end()


class _Hand:
    """A process, and the batch that it has."""

    def __init__(self) -> None:
        self.work: Work | None = None
        self.start()

    def start(self) -> None:
        """Begin, or begin anew."""
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_labour, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.heard = time.monotonic()
        self.done = 0

    def give(self, work: Work) -> None:
        """Hand it a batch; to a new process, if this one has done its share."""
        if self.done == LIFE:
            self.end()
            self.start()
        self.done += 1
        self.work, self.heard, self.trying = work, time.monotonic(), work.first
        self.pipe.send(work)

    def end(self) -> None:
        """Let it go, and clear up behind itself if it still can."""
        self.pipe.close()
        self.process.join(PARTING)
        self.process.kill()
        self.process.join()


def _heard(hand: _Hand, again: list[Work]) -> Iterator[Work | Survivor]:
    """What a process has said; one that has died, or says nothing, is replaced."""
    try:
        while hand.work and hand.pipe.poll():
            told = hand.pipe.recv()
            hand.heard = time.monotonic()
            if isinstance(told, Survivor):
                yield told
            elif isinstance(told, int):
                hand.trying = told
            else:
                yield hand.work
                hand.work = None
    except (EOFError, ConnectionError):
        yield from _lost(hand, again, "takes the process down")
        return
    if hand.work and time.monotonic() - hand.heard > PATIENCE:
        yield from _lost(hand, again, "never answers")


def _lost(hand: _Hand, again: list[Work], what: str) -> Iterator[Work | Survivor]:
    """Try a lost batch once more, one by one; the input at which it is lost again is to blame."""
    work, hand.work = hand.work, None
    hand.end()
    hand.start()
    if work is None:
        return
    if not work.one_by_one:
        again.append(replace(work, one_by_one=True))
        return
    each = work.input(hand.trying)
    yield Survivor(Fault(what, f"input {hand.trying}"), hand.trying, each.kind, each.data)
    rest = work.numbers.stop - hand.trying - 1
    if rest:
        again.append(replace(work, first=hand.trying + 1, number=rest))
    yield replace(work, number=work.number - rest)


def _labour(pipe: Connection) -> None:
    """Do batches until there are no more."""
    os.environ["SOURCE_DATE_EPOCH"] = ground.EPOCH
    warnings.simplefilter("ignore")
    logging.disable(logging.NOTSET)
    gc.set_threshold(*SELDOM)
    memory = Path("/dev/shm")  # noqa: S108  # only a faster place for what is thrown away
    folder = Path(tempfile.mkdtemp(prefix="kb-fuzz-", dir=memory if memory.is_dir() else None))
    trials, known = [Trial(folder / "root", pressed) for pressed in (False, True)], set[str]()
    for trial in trials:
        trial.run([made("warm", number, seeds()) for number in range(20)])
    fence()
    try:
        while True:
            work = pipe.recv()
            _batch(pipe, work, trials[work.first % (PRESSED * work.number) == 0], known)
            gc.collect()  # trees of nodes hold themselves, and would fill what the process may have
            pipe.send(None)
    except EOFError:
        pass
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _batch(pipe: Connection, work: Work, trial: Trial, known: set[str]) -> None:
    inputs = [work.input(number) for number in work.numbers]
    for some in ([each] for each in inputs) if work.one_by_one else (inputs,):
        pipe.send(int(some[0].name[1:]))
        for each, fault in narrow.blamed(some, trial.run, known):
            if fault.kind not in known:
                known.add(fault.kind)
                pipe.send(_survivor(each, fault, trial))


def _survivor(each: Sown, fault: Fault, trial: Trial) -> Survivor:
    small = narrow.smallest(each, fault.kind, trial.run) if each.kind != "batch" else each
    return Survivor(fault, int(each.name[1:]), each.kind, small.data)
