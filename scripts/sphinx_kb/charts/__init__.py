"""Pictures of the ledger as shapes on a plane, each mark with the statement that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from sphinx_kb.charts.events import events
from sphinx_kb.charts.numbers import numbers
from sphinx_kb.charts.spans import spans

if TYPE_CHECKING:
    from kb.core.model import Corpus
    from sphinx_kb.charts.scene import Scene

KINDS: Mapping[str, Callable[[Corpus, Sequence[str]], Scene]] = {"events": events, "numbers": numbers, "spans": spans}
"""Every kind of picture."""
