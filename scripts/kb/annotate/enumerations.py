"""Names of states that stand in a row: ``Armenia, Belarus and Russia``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.annotate.spans import AnnotatedSentence, EntitySpan
from kb.core.model import Ledger

_BETWEEN = re.compile(r"(?:,? (?:and|or) |, )(?:(?:those|that|the \w+|\w+) of )?")


def runs(scope: AnnotatedSentence, ledger: Ledger) -> Iterator[tuple[EntitySpan, ...]]:
    """Every row of two or more states in a sentence."""
    run: list[EntitySpan] = []
    for name in (*scope.names, None):
        is_state = name is not None and ledger.entities[name.entity_id].acts_as == "state"
        if name is not None and is_state and (not run or _follows(scope, run[-1], name)):
            run.append(name)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = [name] if name is not None and is_state else []


def _follows(scope: AnnotatedSentence, one: EntitySpan, other: EntitySpan) -> bool:
    return bool(_BETWEEN.fullmatch(scope.sentence.text[one.end : other.start]))
