"""Pictures of the ledger as shapes on a plane, each mark with the statement that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sphinx_kb.charts.areas import areas
from sphinx_kb.charts.events import events
from sphinx_kb.charts.numbers import numbers
from sphinx_kb.charts.spans import spans

if TYPE_CHECKING:
    from kb.core.model import Corpus
    from sphinx_kb.charts.scene import Scene

KINDS: Mapping[str, Callable[[Corpus, Sequence[str]], Scene]] = {
    "events": events,
    "map": areas,
    "numbers": numbers,
    "spans": spans,
}
"""Every kind of picture."""
OF_A_DAY: Mapping[str, Callable[[Corpus, Sequence[str], date], Scene]] = {"map": areas}
"""Those of which one may say the day that they show."""
