"""Every citation, in the ledger and in prose, says where in the source."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Ledger, Page

HELP = "say where: ¶ 3, Art. 4, p. 12, preamble, abstract, heading"


def check(ledger: Ledger, pages: tuple[Page, ...]) -> Iterator[Finding]:
    """Every citation, in the ledger and in prose, says where in the source."""
    for statement in ledger.statements.values():
        for evidence in statement.evidence:
            if not evidence.at:
                text = f"{evidence.by} is cited without a place in it"
                yield impossible(evidence.mark, text, f"add `at:`; {HELP}", statement=statement.id, seen=(evidence.by,))
    for page in pages:
        for sentence in (sentence for block in page.blocks for sentence in block.sentences if page.vouched):
            for citation in sentence.citations:
                if not citation.locator:
                    text = f"{citation.key} is cited without a place in it"
                    help = f"write {{{citation.role}}}`{citation.key}{{…}}`; {HELP}"
                    yield impossible(citation.mark, text, help, seen=(citation.key,))
