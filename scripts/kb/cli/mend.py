"""`kb check --fix`: mend in pages what has one right answer by the ledger, and touch nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from kb.cli.place import CannotRun, lies_in
from kb.cli.write import write
from kb.core.finding import Finding
from kb.core.model import Corpus
from kb.fix.edits import Mend, mended, mends
from kb.fix.tidying import tidied
from kb.load.corpus import assemble
from kb.load.door import Admitted
from kb.run.causes import causes, reaches_far
from kb.run.known import start
from kb.run.runner import examine

TIDIED = (".md", ".yaml", ".bib")
"""Files that people write; the lock is made."""
PASSES = 3
"""So often a file is tidied at most: what stood between a letter and its mark goes first, then they are one letter."""
REREAD = "unread"
"""What is mended is to be read again, which is no reason to leave it wrong."""
Seen = frozenset[tuple[str, int, str]]


def fix(
    base: Path, admitted: Admitted, wanted: Sequence[PurePosixPath], today: date
) -> tuple[dict[str, bytes], list[Mend]]:
    """Mend the files in these places and write them; the files as they are now, and what was put right."""
    new, done = settle(admitted.files, wanted, today, admitted.faults)
    paths = sorted({mend.mark.path for mend in done})
    for path in paths:
        if (base / path).read_bytes() != admitted.files[path]:
            raise CannotRun(f"{path} was changed while it was read, and nothing was mended; run again")
    write({base / path: new[path] for path in paths}, base)
    return new, done


def settle(
    files: Mapping[str, bytes], wanted: Sequence[PurePosixPath], today: date, refused: Sequence[Finding] = ()
) -> tuple[dict[str, bytes], list[Mend]]:
    """Take away what no file should hold, then mend by the ledger, until neither finds more to do."""
    held, done = dict(files), list[Mend]()
    while True:
        tidy, taken = _tidied(held, wanted, today)
        held, put_right = _by_ledger(tidy, wanted, today, refused)
        done += [*taken, *put_right]
        if not put_right:  # a mend may let go what held back the tidying
            return held, done


def _tidied(
    files: Mapping[str, bytes], wanted: Sequence[PurePosixPath], today: date
) -> tuple[dict[str, bytes], list[Mend]]:
    """Files without what none should hold, where no finding comes of it."""
    held, done = dict(files), list[Mend]()
    for path in (path for path in files if path.endswith(TIDIED) and (not wanted or lies_in(path, wanted))):
        for _ in range(PASSES):
            tidy, taken = tidied(path, held[path])
            after = {**held, path: tidy}
            if not taken or not _seen(assemble(after, today), path) <= _seen(assemble(held, today), path):
                break
            held = after
            done += taken
    return held, done


def _by_ledger(
    files: Mapping[str, bytes], wanted: Sequence[PurePosixPath], today: date, refused: Sequence[Finding]
) -> tuple[dict[str, bytes], list[Mend]]:
    """Try one mend at a time; keep it if a finding goes and none comes.

    Nothing is mended before the whole ledger can be read: what cannot be might speak against it.
    """
    held, done, tried = dict(files), list[Mend](), set[Mend]()
    while True:
        corpus = assemble(held, today, refused)
        mend = next((m for m in _all(corpus, wanted) if m not in tried), None)
        if mend is None or unread(corpus):
            return held, done
        tried.add(mend)
        data = mended(held[mend.mark.path], mend)
        if data is None:
            continue
        after = {**held, mend.mark.path: data}
        if _seen(assemble(after, today), mend.mark.path) < _seen(corpus, mend.mark.path):
            held = after
            done.append(mend)
            tried = {other for other in tried if other.mark.path != mend.mark.path}  # one may open the way for another


def unread(corpus: Corpus) -> tuple[str, ...]:
    """What keeps everything from being judged, for it cannot be read."""
    return tuple(cause.mark.path for cause in causes(corpus.faults) if reaches_far(cause))


def _all(corpus: Corpus, wanted: Sequence[PurePosixPath]) -> list[Mend]:
    pages = [p for p in corpus.pages if p.vouched and (not wanted or lies_in(p.path, wanted))]
    run = start(corpus)
    return [mend for page in pages for mend in run.call(mends, {"page": page})]


def _seen(corpus: Corpus, path: str) -> Seen:
    """What is found in a file, wherever on the line: a mend may shift what stands behind it."""
    found = examine(corpus, only=frozenset({path})).findings
    return frozenset((f.rule, f.mark.line, f.text) for f in found if f.mark.path == path and f.rule != REREAD)
