"""Finds out which input of a batch is to blame, and makes it as small as it can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kb_fuzz.bounds import Clock
from kb_fuzz.sown import Fault, Sown

Run = Callable[[Sequence[Sown]], list[Fault]]
TRIES = 400
SECONDS = 60.0
"""How much may be spent on making one input small."""


def blamed(inputs: Sequence[Sown], run: Run, known: set[str]) -> Iterator[tuple[Sown, Fault]]:
    """Each fault with the input that has it by itself; of a kind that is known already only the first."""
    faults = run(inputs)
    if len(inputs) == 1:
        yield from ((inputs[0], fault) for fault in faults)
        return
    named = {fault.name for fault in faults}
    if not faults or named <= {each.name for each in inputs}:
        for fault in _each_kind_once(faults, known):
            each = next(one for one in inputs if one.name == fault.name)
            yield from ((each, found) for found in run([each]))
        return
    middle = len(inputs) // 2
    halves = [*blamed(inputs[:middle], run, known), *blamed(inputs[middle:], run, known)]
    yield from halves
    if not halves:
        yield from ((_together(inputs), fault) for fault in faults if not fault.name and not fault.alone)


def _each_kind_once(faults: Sequence[Fault], known: set[str]) -> list[Fault]:
    kinds: dict[str, Fault] = {}
    for fault in faults:
        if fault.kind not in known:
            kinds.setdefault(fault.kind, fault)
    return list(kinds.values())


def _together(inputs: Sequence[Sown]) -> Sown:
    """A fault that needs several of them is told with all of them, one below the other."""
    return Sown("batch", inputs[0].name, b"\n".join(each.data for each in inputs))


def smallest(each: Sown, kind: str, run: Run) -> Sown:
    """Take away lines, then words, then characters, as long as the same kind of fault stays."""
    clock, left = Clock(), [TRIES]

    def holds(data: bytes) -> bool:
        left[0] -= 1
        return any(fault.kind == kind for fault in run([each.saying(data)]))

    data = each.data
    for apart in (b"\n", b" ", b""):
        data = _without(data, apart, holds, lambda: left[0] > 0 and clock.seconds < SECONDS)
    return each.saying(data)


def _without(data: bytes, apart: bytes, holds: Callable[[bytes], bool], may: Callable[[], bool]) -> bytes:
    """Leave out ever smaller runs of pieces."""
    pieces = data.split(apart) if apart else [bytes([byte]) for byte in data]
    size = len(pieces) // 2
    while size and may():
        at = 0
        while at < len(pieces) and may():
            fewer = pieces[:at] + pieces[at + size :]
            if fewer and holds(apart.join(fewer)):
                pieces = fewer
            else:
                at += size
        size //= 2
    return apart.join(pieces)
