"""A source links to nothing but an address of the web."""

from collections.abc import Iterator

from kb.addresses import fault_of
from kb.finding import Finding, impossible
from kb.model import Corpus

FIELDS = ("url", "x-archived", "archiveurl")
"""The fields of which the references make links."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """A source links to nothing but an address of the web."""
    yield from (fault for fault in corpus.faults if fault.rule == "bad-url")
    for source in corpus.sources.values():
        for name in FIELDS:
            address = source.fields.get(name, "")
            fault = fault_of(address) if name in source.fields else None
            if fault:
                yield impossible(
                    source.marks[name],
                    f"{name!r} is {address!r}, {fault}",
                    "copy the address of the page where the source was seen, or leave the field out",
                    seen=(address,),
                )
