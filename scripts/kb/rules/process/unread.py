"""A sentence that a second person has read stands as it was read, and so does what it rests on."""

from collections.abc import Iterator

from kb.annotate.spans import AnnotatedPage
from kb.core.finding import Finding, missing
from kb.core.model import Readings
from kb.lock.readings import resting
from kb.lock.standing import Standing, standings
from kb.verify.grounds import Grounds

_NAMED = 3


def check(annotated: AnnotatedPage, grounds: Grounds, readings: Readings) -> Iterator[Finding]:
    """A sentence that a second person has read stands as it was read, and so does what it rests on."""
    path = annotated.page.path
    if path not in readings.pages:
        return
    for each in standings(resting(annotated, grounds.evidence, grounds.ledger), readings, path):
        if each.before and each.is_unread:
            batch, known = readings.batches[each.before.batch], grounds.evidence.by_id
            ids = [id for id in each.changed if id in known]
            yield missing(
                each.resting.scope.sentence.mark,
                f"{_what(each)} since it was read by a second person ({batch.role}, {batch.day})",
                f"have it read again: `kb read {path} --as ROLE`; `kb read --changes` shows the words as they were",
                compare=tuple(known[id].statement.mark for id in ids[:_NAMED]),
                statement=ids[0] if ids else None,
            )


def _what(standing: Standing) -> str:
    """What has changed, as the beginning of a sentence."""
    if standing.has_other_words:
        return f"this sentence has been reworded{', on other grounds,' if standing.rests_elsewhere else ''}"
    named, more = standing.changed[:_NAMED], len(standing.changed) - _NAMED
    told = ", ".join(named) + (f" and {more} more" if more > 0 else "")
    return f"what this sentence rests on has changed ({told})" if told else "something this sentence rests on has gone"
