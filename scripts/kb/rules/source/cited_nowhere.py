"""Every source of the bibliography is cited."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, missing
from kb.core.model import Ledger, Page, Source
from kb.core.origins import named


def check(ledger: Ledger, sources: Mapping[str, Source], pages: tuple[Page, ...]) -> Iterator[Finding]:
    """Every source of the bibliography is cited."""
    sentences = (sentence for page in pages for block in page.blocks for sentence in block.sentences)
    cited = {citation.key for sentence in sentences for citation in sentence.citations}
    cited |= {key for source in sources.values() for key in named(source)}
    for key, source in sources.items():
        if key not in ledger.by_source and key not in cited:
            yield missing(
                source.mark,
                f"no statement and no page cites {key}",
                "add what it says to the ledger, or remove the entry",
                seen=(key,),
            )
