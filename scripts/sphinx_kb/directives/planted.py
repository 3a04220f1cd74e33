"""How many planted errors the rules notice, kind by kind: tried anew, on a sample, whenever the site is built."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes

from kb.core.model import Corpus
from kb.load.corpus import read
from kb_plant.score import Score, Tried, score
from kb_plant.trial import Trial
from sphinx_kb import pieces
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.pieces import paragraph, section

SEED = 2016


class PlantedErrors(LedgerDirective):
    """A table of the kinds of error, and those of the sample that went unnoticed."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """The score of a sample drawn by a fixed seed: the same content gives the same table."""
        found = _sample(Path(self.env.srcdir).parent, corpus, self.config.kb_planted_each)
        return [paragraph(_summary(found)), _table(found), section("What went unnoticed", "unnoticed", _missed(found))]


def _sample(root: Path, corpus: Corpus, each: int) -> Score:
    trial = Trial(read(root), corpus.today)
    return score(trial.run(planted) for planted in trial.sample(each, SEED))


def _summary(found: Score) -> str:
    caught, planted = found.total
    return (
        f"Of {planted:,} errors of {len(found.kinds)} kinds {caught:,} were noticed: {_share(caught, planted)}. "
        f"The mean over the kinds is {100 * found.mean:.0f} %."
    )


def _table(found: Score) -> nodes.table:
    rows = [
        pieces.row([[paragraph(kind)], [paragraph(f"{caught} of {planted}")], [paragraph(_share(caught, planted))]])
        for kind, (caught, planted) in found.kinds.items()
    ]
    return pieces.table(("Kind of error", "Noticed", "Share"), (60, 20, 20), rows, "kb-table")


def _share(caught: int, planted: int) -> str:
    return f"{100 * caught / max(planted, 1):.0f} %"


def _missed(found: Score) -> nodes.Node:
    if not found.survivors:
        return paragraph("Nothing of this sample.")
    return pieces.bullets([[paragraph(_told(each))] for each in found.survivors])


def _told(tried: Tried) -> str:
    backed = f"; backed by {', '.join(tried.excuse[:3])}" if tried.excuse else ""
    return f"{tried.planted}{backed}"
