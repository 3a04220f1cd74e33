"""Reads the words of the subject from ``docs/facts/schema/words.yaml``."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.core.finding import Finding
from kb.core.model import SubjectWords
from kb.load.fields import Fields, declares_nothing
from kb.load.yaml_marks import read

WORDS = "docs/facts/schema/words.yaml"
_WORD = re.compile(r"[^\W\d_]{2,40}")
_NOUN = re.compile(r"[^\W\d_]{2,40}(?:[ -][^\W\d_]{2,40}){0,3}")


@lru_cache(maxsize=64)
def words(data: bytes | None) -> tuple[SubjectWords, tuple[Finding, ...]]:
    """The words of the subject; without the file, those that fit any subject."""
    if data is None:
        return SubjectWords(), ()
    root, found = read(WORDS, data)
    faults = [*found, *declares_nothing(WORDS, root, found)]
    if root is None:
        return SubjectWords(), tuple(faults)
    fields = Fields(root, faults, "the file")
    common, plain = (frozenset(_those(fields, name, _WORD)) for name in ("common", "plain"))
    made = SubjectWords(common, plain, _those(fields, "sets", _NOUN))
    fields.close()
    return made, tuple(faults)


def _those(fields: Fields, name: str, form: re.Pattern[str]) -> tuple[str, ...]:
    """The words under a name; what is written in capitals or with signs would never be met in a text."""
    those = fields.texts(name)
    for word in those:
        if not form.fullmatch(word) or word != word.lower():
            text = f"{word!r} is among the {name} words, against one in lower-case letters"
            fields.fault(fields.marks[name], text, "write it as it stands within a sentence")
    return tuple(word for word in those if form.fullmatch(word) and word == word.lower())
