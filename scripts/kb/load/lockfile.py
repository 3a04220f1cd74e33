"""Reads ``docs/facts/sources.lock``: what was in the sources whose whole text was at hand, without their words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import LockedSentence, LockedSource
from kb.load.decoding import decode

PATH = "docs/facts/sources.lock"
VERSION = 1


@lru_cache(maxsize=64)
def lock(data: bytes) -> tuple[Mapping[str, LockedSource], tuple[Finding, ...]]:
    """The locked sources by key; a damaged lock is a finding."""
    if not data:
        return {}, ()
    text, faults = decode(PATH, data)
    if text is None:
        return {}, faults
    try:
        root = json.loads(text)
        if root["version"] != VERSION:
            raise ValueError(f"its version is {root['version']}, against {VERSION}")
        return {key: _source(key, body) for key, body in root["sources"].items()}, faults
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        what = f"the lock cannot be read: {error}"
        help = "do not edit it by hand; make it anew with `kb lock --texts DIR`"
        return {}, (*faults, impossible(Mark(PATH, line), what, help, rule="unreadable"))


def _source(key: str, body: Mapping[str, object]) -> LockedSource:
    listed = body["sentences"]
    if not isinstance(listed, list):
        raise TypeError(f"the sentences of {key} are no list")
    sentences = tuple(
        LockedSentence(
            fingerprint=str(item["fingerprint"]),
            locator=str(item["locator"]),
            figures=_words(item["figures"]),
            names=_words(item["names"]),
            quotes=_words(item["quotes"]),
        )
        for item in listed
    )
    return LockedSource(key, str(body["fingerprint"]), sentences, Mark(PATH))


def _words(listed: object) -> tuple[str, ...]:
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise TypeError("figures, names and quotes are lists of texts")
    return tuple(listed)
