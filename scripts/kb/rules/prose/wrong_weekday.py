"""The day of the week beside a date is the one that the date fell on."""

import re
from collections.abc import Iterator

from kb.core.dates import Date
from kb.core.finding import Finding, impossible
from kb.lang import en
from kb.verify.verdict import VerifiedPage

_BEFORE = re.compile(rf"\b({'|'.join(en.WEEKDAYS)}),? (?:the )?$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:,| was| is|, which was)? (?:on )?(?:a |\()?({'|'.join(en.WEEKDAYS)})\b", re.IGNORECASE)


def check(reading: VerifiedPage) -> Iterator[Finding]:
    """The day of the week beside a date is the one that the date fell on."""
    for read in reading.figures:
        value, text = read.figure.value, read.scope.sentence.text
        if not isinstance(value, Date) or value.precision != "day" or read.figure.kind != "date":
            continue
        match = _BEFORE.search(text[: read.figure.start]) or _AFTER.match(text, read.figure.end)
        right = en.WEEKDAYS[value.earliest.weekday()]
        if match and match[1].capitalize() != right:
            yield impossible(
                read.scope.sentence.place(reading.page.path, match.start(1)),
                f"{read.figure.text} was a {right}, not a {match[1]}",
                "compare day and date with the cited place: one of them is wrong",
                seen=(match[1], str(value)),
            )
