"""A list of states is the set that the cited statement or the roll of that day has."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Corpus
from kb.verify.lists import Difference, difference, state_lists
from kb.verify.page import Reading


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """A list of states is the set that the cited statement or the roll of that day has."""
    for found in state_lists(reading, corpus):
        differs = difference(found, reading, corpus)
        if differs is None:
            continue
        yield impossible(
            found.scope.sentence.place(reading.page.path, found.names[0].start),
            _text(differs, corpus),
            "compare the list with the cited place; for a part of a set say so: among them, including",
            compare=tuple(corpus.statements[id].mark for id in differs.statements[:7]),
            statement=differs.statements[0] if differs.statements else None,
            seen=(*sorted(found.states),),
        )


def _text(differs: Difference, corpus: Corpus) -> str:
    said = [f"leaves out {_names(differs.absent, corpus)}"] if differs.absent else []
    said += [f"adds {_names(differs.extra, corpus)}"] if differs.extra else []
    against = f"the set of {differs.statements[0]}" if differs.statements else f"the roll of {differs.body} on that day"
    return f"the list {' and '.join(said)}, against {against}"


def _names(ids: tuple[str, ...], corpus: Corpus) -> str:
    return ", ".join(corpus.entities[id].label if id in corpus.entities else id for id in ids)
