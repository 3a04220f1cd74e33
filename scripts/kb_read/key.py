"""What is remembered of a batch apart from its sheet: each sentence by its fingerprints, and which are planted."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kb_read.deal import Deal, Dealt
from kb_read.given import readable

VERSION = 1


class BadKey(Exception):
    """What was remembered of the batch cannot be read."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One sentence of a batch: where it stood and what it was; ``false`` is what the reader was given instead."""

    path: str
    words: str
    rests: tuple[str, ...]
    text: str
    false: str = ""
    kind: str = ""

    @property
    def is_planted(self) -> bool:
        """Was it made false?"""
        return bool(self.false)


def remembered(dealt: Dealt) -> Remembered:
    """What is to be remembered of a sentence."""
    given, false = dealt.given, dealt.false
    resting = given.standing.resting
    told = (readable(false.text), false.kind) if false else ("", "")
    return Remembered(given.path, resting.words, tuple(sorted(resting.rests)), readable(given.text), *told)


def place(batch: str, environment: Mapping[str, str]) -> Path:
    """Where the key of a batch is kept, unless a file is named: in the cache of whoever made the sheet."""
    cache = environment.get("XDG_CACHE_HOME") or os.path.join(Path.home(), ".cache")  # noqa: PTH118
    return Path(cache) / "kb" / "readings" / f"{batch}.json"


def document(deal: Deal) -> bytes:
    """The key of a batch as it is written."""
    those = [asdict(remembered(dealt)) for dealt in deal.those]
    whole = {"version": VERSION, "batch": deal.batch, "those": those}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes, batch: str) -> tuple[Remembered, ...]:
    """What was remembered of a batch."""
    try:
        root = json.loads(data)
        if (root["version"], root["batch"]) != (VERSION, batch):
            raise BadKey(f"it is of the batch {root['batch']!r}, against {batch!r} of the sheet")
        return tuple(_one(each) for each in root["those"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadKey(f"it cannot be read: {type(error).__name__}: {error}") from None


def _one(each: Mapping[str, object]) -> Remembered:
    rests = each["rests"]
    if not isinstance(rests, list):
        raise TypeError("what a sentence rests on is no list")
    words = {name: str(each[name]) for name in ("path", "words", "text", "false", "kind")}
    return Remembered(rests=tuple(map(str, rests)), **words)
