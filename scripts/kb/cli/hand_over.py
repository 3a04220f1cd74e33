"""`kb export`: the ledger as files for programs and spreadsheets."""

from __future__ import annotations

import argparse
from pathlib import Path

from kb.cli.place import CannotRun, corpus_of, root
from kb.cli.say import say
from kb.cli.write import write
from kb.export.tables import document, table


def export(arguments: argparse.Namespace) -> bool:
    """Write facts.json and evidence.csv into a folder."""
    base = root()
    corpus = corpus_of(base, arguments.today)
    folder = Path(arguments.to) if arguments.to else base / "build" / "data"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CannotRun(f"{folder}: {fault.strerror}") from None
    facts, evidence = folder / "facts.json", folder / "evidence.csv"
    write({facts: document(corpus).encode(), evidence: table(corpus).encode()}, folder)
    say(f"wrote {facts} and {evidence}: {len(corpus.statements):,} statements")
    return True
