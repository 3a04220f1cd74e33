"""For whom a source speaks stands in the ledger, and all sources of one host speak for the same."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from kb.addresses import host
from kb.balance import FIELD
from kb.finding import Finding, impossible, missing
from kb.model import Corpus, Source


def check(corpus: Corpus) -> Iterator[Finding]:
    """For whom a source speaks stands in the ledger, and all sources of one host speak for the same."""
    by_host: dict[str, list[Source]] = defaultdict(list)
    for source in corpus.sources.values():
        by_host[host(source.fields.get("url", ""))].append(source)
        party = source.fields.get(FIELD)
        if party is not None and party not in corpus.entities:
            near = get_close_matches(party, corpus.entities, 1)
            help = f"did you mean {near[0]!r}?" if near else "write the id of a state or organisation of the ledger"
            text = f"{source.key} speaks for {party!r}, which the ledger does not know"
            yield impossible(source.marks[FIELD], text, help, seen=(source.key, party))
    for name, those in by_host.items():
        speaking = [source for source in those if FIELD in source.fields]
        for source in those if name and speaking else ():
            if FIELD not in source.fields:
                yield missing(
                    source.mark,
                    f"{source.key} speaks for nobody, and {speaking[0].key} of the same host for"
                    f" {speaking[0].fields[FIELD]}",
                    f"say by `{FIELD}` for whom it speaks too, or take the field out of the other",
                    compare=(speaking[0].mark,),
                    seen=(source.key, name),
                )
