"""An editor without a screen: it speaks with `kb lsp` by its real protocol, to measure it and to test it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import Any, BinaryIO, Self

SERVER = (sys.executable, "-m", "kb.cli", "lsp", "--stdio")
PATIENCE = 60.0
"""Seconds after which a server that says nothing is given up."""
Message = Mapping[str, Any]


class Silent(Exception):
    """The server did not answer."""


class Editor:
    """A session of an editor in a repository: ``with Editor(root) as editor``."""

    def __init__(self, base: Path, *encodings: str) -> None:
        self.base, self.encodings = base, encodings
        self.told: dict[str, list[Message]] = {}
        self.answered: dict[str, Any] = {}
        self._heard: Queue[Message] = Queue()
        self._sent = 0

    def __enter__(self) -> Self:
        self.server = subprocess.Popen(SERVER, cwd=self.base, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        assert self.server.stdin  # noqa: S101  # a pipe
        assert self.server.stdout  # noqa: S101  # a pipe
        self._into, self._from = self.server.stdin, self.server.stdout
        threading.Thread(target=self._listen, args=(self._from,), daemon=True).start()
        general = {"general": {"positionEncodings": list(self.encodings)}} if self.encodings else {}
        asked = {"processId": None, "rootUri": self.base.as_uri(), "capabilities": general}
        self.answered = self.request("initialize", asked)
        self.notify("initialized", {})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.request("shutdown", None)
            self.notify("exit", None)
        else:
            self.server.kill()
        self._into.close()
        self.server.wait(PATIENCE)

    def _listen(self, stream: BinaryIO) -> None:
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.decode("ascii").partition(":")
                length = int(value) if name.lower() == "content-length" else length
                line = stream.readline()
            self._heard.put(json.loads(stream.read(length)))

    def notify(self, method: str, params: object) -> None:
        """Say something that asks for no answer."""
        self._write({"jsonrpc": "2.0", "method": method, "params": params})

    def request(self, method: str, params: object, patience: float = PATIENCE) -> Any:
        """Ask something and wait for the answer."""
        self._sent += 1
        self._write({"jsonrpc": "2.0", "id": self._sent, "method": method, "params": params})
        while True:
            message = self._next(patience)
            if message.get("id") == self._sent and "method" not in message:
                if "error" in message:
                    raise Silent(message["error"])
                return message["result"]

    def _write(self, message: Message) -> None:
        body = json.dumps(message, ensure_ascii=False).encode()
        self._into.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._into.flush()

    def _next(self, patience: float) -> Message:
        try:
            message = self._heard.get(timeout=patience)
        except Empty:
            raise Silent(f"nothing was heard for {patience} seconds") from None
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told.setdefault(message["params"]["uri"], []).append(message["params"])
        return message

    @property
    def seconds(self) -> float:
        """Seconds of CPU that the server has used until now, where the system tells; else none."""
        told = Path(f"/proc/{self.server.pid}/stat")
        if not told.is_file():
            return 0.0
        used = told.read_text("ascii", "replace").rpartition(")")[2].split()[11:15]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")

    def uri(self, path: str) -> str:
        """How the protocol names a file."""
        return (self.base / path).as_uri()

    def document(self, path: str) -> dict[str, str]:
        """How it is named in requests."""
        return {"uri": self.uri(path)}

    def open(self, path: str, text: str | None = None) -> str:
        """Open a file, with its own text or another."""
        text = (self.base / path).read_text("utf-8") if text is None else text
        self.version = 1
        item = {"uri": self.uri(path), "languageId": "text", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return text

    def change(self, path: str, text: str) -> None:
        """Type something: the file now has this text."""
        self.version += 1
        document = {"uri": self.uri(path), "version": self.version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def findings(self, path: str, patience: float = PATIENCE) -> list[Any]:
        """The next that the server tells of a file."""
        told = self.told.setdefault(self.uri(path), [])
        while not told:
            self._next(patience)
        return list(told.pop(0)["diagnostics"])

    def settled(self, path: str, quiet: float = 1.5) -> list[Any]:
        """The last that it tells of a file, when it says no more about anything."""
        found: list[Any] = self.findings(path)
        while True:
            try:
                self._next(quiet)
            except Silent:
                rest = self.told.pop(self.uri(path), [])
                return list(rest[-1]["diagnostics"]) if rest else found
