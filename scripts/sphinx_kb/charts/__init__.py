"""Pictures of the ledger as shapes on a plane, each mark with the statement that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sphinx_kb.charts.answers import answers
from sphinx_kb.charts.areas import areas
from sphinx_kb.charts.events import events
from sphinx_kb.charts.numbers import numbers
from sphinx_kb.charts.parts import parts
from sphinx_kb.charts.sides import sides
from sphinx_kb.charts.spans import spans
from sphinx_kb.charts.timeline import timeline

if TYPE_CHECKING:
    from kb.core.model import Corpus
    from sphinx_kb.charts.scene import Scene, Sheet

KINDS: Mapping[str, Callable[[Corpus, Sequence[str], Sheet], Scene]] = {
    "answers": answers,
    "events": events,
    "map": areas,
    "numbers": numbers,
    "parts": parts,
    "sides": sides,
    "spans": spans,
    "timeline": timeline,
}
"""Every kind of picture."""
OF_A_DAY: Mapping[str, Callable[[Corpus, Sequence[str], Sheet, date], Scene]] = {"map": areas}
"""Those of which one may say the day that they show."""
