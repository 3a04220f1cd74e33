"""What has changed of the files that decide how the rest is judged, and of the code: read that first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kb.compare.change import FactChange
from kb.load.revision import Tree

_NAMED = 5
"""So many files of code are named."""


def power(old: Tree, new: Tree) -> Iterator[FactChange]:
    """A change for each file that decides on findings, and one for all code."""
    for path in sorted({*old.power, *new.power}):
        before, after = (Counter(each.power.get(path, b"").splitlines()) for each in (old, new))
        lines = (before - after).total() + (after - before).total()
        if old.power.get(path) != new.power.get(path) and lines:
            text = f"{lines} line{'' if lines == 1 else 's'}"
            yield FactChange("rules of judgement changed", (path, text), (path,))
    paths = sorted(path for path in {*old.code, *new.code} if old.code.get(path) != new.code.get(path))
    if paths:
        more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        text = f"{len(paths)} file{'' if len(paths) == 1 else 's'}"
        yield FactChange("code changed", (text, ", ".join(paths[:_NAMED]) + more), ("",))
