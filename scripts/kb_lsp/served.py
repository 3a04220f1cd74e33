"""What the server serves: each request of the protocol with what answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias, TypeVar

from lsprotocol import types as lsp

from kb.core.mark import Mark
from kb_lsp import mending, offered, shown
from kb_lsp.diagnostics import diagnostic, location
from kb_lsp.leads import definitions, references
from kb_lsp.look import Look
from kb_lsp.place import uri_of
from kb_lsp.server import KnowledgeServer
from kb_lsp.spot import Spot, spot

T = TypeVar("T")
Placed: TypeAlias = lsp.HoverParams | lsp.DefinitionParams | lsp.ReferenceParams
"""A request that names a document and a place in it."""
KINDS = {
    "source": lsp.CompletionItemKind.Reference,
    "place": lsp.CompletionItemKind.Value,
    "entity": lsp.CompletionItemKind.Class,
    "event": lsp.CompletionItemKind.Event,
    "property": lsp.CompletionItemKind.Property,
    "field": lsp.CompletionItemKind.Field,
}
TRIGGERS = ("`", "{", ",", ":", " ", "[")


def server(base: Path, clock: Callable[[], date], today: date | None = None) -> KnowledgeServer:
    """A server for a repository, with all that it can do."""
    made = KnowledgeServer(base.resolve(), clock, today)
    _listen(made)
    _answer(made)
    return made


def _listen(made: KnowledgeServer) -> None:
    made.feature(lsp.INITIALIZED)(lambda _: made.started())
    made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(lambda params: made.opened(params.text_document.uri))
    made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(lambda params: made.opened(params.text_document.uri))
    made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(lambda params: made.closed(params.text_document.uri))
    made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(lambda _: made.desk.on_disk())
    made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(lambda _: made.desk.on_disk())
    made.feature(lsp.SHUTDOWN)(lambda _: made.desk.close())


def _answer(made: KnowledgeServer) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        return await _at(made, params, lambda look, path, there: _hover(made, look, path, params, there))

    @made.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: lsp.DefinitionParams) -> list[lsp.Location] | None:
        return await _at(made, params, lambda look, path, there: _places(made, definitions(look, there)))

    @made.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    async def used(params: lsp.ReferenceParams) -> list[lsp.Location] | None:
        return await _at(made, params, lambda look, path, there: _places(made, references(look, there)))

    @made.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=list(TRIGGERS)))
    async def completion(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        path = made.path(params.text_document.uri)
        return (await made.asked(lambda look: _offers(made, look, path, params.position)) if path else None) or []

    options = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])

    @made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)
    async def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        path = made.path(params.text_document.uri)
        return (await made.asked(lambda look: list(_fixes(made, look, path, params.range))) if path else None) or []


async def _at(made: KnowledgeServer, params: Placed, answer: Callable[[Look, str, Spot], T]) -> T | None:
    """What is told of what stands at a place; nothing where nothing stands, or of what is none of our files."""
    path = made.path(params.text_document.uri)
    if path is None:
        return None

    def look_there(look: Look) -> T | None:
        lines = made.lines(path)
        line, column = made.units.place(lines, params.position)
        there = spot(look, path, line, column, lines[line - 1])
        return answer(look, path, there) if there else None

    return await made.asked(look_there)


def _hover(made: KnowledgeServer, look: Look, path: str, params: Placed, there: Spot) -> lsp.Hover | None:
    told = shown.lines(look, there)
    if not told:
        return None
    can = made.client_capabilities.text_document
    formats = (can.hover.content_format if can and can.hover else None) or []
    kind = lsp.MarkupKind.Markdown if lsp.MarkupKind.Markdown in formats else lsp.MarkupKind.PlainText
    text = shown.markdown(told) if kind is lsp.MarkupKind.Markdown else shown.plain(told)
    span = made.units.span(made.lines(path), params.position.line + 1, there.start, there.end)
    return lsp.Hover(lsp.MarkupContent(kind, text), span)


def _places(made: KnowledgeServer, marks: Iterator[Mark]) -> list[lsp.Location]:
    return [location(each, made.base, made.units, made.lines) for each in dict.fromkeys(marks)]


def _offers(made: KnowledgeServer, look: Look, path: str, position: lsp.Position) -> list[lsp.CompletionItem]:
    lines = made.lines(path)
    line, column = made.units.place(lines, position)
    before = lines[line - 1][: column - 1]
    found = offered.offers(look, path, lines, line, before)
    return [
        lsp.CompletionItem(
            label=each.word,
            kind=KINDS.get(each.kind, lsp.CompletionItemKind.Text),
            detail=each.detail,
            filter_text=each.word,
            text_edit=lsp.TextEdit(made.units.span(lines, line, column - len(each.typed), column), each.word),
        )
        for each in found
    ]


def _fixes(made: KnowledgeServer, look: Look, path: str, within: lsp.Range) -> Iterator[lsp.CodeAction]:
    lines = made.lines(path)
    wanted = range(within.start.line + 1, within.end.line + 2)
    pages = made.rule_pages()
    for mend, gone in mending.fixes(look, path, made.desk.texts.get(path, ""), wanted):
        line, column = mend.mark.line, mend.mark.column
        edit = lsp.TextEdit(made.units.span(lines, line, column, column + len(mend.old)), mend.new)
        yield lsp.CodeAction(
            title=f"replace {mend.old!r} by {mend.new!r} ({mend.because})",
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(each, made.base, made.units, made.lines, pages) for each in gone],
            edit=lsp.WorkspaceEdit(changes={uri_of(made.base, path): [edit]}),
            is_preferred=True,
        )
