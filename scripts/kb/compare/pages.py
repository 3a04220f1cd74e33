"""What has become of the pages: added, gone, moved, or said to be about or up to something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kb.compare.change import NOTHING, FactChange
from kb.compare.sides import Sides
from kb.compare.units import Unit
from kb.compare.wording import day_of, worded
from kb.core.model import Page
from kb.load.front import OURS

_SAME = 0.5
"""A page that has gone and one that has come are one if they share so much of their sentences."""


def moved(old: Mapping[str, Sequence[Unit]], new: Mapping[str, Sequence[Unit]]) -> dict[str, str]:
    """The paths of today of pages that lie elsewhere by now; given are the sentences of each page."""
    gone = {path: {unit.text for unit in those} for path, those in old.items() if path not in new}
    come = {path: {unit.text for unit in those} for path, those in new.items() if path not in old}
    shares = sorted(
        (-len(one & other) / max(len(one | other), 1), path, now)
        for path, one in gone.items()
        for now, other in come.items()
        if one & other
    )
    found: dict[str, str] = {}
    for share, path, now in shares:
        if -share >= _SAME and path not in found and now not in found.values():
            found[path] = now
    return found


def pages(sides: Sides, moved: Mapping[str, str]) -> Iterator[FactChange]:
    """Every change of a page but for its sentences."""
    old = {page.path: page for page in sides.old.pages}
    new = {page.path: page for page in sides.new.pages}
    for path in sorted(old.keys() - new.keys()):
        if path in moved:
            yield FactChange("page moved", (f"{path} → {moved[path]}",), (path,), (), path, moved[path])
        else:
            yield FactChange("page gone", (path,), (path,), (), old[path].title, NOTHING)
    come = new.keys() - old.keys() - {*moved.values()}
    yield from (FactChange("page added", (path,), (path,), (), NOTHING, new[path].title) for path in sorted(come))
    for path, page in sorted(old.items()):
        now = new.get(moved.get(path, path))
        if now and now.path not in sides.unread:
            yield from _changed(page, now)


def _changed(old: Page, new: Page) -> Iterator[FactChange]:
    before, after = _front(old), _front(new)
    for name in sorted({*before, *after}):
        one, other = (each.get(name, NOTHING) for each in (before, after))
        if one != other:
            text = f"{name}: {one} → {other}"
            yield FactChange("page changed", (new.path, text), (new.path, name), (), one, other)


def _front(page: Page) -> dict[str, str]:
    """What its front matter says that is no sentence, and what it asks the ledger to show."""
    words: dict[str, Callable[[str], str]] = {"asof": day_of}
    said = {name: words.get(name, worded)(text) for name, text in page.front.items() if name not in (*OURS, "about")}
    shown: dict[str, list[str]] = {}
    for asked in page.asked:
        shown.setdefault(asked.by, []).append(worded(asked.of))
    asked_for = {name: "; ".join(sorted(those)) or "all" for name, those in shown.items()}
    return {"about": ", ".join(sorted(page.about)) or NOTHING, **said, **asked_for}
