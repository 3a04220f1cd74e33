"""`kb bench`: what it costs to check made-up content of growing size."""

from __future__ import annotations

import argparse

from kb.cli.place import root
from kb.load.corpus import read
from kb_bench.measure import Cost, cost, exponents, slowest

STEPS = ("floor: YAML events", "floor: Markdown tokens", "reading", "prose", "rules")


def bench(arguments: argparse.Namespace) -> bool:
    """Measure every size, print seconds of CPU and how they grow, and of the first size the slowest rules."""
    if arguments.what == "editor":
        from kb.cli.bench_editor import editor

        return editor(arguments)
    if arguments.what == "print":
        from kb.cli.bench_print import printing

        return printing(arguments)
    if arguments.what == "site":
        from kb.cli.bench_site import site  # which needs Sphinx

        return site(arguments)
    real = read(root())
    measured: list[Cost] = []
    print(f"{'statements':>10} {'pages':>7} {'sources':>8}  " + "  ".join(f"{step:>22}" for step in (*STEPS, "all")))
    for size in arguments.size or (1_000, 10_000, 100_000):
        now = cost(size, real)
        told = [f"{now.seconds[step]:20.2f} s" for step in STEPS] + [f"{now.total:20.2f} s"]
        print(f"{now.statements:>10,} {now.pages:>7,} {now.sources:>8,}  " + "  ".join(told), flush=True)
        if now.errors:
            print(f"    the made-up content has {now.errors} errors")
        if measured:
            _grow("exponent", measured[-1], now)
        measured.append(now)
    if len(measured) > 2:
        _grow("exponent, first to last", measured[0], measured[-1])
    for rule, seconds in slowest((arguments.size or [1_000])[0], real, arguments.rules):
        print(f"{seconds:8.2f} s  {rule}")
    return True


def _grow(what: str, one: Cost, other: Cost) -> None:
    growth = "  ".join(f"{exponent:22.2f}" for _, exponent in exponents(one, other))
    print(f"{what:>27}  {growth}", flush=True)
