"""Why a statement is withdrawn, as its page and the corrections tell it."""

from __future__ import annotations

from docutils import nodes

from kb.core.model import Withdrawal
from sphinx_kb import words
from sphinx_kb.nodes import paragraph, text


def why(withdrawn: Withdrawal) -> nodes.paragraph:
    """Since when, and why."""
    day = text(f"withdrawn on {words.when(withdrawn.day)}: ", "kb-note")
    return paragraph(day, nodes.Text(withdrawn.reason), classes=["kb-more"])
