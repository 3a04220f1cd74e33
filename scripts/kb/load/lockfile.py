"""Reads ``docs/facts/sources.lock``: what was in the sources whose whole text was at hand, without their words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from kb.finding import Finding, impossible
from kb.mark import Mark
from kb.model import LockedSentence, LockedSource

PATH = "docs/facts/sources.lock"
VERSION = 1


@lru_cache(maxsize=64)
def lock(data: bytes) -> tuple[Mapping[str, LockedSource], tuple[Finding, ...]]:
    """The locked sources by key; a damaged lock is a finding."""
    if not data.strip():
        return {}, ()
    try:
        root = json.loads(data)
        if root["version"] != VERSION:
            raise ValueError(f"its version is {root['version']}, against {VERSION}")
        return {key: _source(key, body) for key, body in root["sources"].items()}, ()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        text = f"the lock cannot be read: {error}"
        help = "do not edit it by hand; make it anew with `kb lock --texts DIR`"
        return {}, (impossible(Mark(PATH, line), text, help, rule="unreadable"),)


def _source(key: str, body: Mapping[str, object]) -> LockedSource:
    listed = body["sentences"]
    if not isinstance(listed, list):
        raise TypeError(f"the sentences of {key} are no list")
    sentences = tuple(
        LockedSentence(
            fingerprint=str(item["fingerprint"]),
            locator=str(item["locator"]),
            figures=tuple(item["figures"]),
            names=tuple(item["names"]),
            quotes=tuple(item["quotes"]),
        )
        for item in listed
    )
    return LockedSource(key, str(body["fingerprint"]), sentences, Mark(PATH))
