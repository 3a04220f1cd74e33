"""A waiver excuses one finding that is there, with the values it saw; boilerplate is a sentence that needs it."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Boilerplate, Corpus, Waiver
from kb.core.waiving import excused
from kb.lock.coverage import Covered


def check(corpus: Corpus, findings: tuple[Finding, ...], coverage: tuple[Covered, ...]) -> Iterator[Finding]:
    """A waiver excuses one finding that is there, with the values it saw; boilerplate is a sentence that needs it."""
    used = set(excused(findings, corpus).values())
    for waiver in corpus.waivers:
        if waiver not in used:
            about = tuple(finding for finding in findings if waiver.concerns(finding))
            text, help = _idle(waiver, about, corpus)
            yield impossible(waiver.mark, text, help, compare=tuple(finding.mark for finding in about))
    for boilerplate in corpus.boilerplate:
        yield from _needless(boilerplate, corpus, coverage)


def _idle(waiver: Waiver, about: tuple[Finding, ...], corpus: Corpus) -> tuple[str, str]:
    """What a waiver that excuses nothing says, against what is there."""
    again = "look at the finding again: mend it, or write the waiver anew as `kb check --verbose` prints it"
    seen = [finding for finding in about if finding.fingerprint == tuple(sorted(waiver.seen))]
    if any(waiver.excuses(finding, corpus.line(finding.mark)) for finding in seen):
        return "the waiver excuses a finding that another waiver excuses already", "keep one of the two"
    if seen:
        told = f"the line {waiver.line!r}" if waiver.line else "no line of the page"
        return f"the waiver names {told}, and the finding is in {corpus.line(seen[0].mark)!r}", again
    if about:
        now = "; ".join(", ".join(finding.fingerprint) for finding in about)
        return f"the waiver saw {', '.join(waiver.seen) or 'nothing'}, and the finding now sees {now}", again
    text = f"the waiver excuses no finding: {waiver.rule!r} finds nothing at {waiver.where!r} that may be waived"
    return text, "remove the waiver; what cannot be read or would harm, and the checker itself, is never waived"


def _needless(boilerplate: Boilerplate, corpus: Corpus, coverage: tuple[Covered, ...]) -> Iterator[Finding]:
    """Sentences that the source does not have, or that the ledger carries."""
    of_it = (each for each in coverage if each.source == boilerplate.source)
    carried = {each.sentence.fingerprint: not each.lacking for each in of_it}
    known = boilerplate.source in corpus.lock
    for sentence in boilerplate.sentences if known else ():
        if carried.get(sentence, True):
            what = "which the ledger carries" if sentence in carried else "which is no sentence of it"
            text = f"boilerplate of {boilerplate.source} names {sentence}, {what}"
            yield impossible(boilerplate.mark, text, "take the fingerprint out", seen=(boilerplate.source, sentence))
    if not known:
        text = f"boilerplate is named of {boilerplate.source!r}, whose text is not in sources.lock"
        yield impossible(
            boilerplate.mark, text, "take the entry out, or name the source that is meant", seen=(boilerplate.source,)
        )
