"""The `kb` command: arguments in, one call, print."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

OLDEST = (3, 11)
"""As in pyproject.toml; an older Python must be able to read this file and to say so."""
CLEAN, FAULTS, CANNOT_RUN = 0, 1, 2
SELDOM = (100_000, 50, 1_000)
"""How seldom Python looks for cycles: there are next to none among frozen values, and looking costs a quarter."""


def command() -> NoReturn:
    """Run as a program: what it held is left to the system, for to free it one by one takes a tenth of the time.

    So does mypy, in ``mypy.util.hard_exit``.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, broken or never there, as `main` has said
            stream.flush()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    if sys.version_info < OLDEST:
        return _sorry("this needs Python 3.11 or newer, and runs on {}.{}".format(*sys.version_info))
    if sys.stdout is None:
        return _sorry("there is nowhere to write to: standard output is closed")
    gc.set_threshold(*SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    from kb.cli.place import CannotRun
    from kb.cli.say import silence

    try:
        return CLEAN if _run(argv) else FAULTS
    except CannotRun as reason:
        return _sorry(reason)
    except OSError as fault:
        silence(sys.stdout)
        if isinstance(fault, BrokenPipeError):  # the reader, such as `head`, has seen enough
            return CANNOT_RUN
        return _sorry(f"{fault.filename or 'the output cannot be written'}: {fault.strerror or fault}")
    except KeyboardInterrupt:
        return _sorry("stopped")


def _run(argv: Sequence[str] | None) -> bool:
    """Run the command that is asked for, and see what it printed out of the house."""
    try:
        arguments = parser().parse_args(argv)
        module, _, function = arguments.run.partition(":")
        return bool(getattr(import_module(f"kb.cli.{module}"), function)(arguments))
    finally:
        sys.stdout.flush()


def _sorry(reason: object) -> int:
    """Say in one line why nothing more comes."""
    from kb.cli.say import mention

    mention(reason)
    return CANNOT_RUN


class Parser(argparse.ArgumentParser):
    """Repeats what it does not understand without what could act on a terminal or a log."""

    def error(self, message: str) -> NoReturn:
        """End with the usage and the reason."""
        from kb.report.neutral import neutral

        super().error(neutral(message))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Not in silence, as argparse does it, where nothing can be written."""
        if file is not None:
            file.write(message)


def parser() -> argparse.ArgumentParser:
    """Every command and its arguments."""
    whole = Parser("kb", description="Hold prose, ledger and bibliography against each other.")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: str, help: str) -> argparse.ArgumentParser:
        description = f"{help[0].upper()}{help[1:]}."
        made: argparse.ArgumentParser = commands.add_parser(name, help=help, description=description)
        made.set_defaults(run=run)
        return made

    check = command("check", "check:check", "report what does not hold; exit 1 with errors or warnings")
    check.add_argument("paths", nargs="*", metavar="PATH", help="report only what lies in these files or folders")
    check.add_argument("--format", choices=("text", "github", "json"), default="text")
    check.add_argument("--fix", action="store_true", help="first mend in pages what has one right answer by the ledger")
    check.add_argument("--watch", action="store_true", help="check again after every change, until it is stopped")
    check.add_argument("--notes", action="store_true", help="also print each note; without it they are counted")
    check.add_argument("--shares", action="store_true", help="also print, for each page, how its figures were read")
    check.add_argument(
        "--verbose", action="store_true", help="also print what was waived, and how each finding could be"
    )
    diff = command("diff", "diff:diff", "tell what has changed of the facts between two revisions, worst first")
    diff.add_argument("base", metavar="BASE", help="a branch, a tag or a commit to compare with, such as main")
    diff.add_argument("head", nargs="?", metavar="HEAD", help="another one; without it, the files as they lie there")
    diff.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    query = command("query", "ask:ask", "ask the ledger")
    query.add_argument("question", choices=("members", "holder", "in-force", "when", "single-source"))
    query.add_argument("post", nargs="?", metavar="ID", help="for holder: a post; for when: a statement or an entity")
    query.add_argument("--on", type=_day, metavar="DATE", help="the day asked about; without it, today")
    query.add_argument("--format", choices=("text", "json"), default="text")
    uses = command("uses", "uses:rests", "tell what rests on a statement or a source, on pages and in the ledger")
    uses.add_argument("name", metavar="ID|KEY", help="a statement, an entity for all its statements, or a source")
    uses.add_argument("--format", choices=("text", "json"), default="text")
    explain = command("explain", "ask:explain", "print the page of a rule, or list all rules")
    explain.add_argument("slug", nargs="?", metavar="RULE", help="the word in brackets at the end of a finding")
    trace = command("trace", "trace:trace", "print what each stage of the checker makes of a place")
    trace.add_argument("place", metavar="PATH[:LINE]", help="a page, an entity or refs.bib, or one of their lines")
    stale = command("stale", "stale:stale", "list pages and what is said to go on, what is out of date longest first")
    stale.add_argument("--format", choices=("text", "json"), default="text")
    coverage = command("coverage", "cover:cover", "show what carries each sentence of the locked sources")
    coverage.add_argument("--verbose", action="store_true", help="every sentence, not only those with gaps")
    lock = command("lock", "cover:lock", "make docs/facts/sources.lock anew from the texts of sources")
    lock.add_argument("--texts", required=True, metavar="DIR", help="the folder that holds the texts")
    export = command("export", "hand_over:export", "write the ledger with its evidence as JSON, CSV, SQLite and RDF")
    export.add_argument("--to", metavar="DIR", help="the folder to write into; without it, build/data")
    export.add_argument("--names", metavar="URL", help="the address that names in RDF begin with; without it, urn:kb:")
    schema = command("schema", "schema:schema", "write the JSON Schema of ledger files, for editors")
    plant = command("plant", "plant:plant", "plant errors in copies of the content and count which are noticed")
    plant.add_argument("--each", type=int, metavar="N", help="only a sample of N of each kind")
    plant.add_argument("--seed", type=int, default=1, metavar="N", help="what the sample is drawn by")
    plant.add_argument("--kind", action="append", metavar="KIND", help="only this kind; may be given several times")
    plant.add_argument("--survivors", type=int, metavar="N", help="list at most N of those that went unnoticed")
    plant.add_argument("--record", action="store_true", help="plant 16 of each kind and write the score for the site")
    read = command("read", "read:read", "let a second person read sentences beside what they rest on, and record it")
    read.add_argument("paths", nargs="*", metavar="PATH", help="only what these pages or folders tell")
    read.add_argument("--as", dest="role", metavar="ROLE", help="the role of who reads, such as area-editor")
    read.add_argument("--sheet", metavar="FILE", help="write a sheet to fill in instead of asking on the terminal")
    read.add_argument("--take", metavar="FILE", help="take a filled sheet in")
    read.add_argument("--key", metavar="FILE", help="where what is planted is kept; without it, in your cache folder")
    read.add_argument("--most", type=int, default=100, metavar="N", help="at most N sentences; without it, 100")
    read.add_argument("--again", action="store_true", help="also what has been read already")
    read.add_argument("--changes", action="store_true", help="only show what was read and has changed since")
    read.add_argument("--seed", type=int, metavar="N", help="what is planted is drawn by, for tests")
    lsp = command("lsp", "lsp:lsp", "serve an editor: findings while you write, over standard input and output")
    lsp.add_argument("--stdio", action="store_true", help="as editors say it; nothing else is spoken")
    bench = command("bench", "bench:bench", "measure what checking costs, or site, print, editor")
    bench.add_argument(
        "what", nargs="?", choices=("check", "site", "print", "editor"), default="check", help="without it, the checker"
    )
    bench.add_argument("--size", action="append", type=int, metavar="N", help="so many statements; may be repeated")
    bench.add_argument(
        "--rounds",
        type=int,
        default=3,
        metavar="N",
        help="build each N times in turn, or type N times",
    )
    bench.add_argument("--jobs", type=int, default=2, metavar="N", help="for the site: so many processes at once")
    bench.add_argument("--rules", type=int, default=8, metavar="N", help="also the N slowest rules of the first size")
    for each in (check, diff, uses, query, trace, stale, coverage, lock, export, schema, plant, read, lsp):
        each.add_argument("--today", type=_day, metavar="DATE", help="the day that counts as today")
    return whole


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day: write YYYY-MM-DD") from None
