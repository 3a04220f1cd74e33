"""What is disputed of the figures of one page: each question in a line, what is followed, and what others say."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import TYPE_CHECKING, Protocol

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from kb.core.doubt import is_in_doubt
from kb.core.model import Corpus, Judgement, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.elements import AGAIN, Details
from sphinx_kb.evidence import judgement_target
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.nodes import bullets, link, paragraph, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

TITLE = "† Disputed here"
MOST, SIDES, SIDE = 4, 2, 72
"""How many questions are told, how many sides that are not followed each has, and characters of what one says."""
TIMES = ("from_", "through", "until", "on")
"""The days of a statement, in which those who agree on the rest may differ."""


class InDispute(nodes.General, nodes.Element):
    """The list; while a page is read it is only the place where the list will stand."""


class Printer(Protocol):
    """The part of the translator for print that the list needs."""

    def put(self, text: str) -> None:
        """Write Typst."""


class ListDisputes(SphinxPostTransform):
    """Runs before links are resolved, while those from figures still say to which statement they lead."""

    default_priority = 5

    def run(self, **_: object) -> None:
        """Fill every list of a document with the disputes of its own page; where there are none, it goes."""
        known = knowledge_of(self.env)
        for place in list(self.document.findall(InDispute)):
            judged = disputes(known.corpus, known.doubted, _marked(_page_of(place)))
            if not judged:
                place.parent.remove(place)
                continue
            place += bullets([_line(known.corpus, judgement)] for judgement in judged[:MOST])
            if len(judged) > MOST:
                place += paragraph(f"{words.plural(len(judged) - MOST, 'more question')} not told here.")


def disputes(
    corpus: Corpus, doubted: Mapping[str, tuple[str, ...]], statements: Iterator[str]
) -> tuple[Judgement, ...]:
    """The questions, each once, by which these statements are in doubt."""
    found: dict[Judgement, None] = {}
    for id in statements:
        for judgement in corpus.judged.get(id, ()) if id in doubted else ():
            if is_in_doubt(corpus, corpus.sources, judgement) and not set(doubted[id]).isdisjoint(judgement.statements):
                found[judgement] = None
    return tuple(found)


def _page_of(node: nodes.Element) -> nodes.Element:
    """The page that a node stands on, which in a book is a part of the document."""
    while node.parent is not None and not isinstance(node, addnodes.start_of_file):
        node = node.parent
    return node


def _marked(page: nodes.Element) -> Iterator[str]:
    """The statements behind the figures of a page, without those of tables that only say again what is drawn."""
    again = [fold for fold in page.findall(Details) if AGAIN in fold["classes"]]
    hidden = {id(each) for fold in again for each in fold.findall(addnodes.pending_xref)}
    for each in page.findall(addnodes.pending_xref):
        if id(each) in hidden:
            continue
        if each.get("refdomain") == "kb" and each["reftype"] == "statement" and "kb-agreed" in each["classes"]:
            yield each["reftarget"]


def _line(corpus: Corpus, judgement: Judgement) -> nodes.paragraph:
    question = link("entity", judgement_target(corpus, judgement), judgement.question)
    sides = _sides(corpus, judgement)
    line = paragraph(nodes.strong("", "", question), " ")
    if judgement.follow:
        followed = sides.pop(judgement.follow)
        line += [text("Followed: ", "kb-note"), nodes.Text(f"{followed}; "), text("not followed: ", "kb-note")]
        others = [side for side in dict.fromkeys(sides.values()) if side != followed]
    elif all(isinstance(corpus.statements[id].value, str) for id in sides if id in corpus.statements):
        line += text(f"Left open between {len(sides)} accounts.", "kb-note")
        return line
    else:
        line += text("Left open: ", "kb-note")
        others = [*dict.fromkeys(sides.values())]
    told = "; ".join(others[:SIDES]) or "the same in other words"
    ended = told if told.endswith(("…", ".")) else f"{told}."
    line += nodes.Text(f"{told} and others." if len(others) > SIDES else ended)
    return line


def _sides(corpus: Corpus, judgement: Judgement) -> dict[str, str]:
    """What each side says in few words; where all say of whom, only when."""
    told = {id: corpus.statements[id] for id in judgement.statements if id in corpus.statements}
    same = len({statement.value for statement in told.values()}) == 1
    dated = next((name for name in TIMES if len({getattr(each, name) for each in told.values()}) > 1), "")
    return {id: _said(told[id], corpus, dated if same else "") if id in told else id for id in judgement.statements}


def _said(statement: Statement, corpus: Corpus, dated: str) -> str:
    """The day by which it differs from others, else its value; of a text its beginning."""
    day = getattr(statement, dated) if dated else None
    if day:
        return words.when(day)
    if isinstance(statement.value, tuple):
        return " ".join(filter(None, [kb_nodes.said(corpus, statement), words.span(statement)]))
    return shorten(kb_nodes.said(corpus, statement).rstrip("."), SIDE, placeholder=" …")


def register(app: Sphinx) -> None:
    """A box with a title on the site and on paper."""
    nothing = (_nothing, _nothing)
    app.add_node(
        InDispute, html=(_open, _close), typst=(_frame, _end), text=nothing, latex=nothing, man=nothing, texinfo=nothing
    )
    app.add_post_transform(ListDisputes)


def _open(self: HTML5Translator, node: InDispute) -> None:
    self.body.append('<aside class="kb-disputes" aria-label="Disputed here">\n')
    self.body.append(f'<p class="rubric">{TITLE}</p>\n')


def _close(self: HTML5Translator, node: InDispute) -> None:
    self.body.append("</aside>\n")


def _frame(self: Printer, node: InDispute) -> None:
    self.put(f'\n#aside("{TITLE}")[')


def _end(self: Printer, node: InDispute) -> None:
    self.put("]\n")


def _nothing(self: object, node: nodes.Element) -> None:
    """Neither opens nor closes anything."""
