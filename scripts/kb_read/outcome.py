"""What came of a batch: how many of the planted sentences were called wrong, and which real ones are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.core.model.readings import LEAST, is_enough
from kb_read.key import Remembered
from kb_read.sheet import Verdict, Word


@dataclass(frozen=True, slots=True)
class Outcome:
    """The sentences that a verdict was given on; what was skipped is as if it had not been dealt."""

    caught: tuple[Remembered, ...]
    missed: tuple[Remembered, ...]
    right: tuple[Remembered, ...]
    wrong: tuple[tuple[Remembered, str], ...]

    @property
    def planted(self) -> int:
        """How many planted sentences were judged."""
        return len(self.caught) + len(self.missed)

    @property
    def counts(self) -> bool:
        """Was enough of what was planted called wrong?"""
        return is_enough(len(self.caught), self.planted)


def outcome(those: Sequence[Remembered], verdicts: Mapping[int, Verdict]) -> Outcome:
    """Hold the verdicts, by the number of the sentence, against what was planted."""
    said = [(each, verdicts[n]) for n, each in enumerate(those, 1) if n in verdicts]
    planted = [(each, verdict.word is Word.WRONG) for each, verdict in said if each.is_planted]
    real = [(each, verdict) for each, verdict in said if not each.is_planted]
    return Outcome(
        caught=tuple(each for each, is_caught in planted if is_caught),
        missed=tuple(each for each, is_caught in planted if not is_caught),
        right=tuple(each for each, verdict in real if verdict.word is Word.RIGHT),
        wrong=tuple((each, verdict.why) for each, verdict in real if verdict.word is Word.WRONG),
    )


def told(found: Outcome, lines: Mapping[Remembered, str]) -> Iterator[str]:
    """The outcome for people: the measure first, then what is to be mended; ``lines`` are where each stands by now."""
    yield f"{len(found.caught)} of {found.planted} planted sentences were called wrong"
    for each in found.missed:
        yield f"  missed, {each.kind}: {each.false}"
        yield f"    on the page: {each.text}"
    if not found.planted:
        yield "nothing was planted among those with a verdict: nothing is measured, and nothing recorded; read on"
    elif not found.counts:
        yield f"that is under {LEAST} %: the batch does not count, and nothing is recorded as read"
    if found.wrong:
        yield "to mend, and read again then:"
    for each, why in found.wrong:
        yield f"  {lines.get(each, each.path)}: {each.text}"
        yield f"    {why}"
