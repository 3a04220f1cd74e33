"""Runs tests against changed code, each time in a fork of one process that has read everything but our own code."""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import resource
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from kb_mutate.overlay import VARIABLE, install

HERE = Path(__file__).parent
OURS = ("scripts", "tests")
"""Folders whose modules may hold the change, or read what holds it: each fork reads them for itself."""
SECONDS, BYTES = 60, 4 << 30
"""What a trial may take; tests that take more have noticed the change: it made them run away."""
EXAMPLES = 25
"""How many examples of a property are tried, always the same ones."""
SITE = "from kb_mutate.overlay import install\n\ninstall()\n"
"""What every Python runs first that a trial starts."""


class Trials:
    """Tests run in forks, so many at once, in a folder that is thrown away."""

    def __init__(self, root: Path, room: Path, processes: int) -> None:
        self.root, self.room, self.processes = root, room, processes
        (room / "sitecustomize.py").write_text(SITE, encoding="utf-8")
        paths = [str(room), str(root / "scripts")]
        os.environ["PYTHONPATH"] = os.pathsep.join(paths)
        sys.path[:0] = paths
        os.chdir(root)

    def unchanged(self, tests: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Those tests that fail as the code stands, in forks like those in which it is changed."""
        every = sorted(set(tests))
        self._each([partial(self._learn, n, those) for n, those in enumerate(every)])
        learned = [name for file in sorted(self.room.glob("*.json")) for name in json.loads(file.read_text("utf-8"))]
        _read_ahead(dict.fromkeys(learned))
        early = sorted(filter(self._is_ours, sys.modules))
        if early:
            raise RuntimeError(f"read before they can be changed: {early}")
        gc.freeze()
        failed = self._each([partial(self._run, f"unchanged-{n}", those) for n, those in enumerate(every)])
        return [those for those, fails in zip(every, failed, strict=True) if fails]

    def changed(self, trials: Sequence[tuple[str, Path, str, tuple[str, ...]]]) -> list[bool]:
        """For each module, its file, its text as changed, and tests: do they object?"""
        return self._each([partial(self._try, n, *trial) for n, trial in enumerate(trials)])

    def _learn(self, number: int, tests: tuple[str, ...]) -> bool:
        before = set(sys.modules)
        failed = self._run(f"learned-{number}", ("--collect-only", *tests))
        learned = [name for name in sys.modules if name not in before and not self._is_ours(name)]
        (self.room / f"{number}.json").write_text(json.dumps(learned), encoding="utf-8")
        return failed

    def _is_ours(self, name: str) -> bool:
        """May it hold the change, or read what holds it?"""
        file = Path(getattr(sys.modules[name], "__file__", None) or "/")
        return file.parent != HERE and any(file.is_relative_to(self.root / folder) for folder in OURS)

    def _try(self, number: int, name: str, path: Path, text: str, tests: tuple[str, ...]) -> bool:
        file = self.room / f"{number}.py"
        file.write_text(text, encoding="utf-8")
        os.environ[VARIABLE] = f"{name}\n{path}\n{file}"
        install()
        return self._run(f"tried-{number}", tests)

    def _run(self, name: str, tests: tuple[str, ...]) -> bool:
        import hypothesis
        import pytest

        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile(
            "changed", max_examples=EXAMPLES, deadline=None, database=None, phases=phases
        )
        options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-profile=changed"]
        options += ["--hypothesis-seed=0", f"--basetemp={self.room / name}"]
        return bool(pytest.main([*options, *tests]) != pytest.ExitCode.OK)

    def _each(self, trials: Sequence[Callable[[], bool]]) -> list[bool]:
        """The answer of each, from a fork; one that falls or runs away has objected."""
        answers, running = [True] * len(trials), dict[int, int]()
        for number, trial in enumerate(trials):
            if len(running) == self.processes:
                _wait(running, answers)
            child = os.fork()
            if child == 0:
                self._alone(trial)
            running[child] = number
        while running:
            _wait(running, answers)
        return answers

    def _alone(self, trial: Callable[[], bool]) -> None:
        """Run in this fork, whose output nobody reads, and leave."""
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
            out = os.open(os.devnull, os.O_WRONLY)
            os.dup2(out, 1)
            os.dup2(out, 2)
            code = int(trial())
        finally:
            os._exit(code)


def _wait(running: dict[int, int], answers: list[bool]) -> None:
    child, status = os.wait()
    answers[running.pop(child)] = status != 0


def _read_ahead(names: Iterable[str]) -> None:
    """What cannot be read here is read where it is needed: it may ask for surroundings that only tests give it."""
    with warnings.catch_warnings(action="ignore"):
        for name in names:
            with contextlib.suppress(Exception):
                importlib.import_module(name)
