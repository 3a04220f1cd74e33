"""What is cited speaks of what the sentence says and names."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Corpus
from kb.verify.page import Reading
from kb.verify.strangers import strange
from kb.verify.supporting import unsupporting


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """What is cited speaks of what the sentence says and names."""
    for found in unsupporting(reading, corpus):
        cited = found.citation
        where = f"{cited.key} ({cited.locator})" if cited.locator else cited.key
        text = f"no statement rests on {cited.key}" if found.none else f"nothing that {where} backs speaks of this"
        yield doubtful(
            cited.mark,
            text,
            "cite the source that says it, or record in the ledger what this one says",
            seen=(cited.key, cited.locator),
        )
    for stranger in strange(reading, corpus):
        keys = ", ".join(dict.fromkeys(citation.key for citation in stranger.citations))
        yield doubtful(
            stranger.scope.sentence.place(reading.page.path, stranger.name.start),
            f"{stranger.name.form} is named, but nothing that {keys} backs speaks of {stranger.name.form}",
            "check the name at the cited place; if it is right, cite what names it, or add it to the statement",
            seen=(stranger.name.form,),
        )
