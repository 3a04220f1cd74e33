"""A word that is nearly a known name is that name."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Corpus
from kb.verify.page import Reading
from kb.verify.spelling import misspellings, mixed_names


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """A word that is nearly a known name is that name."""
    for found in (*misspellings(reading, corpus), *mixed_names(reading, corpus)):
        entity = corpus.entities[found.entity_id]
        yield impossible(
            found.scope.sentence.place(reading.page.path, found.start),
            f"{found.text!r} is nearly {found.meant!r} ({entity.id})",
            "write the name as the ledger has it; if it is another name, add its entity or the form to `also`",
            compare=(entity.marks.get("names", entity.mark),),
            seen=(found.text, found.meant),
        )
