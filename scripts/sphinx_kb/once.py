"""In a book each disagreement is told once, where all of them stand; elsewhere its question leads to that page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_kb import nodes as kb_nodes
from sphinx_kb.elements import COMPACT, Details, Summary
from sphinx_kb.knowledge import corpus_of, docname_of
from sphinx_kb.nodes import paragraph

if TYPE_CHECKING:
    from kb.core.model import Corpus

ASKED = "kb:disagreements"
"""The directive that lists judgements, of some entities or of all."""
SEEN = "kb-seen"
"""The class of what says how words were seen, which the site tells behind each of them and a book once."""


class DisagreementsOnce(SphinxPostTransform):
    """Runs on a tree that binds several pages together, if one of them tells every disagreement."""

    default_priority = 790
    formats = ("typst",)

    def run(self, **_: object) -> None:
        """Leave the question and the page of each; what the telling page says twice of itself goes as well."""
        chapters = list(self.document.findall(addnodes.start_of_file))
        of_all = [chapter for chapter in chapters if chapter["docname"] in _telling_all(corpus_of(self.env))]
        for chapter in chapters:
            for seen in [each for each in chapter.findall(nodes.inline) if SEEN in each["classes"]]:
                seen.parent.remove(seen)
        if not of_all:
            return
        _plainly(of_all[0])
        for chapter in chapters:
            if chapter is not of_all[0]:
                _referred(chapter, of_all[0]["docname"])


def _telling_all(corpus: Corpus) -> set[str]:
    """The pages that ask for every judgement there is."""
    return {docname_of(page.path) for page in corpus.pages for each in page.asked if (each.by, each.of) == (ASKED, "")}


def _referred(chapter: nodes.Element, telling: str) -> None:
    folds = [each for each in chapter.findall(Details) if COMPACT in each["classes"]]
    for above, those in groupby(folds, lambda each: each.parent):
        first, *rest = those
        items = [[_reference(each, telling)] for each in (first, *rest)]
        first.replace_self(kb_nodes.bullets(items))
        for each in rest:
            above.remove(each)


def _reference(fold: Details, telling: str) -> nodes.paragraph:
    line, body = _line_of(fold)
    question = next(iter(line.findall(nodes.strong))).astext()
    link = nodes.reference("", "", nodes.inline("", question), internal=True, classes=["paged"])
    link["refuri"] = f"%{telling}#{body['ids'][0]}"
    return paragraph(link, *[", in doubt"] * ("kb-doubt" in fold["classes"]))


def _line_of(fold: Details) -> tuple[Summary, nodes.container]:
    """The line that stays when a disagreement is folded, and what it unfolds to."""
    return next(iter(fold.findall(Summary))), next(iter(fold.findall(nodes.container)))


def _plainly(chapter: nodes.Element) -> None:
    """Without the verdict in the line of a question, which its sides say again, and without lists of links.

    What leads to a disagreement leads to its question, for the rest may stand on the next page.
    """
    for fold in chapter.findall(Details):
        if COMPACT in fold["classes"]:
            line, body = _line_of(fold)
            line["ids"], body["ids"] = body["ids"], []
    for line in chapter.findall(Summary):
        for said in [each for each in line if isinstance(each, nodes.inline) and "kb-verdict" in each["classes"]]:
            line.remove(said)
    for links in [each for each in chapter.findall(nodes.bullet_list) if "kb-contents" in each["classes"]]:
        links.parent.remove(links)
