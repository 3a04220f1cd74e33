"""A waiver excuses a finding that is there, with the values it saw."""

from collections.abc import Iterator

from kb.finding import Finding, impossible
from kb.model import Corpus


def check(corpus: Corpus, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """A waiver excuses a finding that is there, with the values it saw."""
    for waiver in corpus.waivers:
        about = [finding for finding in findings if waiver.concerns(finding)]
        if any(waiver.excuses(finding) for finding in about):
            continue
        if about:
            now = "; ".join(", ".join(finding.fingerprint) for finding in about)
            text = f"the waiver saw {', '.join(waiver.seen) or 'nothing'}, and the finding now sees {now}"
            help = "look at the finding again: mend it, or write the waiver anew with these values under `seen`"
        else:
            text = (
                f"the waiver excuses no finding: {waiver.rule!r} finds nothing at {waiver.where!r} that may be waived"
            )
            help = "remove the waiver; what cannot be read, and the checker itself, is never waived"
        yield impossible(waiver.mark, text, help, compare=tuple(finding.mark for finding in about))
