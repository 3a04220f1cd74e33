"""Tells of characters that no file should hold: what each does, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from kb.core.finding import Finding, doubtful, impossible
from kb.core.folding import ordinary
from kb.core.mark import Mark
from kb.load.strays import Stray

_MOST = 100
"""So many are told of one file one by one."""
_WHY = {
    "control": "it acts, and is no text",
    "turn": "it changes the order in which the text is read",
    "unseen": "nobody sees it",
    "private": "it means something else in every font",
    "unassigned": "there is no such character",
    "mark": "it stands on no letter",
    "lost": "it stands for what was lost",
    "over": "it strikes out or encloses what stands before it",
    "raised": "it is no exponent or index of a letter",
}
_HELP = {
    "control": "delete it",
    "turn": "delete it; letters that run from right to left turn by themselves",
    "unseen": "delete it",
    "private": "write the character that is meant",
    "unassigned": "write the character that is meant",
    "mark": "delete it, or put it behind the letter that it belongs to",
    "lost": "write what stood there",
    "over": "delete it",
    "raised": "write it on the line; where it led to a note, delete it",
}


def told(path: str, text: str, found: Iterable[Stray]) -> Iterator[Finding]:
    """The strays of a file, each at its line and column."""
    line, start = 1, 0
    for number, stray in enumerate(islice(found, _MOST + 1)):
        line += text.count("\n", start, stray.at)
        start = stray.at
        mark = Mark(path, line, stray.at - text.rfind("\n", 0, stray.at))
        if number < _MOST:
            yield fault(mark, stray)
        else:
            what = "from here on more characters stand in the text that no file should hold"
            yield impossible(mark, what, "run `kb check --fix`, and look at what is left", rule="stray-character")


def fault(mark: Mark, stray: Stray) -> Finding:
    """The finding for one of them: an error if it hides or turns text or acts on it, else a warning."""
    report = impossible if stray.acts else doubtful
    why = stray.why or _WHY[stray.kind]
    usual = ordinary(stray.char) if stray.kind == "form" else ""
    help = _HELP.get(stray.kind) or (f"write {usual!r}" if usual else "retype the word")
    text = f"{stray.name} stands in the text: {why}"
    return report(mark, text, help, seen=(f"U+{ord(stray.char):04X}",), rule="stray-character")
