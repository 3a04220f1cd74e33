"""A figure stands at the cited place in a statement on what its sentence tells."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.verify.describe import place, shown, written
from kb.verify.grounds import Grounds
from kb.verify.proof import is_told
from kb.verify.scene import Scene
from kb.verify.verdict import Outcome, VerifiedPage


def check(reading: VerifiedPage, grounds: Grounds) -> Iterator[Finding]:
    """A figure stands at the cited place in a statement on what its sentence tells."""
    for read in reading.with_outcome(Outcome.SUPPORTED):
        if read.verdict.why or not read.citations or read.scope.block.is_headline:
            continue
        scene, carrying = Scene(read, reading, grounds), [grounds.candidate(id) for id in read.statements]
        if not carrying or any(is_told(scene, each) for each in carrying):
            continue
        first = carrying[0].statement
        subject = grounds.ledger.entities[first.subject].label
        yield doubtful(
            read.mark,
            f"{shown(read.figure)} is what {place(first, read.citations)} of {subject} ({first.id}),"
            " and the sentence tells nothing of that",
            "cite what tells it, or name in the sentence what the figure is of",
            compare=(written(first, read.figure),),
            statement=first.id,
            seen=(shown(read.figure), first.id),
        )
