"""A quotation stands in the ledger as a quote of the cited source."""

from collections.abc import Iterator

from kb.annotate.spans import Group
from kb.core.finding import Finding, impossible
from kb.evidence.spans import is_quoted_from, quotations
from kb.verify.grounds import Witnesses
from kb.verify.verdict import VerifiedPage


def check(reading: VerifiedPage, witnesses: Witnesses) -> Iterator[Finding]:
    """A quotation stands in the ledger as a quote of the cited source."""
    for scope in reading.scopes:
        for start, end in quotations(scope):
            words = scope.sentence.text[start:end]
            if not scope.citations or is_quoted_from(words, scope.citations, witnesses.evidence):
                continue
            yield impossible(
                scope.sentence.place(reading.page.path, start),
                f"“{words}” is in no quote that the ledger has from {_keys(scope.citations)}",
                "compare it with the source word by word; record it as a quote, or tell it in your own words",
                seen=(words,),
            )


def _keys(citations: Group) -> str:
    return " or ".join(dict.fromkeys(citation.key for citation in citations))
