"""`kb read`: let a second person read sentences beside what they rest on, and record what was found right."""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from kb.cli import dialogue, reworded
from kb.cli.mend import unread
from kb.cli.place import CannotRun, corpus_of, lies_in, root, within
from kb.cli.say import say
from kb.cli.write import write
from kb.core.model import Corpus
from kb.load.readings import PATH, is_role
from kb.run.known import start
from kb.run.standing import standing
from kb_read import key, record
from kb_read.deal import Deal, NothingToPlant, deal
from kb_read.falsehoods import liar
from kb_read.given import Given, given
from kb_read.key import BadKey, Remembered
from kb_read.outcome import outcome, told
from kb_read.sheet import BadSheet, Verdict, sheet, taken

FEWEST = 20
"""So many sentences are dealt at least, if the pages have them."""


def read(arguments: argparse.Namespace) -> bool:
    """Deal sentences on the terminal or on a sheet, or take a sheet in; did it count, and was all of it right?"""
    base = root()
    if arguments.changes:
        return reworded.tell(base, _corpus(base, arguments), _wanted(base, arguments))
    if arguments.take:
        return _take(base, arguments)
    role = "" if arguments.sheet else _role(arguments)
    dealt = _dealt(_corpus(base, arguments), _wanted(base, arguments), arguments)
    if arguments.sheet:
        return _write_sheet(base, dealt, arguments)
    verdicts = dialogue.verdicts(dealt)
    those = tuple(map(key.remembered, dealt.those))
    return _finish(base, arguments, role, dealt.batch, those, verdicts)


def _corpus(base: Path, arguments: argparse.Namespace) -> Corpus:
    """What is read; nothing is dealt or recorded before the ledger and what was read before can be read."""
    corpus = corpus_of(base, arguments.today)
    broken = [*unread(corpus), *(fault.mark.path for fault in corpus.faults if fault.mark.path == PATH)]
    if broken:
        raise CannotRun(f"{broken[0]} cannot be read; `kb check` says why")
    return corpus


def _wanted(base: Path, arguments: argparse.Namespace) -> tuple[str, ...]:
    return tuple(within(base, path).as_posix() for path in arguments.paths)


def _role(arguments: argparse.Namespace) -> str:
    role = arguments.role or ""
    if not is_role(role):
        raise CannotRun(f"--as is {role!r}, against the role of who reads, in small letters: --as area-editor")
    return role


def _dealt(corpus: Corpus, wanted: Sequence[str], arguments: argparse.Namespace) -> Deal:
    """A batch of what is not read on these pages; where that is little, some that was read is dealt again."""
    if arguments.most < 1:
        raise CannotRun(f"--most is {arguments.most}, against 1 or more")
    run = start(corpus)
    places = [PurePosixPath(path) for path in wanted]
    pages = [p for p in corpus.pages if p.vouched and (not places or lies_in(p.path, places))]
    every = [each for page in pages for each in given(run, page)]
    first = [n for n, each in enumerate(every) if arguments.again or not each.standing.is_read][: arguments.most]
    if not every:
        raise CannotRun("nothing on these pages cites a source, so there is nothing to read beside it")
    if not first:
        raise CannotRun("every sentence of these pages that tells something has been read; --again deals them again")
    rest = [n for n in range(len(every)) if n not in set(first)]
    draw = random.Random(arguments.seed)  # noqa: S311  # which ones are read again is no secret
    fill = draw.sample(rest, min(len(rest), max(0, min(FEWEST, arguments.most) - len(first))))
    dealt: list[Given] = [every[n] for n in sorted([*first, *fill])]
    try:
        return deal(dealt, liar(corpus), arguments.seed)
    except NothingToPlant as reason:
        raise CannotRun(reason) from None


def _write_sheet(base: Path, dealt: Deal, arguments: argparse.Namespace) -> bool:
    """Write the sheet, and apart from it what is planted; neither is a part of the content."""
    file, secret = Path(arguments.sheet), _key(dealt.batch, arguments)
    for each in (file, secret):
        if each.resolve().is_relative_to((base / "docs").resolve()):
            raise CannotRun(f"{each} would lie among the pages; name a file outside docs")
        if each.exists():
            raise CannotRun(f"{each} is there already, and may still be needed; name another file")
    secret.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write({secret: key.document(dealt)}, secret.parent)
    write({file: sheet(dealt).encode()}, file.parent)
    say(f"wrote {file}: {len(dealt.those)} sentences to read; what is planted among them is kept in {secret}")
    return True


def _key(batch: str, arguments: argparse.Namespace) -> Path:
    return Path(arguments.key) if arguments.key else key.place(batch, os.environ)


def _take(base: Path, arguments: argparse.Namespace) -> bool:
    """Take a filled sheet in; its key is used once, for then it is told what was planted."""
    role = _role(arguments)
    try:
        batch, verdicts = taken(Path(arguments.take).read_text(encoding="utf-8"))
        secret = _key(batch, arguments)
        those = key.read(_secret(secret, batch), batch)
    except BadSheet as reason:
        raise CannotRun(f"{arguments.take}: {reason}") from None
    except BadKey as reason:
        raise CannotRun(f"{secret}: {reason}") from None
    except UnicodeDecodeError:
        raise CannotRun(f"{arguments.take} is no text in UTF-8") from None
    beyond = sorted(n for n in verdicts if not 0 < n <= len(those))
    if beyond:
        raise CannotRun(f"{arguments.take}: there is no sentence {beyond[0]} in the batch {batch}")
    if not verdicts:
        raise CannotRun(f"{arguments.take} has no verdict yet; fill it in first")
    is_done = _finish(base, arguments, role, batch, those, verdicts)
    secret.unlink(missing_ok=True)
    return is_done


def _secret(file: Path, batch: str) -> bytes:
    if not file.is_file():
        help = "it was taken in already, or made on another machine: name the key with --key, or make a new sheet"
        raise CannotRun(f"what is planted in the batch {batch} is not known, for there is no {file}; {help}")
    return file.read_bytes()


def _finish(
    base: Path,
    arguments: argparse.Namespace,
    role: str,
    batch: str,
    those: Sequence[Remembered],
    verdicts: Mapping[int, Verdict],
) -> bool:
    """Tell what came of it, and record what is read if it counts; the content may have changed since it was dealt."""
    corpus = _corpus(base, arguments)
    if batch in corpus.readings.batches:
        raise CannotRun(f"the batch {batch} is recorded already")
    run, paths = start(corpus), {each.path for each in those}
    pages = {page.path: standing(run, page) for page in corpus.pages if page.path in paths}
    found = outcome(those, verdicts)
    now = record.still((each for each, _ in found.wrong), pages)
    lines = {each: str(here.resting.scope.sentence.mark) for each, here in now.items()}
    say(*told(found, lines))
    if found.counts:
        after = record.added(corpus.readings, batch, role, arguments.today or _clock(), found, pages)
        read = after.batches[batch].sentences
        write({base / PATH: record.document(after)}, base)
        changed = len(found.right) - read
        say(f"recorded {read} sentences as read by {role} in {PATH}")
        say(*[f"{changed} more changed while they were read, and are not recorded"] * bool(changed))
    return found.counts and not found.wrong


def _clock() -> date:
    """The day on which somebody reads, which no commit knows."""
    return datetime.now().astimezone().date()
