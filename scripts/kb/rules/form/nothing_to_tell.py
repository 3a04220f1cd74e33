"""What a page asks of the ledger, by a role or a directive, the ledger can tell."""

from __future__ import annotations

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Asked, Ledger, Page
from kb.core.told import told

_LACKING = {
    "kb:timeline": "none of these has a date",
    "kb:count": "there is no roll of {id!r} on {day}",
    "kb:holder": "nobody held {id!r} on {day}",
    "kb:tenures": "nobody held {id!r}",
    "kb:articles": "no statement of {id!r} is on an article",
    "kb:members": "there are no members of {id!r}",
}
"""What is lacking where nothing is told; what else is asked may well be answered with nothing."""


def check(ledger: Ledger, pages: tuple[Page, ...], manuals: tuple[Page, ...]) -> Iterator[Finding]:
    """What a page asks of the ledger, by a role or a directive, the ledger can tell."""
    for page in (*pages, *manuals):
        for asked in page.asked:
            why = _why(asked, ledger)
            if why:
                help = "correct the id or the day, or state in the ledger what should be told"
                yield impossible(asked.mark, f"{asked.by!r} tells nothing: {why}", help, seen=(asked.by, asked.of))


def _why(asked: Asked, ledger: Ledger) -> str:
    """Why nothing would be told; an id that the ledger does not know is another rule's."""
    id, _, written = (part.strip() for part in asked.of.partition("@"))
    if asked.by != "kb:timeline" and id not in ledger.entities:
        return ""
    try:
        found = told(asked, ledger)
    except ValueError:
        return f"{written!r} is no day"
    return "" if found else _LACKING.get(asked.by, "").format(id=id, day=written or ledger.today)
