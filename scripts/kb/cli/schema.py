"""`kb schema`: the form of ledger files as a JSON Schema, made from the schema of the ledger."""

from __future__ import annotations

import argparse

from kb.cli.mend import unread
from kb.cli.place import CannotRun, corpus_of, root
from kb.cli.say import say
from kb.cli.write import write
from kb.export.ledger_schema import ledger_schema
from kb.load.evidence import SEEN
from kb.load.paths import LEDGER_SCHEMA
from kb.load.schema import STANCES


def schema(arguments: argparse.Namespace) -> bool:
    """Write it where editors look for it."""
    base = root()
    corpus = corpus_of(base, arguments.today)
    if unread(corpus):
        raise CannotRun(f"{unread(corpus)[0]} cannot be read; `kb check` says why")
    file = base / LEDGER_SCHEMA
    write({file: ledger_schema(corpus, STANCES, SEEN).encode()}, base)
    say(f"wrote {LEDGER_SCHEMA}: {len(corpus.properties)} properties, {len(corpus.events)} events")
    return True
