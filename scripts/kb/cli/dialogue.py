"""Asks a reader on the terminal, sentence by sentence."""

from __future__ import annotations

import sys

from kb.cli.say import flush, say
from kb_read.deal import Deal
from kb_read.sheet import Verdict, Word, entries, verdict_of

_STOP = ("q", "quit", "stop")


def verdicts(deal: Deal) -> dict[int, Verdict]:
    """What the reader says of each sentence, until there is none left or the reader stops."""
    found: dict[int, Verdict] = {}
    say(f"{len(deal.those)} sentences; some were made wrong, to measure the reading, and stand so on no page")
    for number, entry in enumerate(entries(deal), 1):
        say("", *entry)
        said = _asked()
        if said is None:
            break
        found[number] = said
    say("")
    return {number: verdict for number, verdict in found.items() if verdict.word is not Word.SKIP}


def _asked() -> Verdict | None:
    """One verdict, asked for until it is one; nothing where the reader stops."""
    while (said := _answer("right, wrong, skip or quit? ")) is not None and said.lower() not in _STOP:
        word = verdict_of(said) if said else None
        if word is Word.WRONG:
            why = _why()
            return Verdict(word, why) if why else None
        if word:
            return Verdict(word)
    return None


def _why() -> str | None:
    """The reason, asked for until there is one."""
    while (why := _answer("why? ")) == "":
        pass
    return why


def _answer(question: str) -> str | None:
    """A line of what the reader types; nothing at its end."""
    print(question, end="")
    flush()
    line = sys.stdin.readline()
    return " ".join(line.split()) if line else None
