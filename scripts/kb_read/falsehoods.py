"""Every way in which a sentence that a reader is given can be made false and still reads well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.core.model import Corpus, EventType
from kb.lang.scales import Scale, scales
from kb_plant import figures, naming, voice
from kb_plant.known import Known, known
from kb_plant.lines import Line
from kb_plant.planted import Planted, Sheet
from kb_read import meaning
from kb_read.behind import words
from kb_read.given import Given

FIGURES = frozenset(
    {
        "month in prose", "day in prose", "decade in prose", "count word", "number in prose", "ordinal in prose",
        "article in prose", "weekday in prose", "day and month swapped in prose", "year in prose",
    }
)  # fmt: skip
NAMES = frozenset(
    {"another person in prose", "another place in prose", "another state in prose", "member added", "another member"}
)
VOICE = frozenset({"attribution dropped", "verb made stronger"})
"""What is told of a figure, a name or a voice; a misspelt name betrays itself, a hedge left out may not."""
_NEAR = 9
"""So many years lie between a right year and one that a reader may take for it."""


@dataclass(frozen=True, slots=True)
class Falsehood:
    """A sentence made false: in which way, and the whole of it."""

    kind: str
    text: str


@dataclass(frozen=True)
class Liar:
    """Knows the words of the ledger that a sentence can be made false with."""

    known: Known
    scales: Mapping[str, Scale]
    events: Mapping[str, EventType]
    year: int

    def falsehoods(self, given: Given) -> Iterator[Falsehood]:
        """Every falsehood that can be made of a sentence that cites what speaks against it.

        Figures and names that are put in stand nowhere else in it, or behind it, where they might be right.
        """
        if not given.standing.resting.scope.groups:
            return
        line = Line(Sheet(given.path, given.text), 0, given.text)
        beside = f"{given.text}\n{words(given.behind)}"
        for planted in (*figures.plants(line), *naming.plants(line, self.known)):
            if planted.kind in FIGURES | NAMES and _is_new(planted, beside) and self._is_near(planted):
                yield _made(planted)
        for planted in voice.plants(line, self.known):
            if planted.kind in VOICE and _reads_well(planted):
                yield _made(planted)
        yield from map(_made, meaning.plants(line, self.known, self.scales, self.events))

    def _is_near(self, planted: Planted) -> bool:
        if planted.kind != "year in prose":
            return True
        ((start, end, new),) = planted.edits
        return abs(int(new) - int(planted.sheet.text[start:end])) <= _NEAR and int(new) <= self.year


def liar(corpus: Corpus) -> Liar:
    """One that knows this ledger."""
    return Liar(known(corpus), scales(), corpus.events, corpus.today.year)


def _made(planted: Planted) -> Falsehood:
    return Falsehood(planted.kind, planted.data.decode())


def _is_new(planted: Planted, beside: str) -> bool:
    """Stands what is put in nowhere yet? A name of several words may want an article."""
    put_in = [new.strip(", ") for _, _, new in planted.edits]
    if planted.kind == "another state in prose" and " " in "".join(put_in):
        return False
    return not any(re.search(rf"\b{re.escape(new)}\b", beside) for new in put_in)


def _reads_well(planted: Planted) -> bool:
    """Does a clause follow on a stronger verb, or a whole sentence on the *that* of an author who is left out?"""
    text, old = planted.data.decode(), planted.sheet.text
    if planted.kind == "verb made stronger":
        return old[planted.edits[0][1] :].startswith(" that ")
    return old.endswith(text[1:]) and old[: len(old) - len(text)].endswith(" that ")
