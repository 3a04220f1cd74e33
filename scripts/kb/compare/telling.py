"""Tells a comparison on a terminal, as Markdown for a comment, and as JSON for programs."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kb.compare.change import RANK, FactChange
from kb.compare.compared import Compared
from kb.report.json import harmless
from kb.report.neutral import neutral, visible

MOST = 60
"""So many changes are told in full."""
BYTES = 20_000
"""So long is a comment."""
STEP = 4
"""By so many fewer it is tried again where they are too long."""
SAME = "no fact has changed"


def lines(compared: Compared, again: str) -> Iterator[str]:
    """The changes for people, as lines of a terminal; ``again`` is the command that tells them at home."""
    shown, rest = _shown(compared.changes, MOST)
    if not compared.changes:
        yield SAME
    for change in shown:
        yield from _of(change)
    yield from _counted(change for change in rest if not change.fails)
    yield from (line for change in rest if change.fails for line in _of(change))
    yield f"the same at home: {again}"


def _of(change: FactChange) -> Iterator[str]:
    yield change.headline
    yield from (f"  {' '.join(line.split())}" for line in (*change.told, *change.details))


def _shown(changes: Sequence[FactChange], most: int) -> tuple[Sequence[FactChange], Sequence[FactChange]]:
    return changes[:most], changes[most:]


def _counted(rest: Iterable[FactChange]) -> Iterator[str]:
    """How many of each kind are not told."""
    kinds = Counter(change.kind for change in rest)
    yield from (f"and {kinds[kind]} more of kind {kind}" for kind in sorted(kinds, key=lambda kind: RANK[kind]))


def markdown(compared: Compared, again: str) -> str:
    """The changes for a comment, folded by kind; text of strangers is text and nothing else.

    All of it stands escaped within ``code`` of one HTML block without an empty line: there Markdown means nothing, and
    GitHub makes neither links nor mentions nor references.
    """
    failing = sum(change.fails for change in compared.changes)
    fewer = [*range(MOST, -1, -STEP)]
    sizes = [*((most, failing) for most in fewer), *((0, most) for most in fewer if most < failing)]
    made = (_markdown(compared, again, *size) for size in sizes)
    return next((text for text in made if len(text.encode()) <= BYTES), "")


def _markdown(compared: Compared, again: str, most: int, failing: int) -> str:
    changes = compared.changes
    fails = [n for n, change in enumerate(changes) if change.fails][:failing]
    shown = {*range(min(most, len(changes))), *fails}
    kept = [change for n, change in enumerate(changes) if n in shown]
    rest = [change for n, change in enumerate(changes) if n not in shown]
    parts = [f"<p>{SAME}</p>"] if not changes else []
    for kind in dict.fromkeys(change.kind for change in kept):
        those = [change for change in kept if change.kind == kind]
        opened = " open" if RANK[kind] < RANK["statement added"] or any(each.fails for each in those) else ""
        parts += [f"<details{opened}><summary>{kind} ({len(those)})</summary>", "<ul>"]
        parts += [_item(change) for change in those]
        parts += ["</ul>", "</details>"]
    parts += [f"<p>{_code(line)}</p>" for line in _counted(rest)]
    parts.append(f"<p>the same at home: {_code(again)}</p>")
    return "\n".join(parts) + "\n"


def _item(change: FactChange) -> str:
    more = "".join(f"<li>{_code(line)}</li>" for line in (*change.told, *change.details))
    return f"<li>{_code(change.headline)}{f'<ul>{more}</ul>' if more else ''}</li>"


def _code(text: str) -> str:
    return f"<code>{html.escape(visible(' '.join(text.split())))}</code>"


def document(compared: Compared) -> str:
    """The changes for programs; a shape that only grows."""
    return harmless({"version": 1, "fails": compared.fails, "changes": [*map(_record, compared.changes)]})


def _record(change: FactChange) -> dict[str, object]:
    where, *what = change.what
    return {
        "kind": change.kind,
        "headline": change.headline,
        "where": where,
        "what": " · ".join(what),
        "old": change.old,
        "new": change.new,
        "about": [*change.about],
        "told": [*change.told],
        "details": [*change.details],
        "fails": change.fails,
    }


def plain(line: str) -> str:
    """A line that cannot act on a terminal."""
    return neutral(line)
