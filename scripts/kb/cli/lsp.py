"""`kb lsp`: the language server, which editors start and speak with over standard input and output."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date, datetime
from typing import BinaryIO, TextIO, cast

from kb.cli.place import CannotRun, root

NEEDED = ("pygls", "lsprotocol")


def lsp(arguments: argparse.Namespace) -> bool:
    """Serve until the editor says that it is done."""
    base = root()
    try:
        from kb_lsp.served import server
    except ModuleNotFoundError as missing:
        if missing.name not in NEEDED:
            raise
        raise CannotRun("the language server needs pygls; install it with `pip install -e . --group lsp`") from None
    with _channel(sys.stdin, "rb") as listen, _channel(sys.stdout, "wb") as speak:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what is printed by mistake is no part of the talk
        server(base, _clock, arguments.today).start_io(listen, speak)
    return True


def _channel(stream: TextIO, mode: str) -> BinaryIO:
    return cast(BinaryIO, os.fdopen(os.dup(stream.fileno()), mode))


def _clock() -> date:
    """The day on which somebody writes, where no commit tells one."""
    return datetime.now().astimezone().date()
