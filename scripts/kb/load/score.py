"""Reads ``docs/about/planted-errors.json``: how many planted errors the rules noticed when that was last counted."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import PlantedScore
from kb.load.decoding import decode

PATH = "docs/about/planted-errors.json"
COMMAND = "nox -s plant -- --record"
LONGEST = 600
"""So many characters tell one error."""


@lru_cache(maxsize=8)
def score(data: bytes) -> tuple[PlantedScore | None, tuple[Finding, ...]]:
    """The score as it was recorded, if it was; a damaged record is a finding."""
    if not data:
        return None, ()
    text, faults = decode(PATH, data)
    if text is None:
        return None, faults
    try:
        return _score(json.loads(text)), faults
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        what = f"the score cannot be read: {type(error).__name__}: {error}"
        help = f"do not edit it by hand; make it anew with `{COMMAND}`"
        return None, (*faults, impossible(Mark(PATH, line), what, help, rule="unreadable"))


def _score(root: object) -> PlantedScore:
    if not isinstance(root, dict) or not isinstance(root["kinds"], dict) or not isinstance(root["unnoticed"], list):
        raise TypeError("it is no record of kinds and of what went unnoticed")
    kinds = {kind: (_number(each["noticed"]), _number(each["planted"])) for kind, each in root["kinds"].items()}
    if any(not noticed <= planted > 0 for noticed, planted in kinds.values()):
        raise ValueError("of each kind at least one is planted, and no more noticed")
    unnoticed = tuple(str(each) for each in root["unnoticed"])
    if any(len(text) > LONGEST or not text.isprintable() for text in (*kinds, *unnoticed)):
        raise ValueError(f"kinds and errors are told in {LONGEST} characters at most, all of which can be seen")
    day = date.fromisoformat(str(root["day"]))
    return PlantedScore(kinds, day, _number(root["seed"]), unnoticed)


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise TypeError(f"{value!r} is no number of errors")
    return value
