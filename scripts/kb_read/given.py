"""A sentence as a reader is given it: in its own words, below its heading, beside all that it rests on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kb.annotate.spans import AnnotatedSentence
from kb.core.derive import holders, roll
from kb.core.model import Corpus, Page, Sentence
from kb.lock.derived import asked
from kb.lock.standing import Standing
from kb.run.fixtures import Run
from kb.run.standing import standing
from kb_read.behind import Behind, behind, labels

_CITED = re.compile(r"\s*\{cite:[pt]\}`([^`]*)`")
_LINK = re.compile(r"\{doc\}`([^`<>]+)`")
_KEY = re.compile(r"([^{},\s]+)(?:\{([^{}]*)\})?")


@dataclass(frozen=True, slots=True)
class Given:
    """``text`` has its citations as a page has them; ``under`` is the heading, ``head`` the first row of its table.

    ``before`` is the sentence before it in its paragraph, to which *he* and *there* may point; ``leads`` are the titles
    of pages to which links without words of their own lead, for where such a link stands the text has nothing.
    """

    path: str
    under: str
    head: str
    before: Sentence | None
    text: str
    leads: tuple[str, ...]
    behind: tuple[Behind, ...]
    standing: Standing


def given(run: Run, page: Page) -> Iterator[Given]:
    """Every sentence of a page that tells something."""
    under, heads, lines = _headings(page), _heads(page), page.source.split("\n")
    titles = {each.path: each.title for each in run.corpus.pages}
    for each in standing(run, page):
        scope = each.resting.scope
        text = marked(scope.sentence, run.corpus)
        heading, head = under.get(scope.block.section, page.title), heads.get(scope.block.group, "")
        leads = tuple(_leads(lines[scope.sentence.mark.line - 1], page.path, titles))
        yield Given(page.path, heading, head, _before(scope), text, leads, behind(run, each), each)


def _before(scope: AnnotatedSentence) -> Sentence | None:
    those = scope.block.sentences if scope.block.kind == "paragraph" else ()
    return next((one for one, other in pairwise(those) if other is scope.sentence), None)


def _leads(line: str, path: str, titles: Mapping[str, str]) -> Iterator[str]:
    for found in _LINK.finditer(line):
        here = "docs" if found[1].startswith("/") else posixpath.dirname(path)
        to = posixpath.normpath(posixpath.join(here, found[1].lstrip("/"))) + ".md"
        yield titles.get(to, found[1])


def readable(text: str) -> str:
    """The text with its citations in brackets."""
    return _CITED.sub(lambda cited: f" [{'; '.join(map(_place, _KEY.finditer(cited[1])))}]", text).strip()


def _place(found: re.Match[str]) -> str:
    return f"{found[1]}, {found[2]}" if found[2] else found[1]


def marked(sentence: Sentence, corpus: Corpus) -> str:
    """The words of a sentence, with what the ledger tells in it, and its citations as roles, those together in one."""
    groups: dict[tuple[int, str], list[str]] = {}
    for each in sentence.citations:
        told = f"{each.key}{{{each.locator}}}" if each.locator else each.key
        groups.setdefault((each.at, each.role), []).append(told)
    new = [(at, at, f" {{{role}}}`{','.join(keys)}`") for (at, role), keys in groups.items()]
    roles = [(start, end) for start, end, kind in sentence.masked if kind == "role"]
    new += [(*span, _derived(sentence, span, corpus)) for span in roles]
    parts, end = list[str](), 0
    for start, after, told in sorted(new, key=lambda each: each[:2]):
        parts += [sentence.text[end:start], told]
        end = after
    return "".join([*parts, sentence.text[end:]])


def _derived(sentence: Sentence, span: tuple[int, int], corpus: Corpus) -> str:
    """What a role writes there: how many belong to a body, or who holds a post; else as it stands."""
    content = sentence.text[slice(*span)]
    alone = Sentence(content, (), (), ((0, len(content), "role"),), sentence.mark)
    for id, day in asked(alone, corpus):
        held = [labels(tenure.value, corpus.entities) for tenure in holders(corpus, id, day)]
        return " or ".join(held) or str(len(roll(corpus, id, day).surely))
    return content


def _headings(page: Page) -> dict[int, str]:
    return {b.section: b.sentences[0].text for b in page.blocks if b.kind == "heading" and b.sentences}


def _heads(page: Page) -> dict[int, str]:
    return {b.group: b.sentences[0].text for b in page.blocks if b.kind == "header-row" and b.sentences}
