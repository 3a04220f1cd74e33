"""The command: ``python -m kb_fuzz --number 1000000 --seed 1``."""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
import time
from pathlib import Path

from kb.report.neutral import neutral
from kb_fuzz.sown import ENTRY, FACT, PAGE, SUFFIX
from kb_fuzz.workers import Survivor, Work, batches, run

SHOWN = 600
"""Characters of a survivor that are printed."""


def main() -> int:
    """Run, print what was found, and tell by the exit code whether there was anything."""
    asked = parser().parse_args()
    began, done, found = time.monotonic(), 0, dict[str, Survivor]()
    told = began
    waiting = batches(asked.seed, asked.number, asked.batch, asked.only)
    for each in run(waiting, asked.processes, asked.seconds):
        if isinstance(each, Work):
            done += each.number
        elif each.fault.kind not in found:
            found[each.fault.kind] = each
            print(shown(each, asked.seed), flush=True)
            if asked.keep:
                kept(each, asked.keep)
        if time.monotonic() - told > asked.every:
            told = time.monotonic()
            print(f"{done:,} inputs in {told - began:.0f} s, {len(found)} kinds of fault", file=sys.stderr, flush=True)
    took = time.monotonic() - began
    print(f"seed {asked.seed}: {done:,} inputs in {took:.0f} s, {len(found)} kinds of fault")
    return bool(found)


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    made = argparse.ArgumentParser("kb_fuzz", description="Mutate pages, ledger files and entries, and run everything.")
    made.add_argument("--number", type=int, default=20_000, metavar="N", help="so many inputs")
    made.add_argument("--seconds", type=float, default=float("inf"), metavar="N", help="no batch begins after so long")
    made.add_argument("--seed", type=int, default=1, metavar="N", help="what the inputs are made from")
    made.add_argument("--batch", type=int, default=160, metavar="N", help="inputs that are laid side by side")
    made.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N")
    made.add_argument("--only", choices=(PAGE, FACT, ENTRY), default="", help="only inputs of one kind")
    made.add_argument("--every", type=float, default=60, metavar="N", help="seconds between two lines on the progress")
    made.add_argument("--keep", type=Path, metavar="DIR", help="write what is found there, such as tests/hostile/found")
    return made


def shown(each: Survivor, seed: int) -> str:
    """A survivor as lines that no terminal obeys."""
    text = each.data.decode("utf-8", "backslashreplace")
    lines = [neutral(line).replace("##[", r"#\x23[") for line in text[:SHOWN].split("\n")]
    cut = [f"… and {len(text) - SHOWN:,} more characters"] if len(text) > SHOWN else []
    head = f"--- {each.fault.kind}: {neutral(each.fault.what)} (seed {seed}, {each.kind} {each.number})"
    return "\n".join([head, *(f"  | {line}" for line in [*lines, *cut])])


def kept(each: Survivor, folder: Path) -> None:
    """Keep a survivor as a file named by its fault and its content."""
    folder.mkdir(parents=True, exist_ok=True)
    name = "-".join(re.findall(r"[a-z]+", each.fault.kind.lower()))[:60]
    mark = hashlib.sha256(each.data).hexdigest()[:8]
    (folder / f"{name}-{mark}.{SUFFIX.get(each.kind, 'txt')}").write_bytes(each.data)


if __name__ == "__main__":
    sys.exit(main())
