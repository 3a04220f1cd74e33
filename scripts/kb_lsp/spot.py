"""What stands at a place of a file: a figure, a citation, or a word that the ledger knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.core.model import Citation, Corpus, Page, Statement
from kb.load.bibliography import PATH as SOURCES
from kb.verify.page import reading
from kb.verify.verdict import VerifiedMention, VerifiedPage
from kb_lsp.look import Look

_WORD = re.compile(r"[\w#-]+")
_BRACED = re.compile(r"\{[^{}`]*\}")


@dataclass(frozen=True)
class Spot:
    """What stands there, and in which characters of the line (columns, the last not included)."""

    start: int
    end: int
    figure: VerifiedMention | None = None
    citation: Citation | None = None
    statement: Statement | None = None
    entity: str = ""
    source: str = ""


def spot(look: Look, path: str, line: int, column: int, text: str) -> Spot | None:
    """What stands at a line and column; ``text`` is that line as the editor has it."""
    read = page_of(look, path)
    if read and read.page.source.split("\n")[line - 1 : line] == [text]:
        for figure in read.figures:
            if figure.mark.line == line and figure.mark.column <= column < figure.end:
                return Spot(figure.mark.column, figure.end, figure=figure)
        for each in (c for scope in read.scopes for c in scope.sentence.citations if c.mark.line == line):
            end = each.mark.column + len(each.key)
            braced = _BRACED.match(text, end - 1)
            end = braced.end() + 1 if braced else end
            if each.mark.column <= column < end:
                return Spot(each.mark.column, end, citation=each, source=each.key)
    return _word(look.corpus, path, line, column, text)


def page_of(look: Look, path: str) -> VerifiedPage | None:
    """How a page is read; nothing of what is no page that is vouched for."""
    page: Page | None = next((each for each in look.corpus.pages if each.path == path and each.vouched), None)
    return look.asking.ask(reading, page=page) if page else None


def _word(corpus: Corpus, path: str, line: int, column: int, text: str) -> Spot | None:
    found = next((m for m in _WORD.finditer(text) if m.start() < column <= m.end() + 1), None)
    if found is None:
        return None
    word, start, end = found[0], found.start() + 1, found.end() + 1
    own = f"{path.rpartition('/')[2].removesuffix('.yaml')}#{word}"
    if word in corpus.sources and (path != SOURCES or corpus.sources[word].mark.line == line):
        return Spot(start, end, source=word)
    statement = corpus.statements.get(word) or (corpus.statements.get(own) if path.endswith(".yaml") else None)
    if statement:
        return Spot(start, end, statement=statement)
    return Spot(start, end, entity=word) if word in corpus.entities else None
