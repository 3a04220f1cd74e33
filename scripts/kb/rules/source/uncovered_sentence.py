"""Each sentence, figure and name of a locked source is carried by the ledger."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import LockedSource, Source
from kb.lock.coverage import Covered


def check(
    coverage: tuple[Covered, ...], sources: Mapping[str, Source], lock: Mapping[str, LockedSource]
) -> Iterator[Finding]:
    """Each sentence, figure and name of a locked source is carried by the ledger."""
    for each in (each for each in coverage if each.gaps):
        source = sources.get(each.source)
        locked = lock[each.source].mark
        bare = any(gap.kind == "assertion" for gap in each.gaps)
        lacking = ", ".join(f"the {gap.kind} {gap.what!r}" for gap in each.gaps if gap.kind != "assertion")
        what = "by no statement" if bare else f"but for {lacking}"
        yield impossible(
            source.mark if source else locked,
            f"{each.sentence.locator} of {each.source} is carried {what}",
            "add a statement or claim that quotes it and carries its figures and names; a sentence that says nothing "
            f"is listed as {each.sentence.fingerprint} under `boilerplate` in docs/facts/waivers.yaml",
            compare=(locked,),
            seen=(each.sentence.fingerprint,),
        )
