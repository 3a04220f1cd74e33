"""For whom a source speaks stands in the ledger, and all that one body wrote speaks for the same."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from kb.balance import FIELD
from kb.finding import Finding, impossible, missing
from kb.model import Corpus, Source


def check(corpus: Corpus) -> Iterator[Finding]:
    """For whom a source speaks stands in the ledger, and all that one body wrote speaks for the same."""
    written: dict[str, list[Source]] = defaultdict(list)
    for source in corpus.sources.values():
        written[source.fields.get("author") or source.fields.get("organization", "")].append(source)
        party = source.fields.get(FIELD)
        if party is not None and party not in corpus.entities:
            near = get_close_matches(party, corpus.entities, 1)
            help = f"did you mean {near[0]!r}?" if near else "write the id of a state or organisation of the ledger"
            text = f"{source.key} speaks for {party!r}, which the ledger does not know"
            yield impossible(source.marks[FIELD], text, help, seen=(source.key, party))
    for body, those in written.items():
        speaking = [source for source in those if FIELD in source.fields]
        if body.startswith("{") and speaking:
            yield from _apart(body.strip("{}"), those, speaking[0])


def _apart(body: str, those: list[Source], one: Source) -> Iterator[Finding]:
    for source in those:
        mine, its = source.fields.get(FIELD, "nobody"), one.fields[FIELD]
        if mine != its:
            yield missing(
                source.mark,
                f"{source.key} speaks for {mine}, and {one.key}, also by {body}, for {its}",
                f"say by `{FIELD}` for whom it speaks, or take the field out of the other",
                compare=(one.mark,),
                seen=(source.key, mine, its),
            )
