"""A page does not say now: it says as of when."""

import re
from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model.pages import HARD
from kb.lang import en
from kb.verify.verdict import VerifiedPage

_NOW = re.compile(
    r"\b(?:currently|recently|lately|today|nowadays|now|still|at present|presently|to date|so far(?! as\b)|until now"
    r"|as yet|these days|(?:this|last|next) (?:year|month|week)(?! of\b)|(?:years?|months?|weeks?|days?|decades?) ago"
    r"|up to now"
    r"|in recent (?:years|months|weeks|times))\b",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\bas of\b", re.IGNORECASE)


_PAST_BEFORE = re.compile(r"\b(?:was|were|had|did|could|would)(?: \w+)? $", re.IGNORECASE)
_PAST_THERE = re.compile(r"\b(?:had|was|were)\b[^.;]{0,60}$")
_STILL = re.compile(r"\b(?:and|but|yet|while|though)(?: [\w’'-]+)? $")
_CALLED = re.compile(r"\b(?:called|described|named|counted|saw|reckoned|judged|rated)\b")
_NOW_AND = re.compile(r"\bnow (?:in|on|at|by|as|with|for)\b", re.IGNORECASE)
_PAST_AFTER = re.compile(
    r" (?:\w+ed|was|were|had|spoke|wrote|held|said|stood|saw|put|lay"
    r"|gave|took|came|went|made|left|began|became|found|told|got|sent|met|led|ran|rose|fell|grew)\b"
)


def check(reading: VerifiedPage) -> Iterator[Finding]:
    """A page does not say now: it says as of when."""
    for sentence in (scope.sentence for scope in reading.scopes):
        masked = [(start, end) for start, end, kind in sentence.masked if kind in HARD | {"quote"}]
        for match in _NOW.finditer(sentence.text):
            if _AS_OF.search(sentence.text) or _is_past(sentence.text, match):
                continue
            named = match.start() > 0 and match[0][0].isupper()  # in a name, such as Dushanbe Today
            if named or any(start <= match.start() < end for start, end in masked):
                continue
            yield doubtful(
                sentence.place(reading.page.path, match.start()),
                f"{match[0]!r} means another day to every reader",
                "say as of which day it holds, or tell the date",
                seen=(match[0],),
            )


def _is_past(text: str, match: re.Match[str]) -> bool:
    """``still counted``, ``was still``: that was so then, and is so for every reader."""
    if match[0].lower() in ("as yet", "so far", "to date", "until now"):
        return any(past.search(text[: match.start()]) for past in (_PAST_BEFORE, _PAST_THERE, _CALLED))
    if match[0].lower() not in ("still", "now"):
        return False
    if match[0].lower() == "now" and len(_NOW_AND.findall(text)) > 1:
        return True  # now in 1998, now in 1999
    before, after = text[: match.start()], text[match.end() :]
    if match[0].lower() == "still" and _STILL.search(before) and en.SPEAKS.match(after):
        return True  # grants this and still calls it that
    return bool(_PAST_BEFORE.search(before) or _PAST_AFTER.match(after))
