"""`kb export`: the ledger as files for programs, spreadsheets and databases."""

from __future__ import annotations

import argparse
from pathlib import Path

from kb.cli.place import CannotRun, corpus_of, root
from kb.cli.say import flush, say
from kb.cli.write import write
from kb.core.addresses import fault_of
from kb.export.files import files
from kb.load.citation import work

TABLES = "tables"


def export(arguments: argparse.Namespace) -> bool:
    """Write all files into a folder: each is named as it is made, and none replaced before all are there."""
    base = root()
    address = _address(arguments.names)
    corpus = corpus_of(base, arguments.today)
    folder = Path(arguments.to) if arguments.to else base / "build" / "data"
    try:
        (folder / TABLES).mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CannotRun(f"{folder}: {fault.strerror}") from None
    made: dict[Path, bytes] = {}
    for name, data in files(corpus, work(base), address):
        made[folder / name] = data
        say(f"  {name}  {len(data):,} bytes")
        flush()
    write(made, folder)
    pieces = sum(len(each.evidence) for each in corpus.statements.values())
    told = f"{len(corpus.statements):,} statements, {pieces:,} pieces of evidence, {len(corpus.sources):,} sources"
    say(f"wrote {len(made)} files into {folder}: {told}")
    return True


def _address(given: str | None) -> str:
    """The address that names in the graph begin with, ending in a slash, or none."""
    if not given:
        return ""
    fault = fault_of(given)
    if fault or "?" in given or "#" in given:
        raise CannotRun(f"--names is {given!r}, {fault or 'against an address that ends in a path'}")
    return given.rstrip("/") + "/"
