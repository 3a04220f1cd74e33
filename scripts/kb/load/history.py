"""Asks git for the changes of facts: each commit whose subject is a sentence on a subject, with the files it changed.

``[subject] verb what (source)`` is such a sentence; other commits change code or form. What a commit says is a
stranger's text: here it is cut to one line of letters that can be seen, and whoever shows it escapes it.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kb.load.commit import environment

LONGEST = 200
"""Characters of a sentence: more than nineteen in twenty have, and no more than a line or two on a page."""
_HEAD = re.compile(
    r"(?P<name>[0-9a-f]{40,64}) (?P<day>\d{4}-\d\d-\d\d) \[(?P<subject>[^]]+(?:\] \[[^]]+)*)\] (?P<sentence>.+)", re.S
)
_FIXED = ("log.showRoot=false", "core.quotePath=true", "protocol.allow=never", "core.fsmonitor=false")
"""What the configuration of the clone may not say otherwise; the first commit, and the last that a shallow clone has,
are told without their files, for nobody knows what they changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One commit: its day in UTC and its name, what it is about, the sentence, and the files that it changed."""

    day: date
    name: str
    subject: str
    sentence: str
    paths: tuple[str, ...]


def changes(root: Path) -> tuple[Change, ...]:
    """The changes of facts of the repository whose top this folder is, newest first; none where git tells none."""
    if not os.path.lexists(root / ".git"):
        return ()
    outside = environment() | {"GIT_NO_LAZY_FETCH": "1", "TZ": "UTC"}
    try:
        answer = subprocess.run(_question(root), capture_output=True, env=outside, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(read(answer.stdout.decode(errors="replace")))


def _question(root: Path) -> list[str]:
    """One call that runs no program the clone names, be it pager, signature check or diff, and reaches no host."""
    told = ["git", "--no-replace-objects", "--no-pager", f"--git-dir={root / '.git'}"]
    told += [part for setting in _FIXED for part in ("-c", setting)]
    told += ["log", "HEAD", "--no-merges", "--basic-regexp", r"--grep=^\[", "--name-only", "--no-renames"]
    told += ["--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes", "--no-mailmap", "--no-color"]
    told += ["--no-decorate", "--no-relative", "--ignore-submodules=all", f"-O{os.devnull}", "--encoding=UTF-8"]
    return [*told, "--date=format-local:%Y-%m-%d", "--format=%x00%H %cd %s"]


def read(answer: str) -> Iterator[Change]:
    """The changes in what git said: no message and no path that it prints holds the sign that parts them."""
    for record in answer.split("\0")[1:]:
        head, *paths = record.split("\n")
        found = _HEAD.fullmatch(head)
        if found:
            day, subject, sentence = (
                date.fromisoformat(found["day"]),
                found["subject"].replace("] [", ", "),
                found["sentence"],
            )
            yield Change(day, found["name"], seen(subject), seen(sentence), tuple(filter(None, paths)))


def seen(words: str) -> str:
    """What a reader sees of words: no signs that turn, hide or break a line, and no more than fit on one."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 2]} …"
