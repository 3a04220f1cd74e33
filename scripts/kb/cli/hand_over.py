"""`kb export`: the ledger as files for programs and spreadsheets."""

from __future__ import annotations

import argparse
from pathlib import Path

from kb.cli.place import CannotRun, corpus_of, root
from kb.export import document, table


def export(arguments: argparse.Namespace) -> bool:
    """Write facts.json and evidence.csv into a folder."""
    base = root()
    corpus = corpus_of(base, arguments.today)
    folder = Path(arguments.to) if arguments.to else base / "build" / "data"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "facts.json").write_text(document(corpus), encoding="utf-8")
        (folder / "evidence.csv").write_text(table(corpus), encoding="utf-8")
    except OSError as fault:
        raise CannotRun(f"{folder}: {fault.strerror}") from None
    print(f"wrote {folder / 'facts.json'} and {folder / 'evidence.csv'}: {len(corpus.statements):,} statements")
    return True
