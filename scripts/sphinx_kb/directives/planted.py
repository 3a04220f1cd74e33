"""How many planted errors the rules notice, kind by kind, as it was last counted and recorded."""

from __future__ import annotations

from docutils import nodes

from kb.core.model import Corpus, PlantedScore
from kb.load.score import COMMAND
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.nodes import paragraph, section
from sphinx_kb.roles import Impossible
from sphinx_kb.words import day


class PlantedErrors(LedgerDirective):
    """A table of the kinds of error, and those of the sample that went unnoticed."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """The score as recorded, with the day it was counted on."""
        if corpus.planted is None:
            raise Impossible(f"no score is recorded; make it with `{COMMAND}`")
        found = corpus.planted
        return [paragraph(_summary(found)), _table(found), section("What went unnoticed", "unnoticed", _missed(found))]


def _summary(found: PlantedScore) -> str:
    caught, planted = found.total
    return (
        f"As of {day(found.day)}: of {planted:,} errors of {len(found.kinds)} kinds {caught:,} were noticed, "
        f"{_share(caught, planted)}. The mean over the kinds is {100 * found.mean:.0f} %."
    )


def _table(found: PlantedScore) -> nodes.table:
    rows = [
        kb_nodes.row([[paragraph(kind)], [paragraph(f"{caught} of {planted}")], [paragraph(_share(caught, planted))]])
        for kind, (caught, planted) in found.kinds.items()
    ]
    return kb_nodes.table(("Kind of error", "Noticed", "Share"), (60, 20, 20), rows, "kb-table")


def _share(caught: int, planted: int) -> str:
    return f"{100 * caught / max(planted, 1):.0f} %"


def _missed(found: PlantedScore) -> nodes.Node:
    if not found.unnoticed:
        return paragraph("Nothing of this sample.")
    return kb_nodes.bullets([[paragraph(each)] for each in found.unnoticed])
