"""The server of one repository: what the editor says goes to the desk, what is found there goes to the editor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from kb.core.finding import Finding
from kb.report.explain import pages
from kb_lsp.desk import Desk
from kb_lsp.diagnostics import diagnostic
from kb_lsp.laid import Shelf
from kb_lsp.look import ByFile, Look
from kb_lsp.place import path_of, uri_of
from kb_lsp.positions import Units, lines_of

T = TypeVar("T")
VERSION = "1"


class KnowledgeServer(LanguageServer):
    """Serves one repository, that in which it was started, and nothing outside of it."""

    def __init__(self, base: Path, clock: Callable[[], date], today: date | None) -> None:
        super().__init__("kb", VERSION, lsp.TextDocumentSyncKind.Full)
        self.base = base
        self.desk = Desk(Shelf(base, clock, today), self.tell, self.complain)
        self.shown: dict[str, tuple[Finding, ...]] = {}
        self.loop: asyncio.AbstractEventLoop | None = None

    @property
    def units(self) -> Units:
        """How the editor counts."""
        return Units(self.workspace.position_encoding)

    def path(self, uri: str) -> str | None:
        """The path of a document, if it is one of ours."""
        return path_of(self.base, uri)

    def lines(self, path: str) -> Sequence[str]:
        """The lines of a file as the editor has it, or as it was read."""
        if path in self.desk.texts:
            return lines_of(self.desk.texts[path])
        admitted = self.desk.shelf.admitted
        data = admitted.files.get(path, b"") if admitted else b""
        return lines_of(data.decode("utf-8-sig", "replace"))

    def tell(self, found: ByFile, is_whole: bool) -> None:
        """Called by the worker: hand what was found to the thread that speaks with the editor."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.publish, found, is_whole)

    def complain(self, text: str) -> None:
        """Called by the worker: the checker itself broke down."""
        if self.loop and not self.loop.is_closed():
            message = lsp.LogMessageParams(lsp.MessageType.Error, text)
            self.loop.call_soon_threadsafe(self.window_log_message, message)

    def publish(self, found: ByFile, is_whole: bool) -> None:
        """Show what has changed; a file of which nothing is found any more is cleared."""
        gone = [path for path in (*self.shown, *self.desk.texts) if is_whole and path not in found]
        new: Mapping[str, tuple[Finding, ...]] = {**found, **dict.fromkeys(gone, ())}
        for path, those in new.items():
            if path in self.desk.texts or self.shown.get(path, ()) != those:
                self._publish(path, those)

    def _publish(self, path: str, those: tuple[Finding, ...]) -> None:
        if those:
            self.shown[path] = those
        else:
            self.shown.pop(path, None)
        rules, units = self.rule_pages(), self.units
        told = [diagnostic(each, self.base, units, self.lines, rules) for each in those]
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri_of(self.base, path), told))

    def rule_pages(self) -> Mapping[str, str]:
        """The page of each rule, by slug."""
        admitted = self.desk.shelf.admitted
        return pages(admitted.files if admitted else {})

    async def asked(self, answer: Callable[[Look], T]) -> T | None:
        """What the worker answers from the newest look."""
        return await asyncio.wrap_future(self.desk.ask(answer))

    def opened(self, uri: str) -> None:
        """A document was opened or changed."""
        path = self.path(uri)
        if path:
            self.desk.put(path, self.workspace.get_text_document(uri).source)

    def closed(self, uri: str) -> None:
        """A document was closed."""
        path = self.path(uri)
        if path:
            self.desk.put(path, None)

    def started(self) -> None:
        """Begin to work, and speak from this thread."""
        self.loop = asyncio.get_running_loop()
        self.desk.start()
        self.desk.change()
