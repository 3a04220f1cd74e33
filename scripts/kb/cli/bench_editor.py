"""`kb bench editor`: how long somebody waits for findings, in an editor, on the content as it is."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kb.cli.place import CannotRun, root
from kb.load.corpus import is_entity, is_page, read
from kb.load.paths import BIBLIOGRAPHY

WHOLE = 600.0
"""Seconds that the first look at everything may take."""


def editor(arguments: argparse.Namespace) -> bool:
    """Open the longest page, the longest entity and the bibliography, type in each, and print what passed till then."""
    from kb_bench.editor import Editor

    base = root()
    files = read(base)
    chosen = (_longest(files, is_page), _longest(files, is_entity), BIBLIOGRAPHY)
    for path in chosen:
        with Editor(base) as opened:
            start = time.perf_counter()
            text = opened.open(path)
            for stage in ("the file alone", "what its own rules find", "everything"):
                opened.findings(path, WHOLE)
                _tell(path, stage, start, opened.seconds)
            for n in range(1, arguments.rounds + 1):
                start, spent = time.perf_counter(), opened.seconds
                opened.change(path, text + " " * (n % 2) + "\n")
                for stage in ("after a keystroke", "and everything"):
                    opened.findings(path, WHOLE)
                    _tell(path, stage, start, opened.seconds - spent)
    return True


def _longest(files: Mapping[str, bytes], is_one: Callable[[str], bool]) -> str:
    if not any(map(is_one, files)):
        raise CannotRun("there is no page or no entity")
    return max(filter(is_one, files), key=lambda path: len(files[path]))


def _tell(path: str, stage: str, start: float, spent: float) -> None:
    print(f"{Path(path).name:>32} {stage:<24} {time.perf_counter() - start:6.2f} s, {spent:6.2f} s of CPU", flush=True)
