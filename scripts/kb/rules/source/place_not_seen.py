"""Evidence stands in a part of its source that was seen."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kb.core.finding import Finding, impossible
from kb.core.model import Source, Statement
from kb.core.places import Step, listed, parse

_SEEN = re.compile(r"\bseen(?:, [^:;]{1,80})?: ([^;]{1,400})", re.IGNORECASE)
_BETWEEN = re.compile(r",? and,? (?:the )?|, (?:the )?| of (?:the )?")
COUNTED_BY_THE_READER = frozenset({"¶", "s", "line"})
"""Parts that bear no number in the source: a note may speak of its own paragraph 3 and not of the third in the text."""


def check(statement: Statement, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Evidence stands in a part of its source that was seen."""
    for evidence in statement.evidence:
        source = sources.get(evidence.by)
        note = source.fields.get("note", "") if source else ""
        for place in parse(evidence.at) if source else ():
            seen = [step for step in _seen(note) if place[0].numbers and step.kind == place[0].kind]
            if source and seen and not any(step.meets(place[0]) for step in seen):
                yield impossible(
                    evidence.marks.get("at", evidence.mark),
                    f"{evidence.at} of {evidence.by} was not seen, against its entry: {note!r}",
                    "correct the place; if more has been read since, say so in `note` of the entry",
                    compare=(source.marks.get("note", source.mark),),
                    statement=statement.id,
                    seen=(evidence.by, evidence.at, note),
                )


@lru_cache(maxsize=4096)
def _seen(note: str) -> tuple[Step, ...]:
    """The numbered parts that a note lists as seen: ``clauses 1(a), 1(b) and the opening of 1(c)``."""
    found = _SEEN.search(note)
    parts = listed(_BETWEEN.split(found[1]) if found else ())
    return tuple(step for step in parts if not step.named and step.kind not in COUNTED_BY_THE_READER)
