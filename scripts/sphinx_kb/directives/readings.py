"""How much of what the pages tell a second person has read, and how well such readers saw what was planted."""

from __future__ import annotations

from docutils import nodes

from kb.core.model import Corpus
from kb.run.standing import ShareRead, share_read
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.nodes import paragraph
from sphinx_kb.words import day, listed, plural


class SecondReadings(LedgerDirective):
    """The share of all pages, in a sentence or two."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """What was read of all that is held against the ledger."""
        known = knowledge_of(self.env)
        known.counting.add(self.env.docname)
        found = share_read(known.run, (page for page in corpus.pages if page.vouched))
        return [paragraph(" ".join(filter(None, [_read(found), _measured(corpus) if found.read else ""])))]


def _read(found: ShareRead) -> str:
    if not found.read or not found.day:
        return f"Of the {plural(found.told, 'sentence')} that tell something, a second person has read none yet."
    share = 100 * found.read / found.told
    roles = listed([role.replace("-", " ") for role in found.roles])
    return (
        f"Of the {plural(found.told, 'sentence')} that tell something, {found.read:,} "
        f"({f'{share:.0f}' if share >= 1 else 'under 1'} %) have been read by a second person as they stand now, "
        f"the last on {day(found.day)}; in {plural(len(found.roles), 'role')}: {roles}."
    )


def _measured(corpus: Corpus) -> str:
    """What readers saw of what was planted, over all batches that count."""
    batches = corpus.readings.batches.values()
    planted, caught = sum(each.planted for each in batches), sum(each.caught for each in batches)
    return (
        f"In {len(batches):,} {'batch' if len(batches) == 1 else 'batches'} that count "
        f"{caught:,} of {planted:,} planted sentences were called wrong, {100 * caught / planted:.0f} %."
    )
