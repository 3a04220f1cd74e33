"""Takes out of a file what it should not hold, where there is one right answer: characters, not words."""

from __future__ import annotations

import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterator

from kb.core.folding import is_plain, letters
from kb.core.mark import Mark
from kb.fix.edits import Mend
from kb.load.decoding import LINE_END
from kb.load.strays import named, strays


def tidied(path: str, data: bytes) -> tuple[bytes, tuple[Mend, ...]]:
    """The file without them, and what was done; its line ends and every other byte are as they were."""
    try:
        text = data.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return data, ()
    done = [Mend(Mark(path), "\ufeff", "", named("\ufeff"))] if data.startswith(BOM_UTF8) else []
    pieces, end = [], 0
    for number, (start, line) in enumerate(_lines(text), 1):
        for at, old, new, because in () if line.isascii() and is_plain(line) else _edits(line):
            pieces += [text[end : start + at], new]
            end = start + at + len(old)
            done.append(Mend(Mark(path, number, at + 1), old, new, because))
    return ("".join([*pieces, text[end:]]).encode(), tuple(done)) if done else (data, ())


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in LINE_END.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _edits(line: str) -> Iterator[tuple[int, str, str, str]]:
    """Where what stands, what belongs there, and what it was."""
    instead = {stray.at: stray for stray in strays(line) if stray.instead is not None}
    for at, letter in letters(line):
        those = [instead[n] for n in range(at, at + len(letter)) if n in instead]
        kept = "".join((instead[n].instead or "") if n in instead else line[n] for n in range(at, at + len(letter)))
        new = unicodedata.normalize("NFC", kept)
        if new != letter:
            yield at, letter, new, those[0].name if those else "one letter"
