"""Names of states that stand in a row: ``Armenia, Belarus and Russia``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.annotate.spans import AnnotatedSentence, EntitySpan
from kb.core.model import Ledger

_BETWEEN = re.compile(r"(?:,? (?:and|or) |, )(?:(?:those|that|the \w+|\w+) of )?")


def runs(scope: AnnotatedSentence, ledger: Ledger) -> Iterator[tuple[EntitySpan, ...]]:
    """Every row of two or more states in a sentence."""
    return rows(scope.sentence.text, scope.names, ledger)


def rows(text: str, names: Iterable[EntitySpan], ledger: Ledger) -> Iterator[tuple[EntitySpan, ...]]:
    """Every row of two or more states in a text with these names."""
    run: list[EntitySpan] = []
    for name in (*names, None):
        is_state = name is not None and ledger.entities[name.entity_id].acts_as == "state"
        if name is not None and is_state and (not run or _BETWEEN.fullmatch(text[run[-1].end : name.start])):
            run.append(name)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = [name] if name is not None and is_state else []
