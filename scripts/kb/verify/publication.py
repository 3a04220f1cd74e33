"""Dates that prose tells of a source itself: when it was written, as the bibliography has it."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.core.dates import Date
from kb.core.published import published
from kb.core.romanised import spelled
from kb.evidence import matching
from kb.extract.mention import Partial
from kb.lang import en
from kb.verify.context import Context
from kb.verify.verdict import Outcome, Verdict

_TELLING = (
    r"(?:notes?|articles?|chapter|reports?|reported|wrote|writing|published|handbook|papers?|posts?|interviews?|cables?"
    r"|study|studies|books?|brief|headed|dated|argued|said|entry|essays?|reviews?|abstract|accounts?|pages?)"
)
_IN = r"(?:in|of|from|on|by|dated|headed) (?:[0-9]{4}(?:, (?:and )?| and ))*"
_WHO = "(?:, (?:which|who))?"
_OF_SOURCE = re.compile(rf"(?:\b{_IN}|[\w’'] \()$", re.IGNORECASE)


def of_source(context: Context) -> Verdict | None:
    """It tells when a cited source was written, as the bibliography has it."""
    value, head = context.figure.value, context.text[: context.figure.start]
    if not isinstance(value, Date | Partial) or not _OF_SOURCE.search(head):
        return None
    here = {citation.key for citation in context.citations}
    for key in dict.fromkeys((*(citation.key for citation in context.citations), *context.setting.cited)):
        source = context.sources.get(key)
        written = published(source) if source else None
        if not source or not written or not _is_of(value, written):
            continue
        if isinstance(value, Partial):
            return Verdict(Outcome.SUPPORTED, (), "source", key) if key in here else None
        spelt = (spelled(maker.family, head) for maker in source.makers.names if not maker.is_body)
        if key in here and value.precision in ("month", "day") and not matching.tell_days(context.candidates):
            return Verdict(Outcome.SUPPORTED, (), "source", key)
        authors = (*source.authors, *filter(None, spelt))
        if _told_by(authors).search(head) or (key in here and _tells(authors, context.text[context.figure.end :])):
            return Verdict(Outcome.SUPPORTED, (), "source", key)
    return None


def _is_of(value: Date | Partial, written: Date) -> bool:
    if isinstance(value, Partial):
        return written.precision in ("month", "day") and value.month is not None and value.within(written)
    return matching.told(value, written)


def _tells(authors: tuple[str, ...], behind: str) -> bool:
    """Does one of its authors say something right behind the date: ``In 2007 Osk told the paper``?"""
    names = "|".join(re.escape(author) for author in authors if author)
    told = rf",? (?:the )?(?:[A-ZÀ-Þ][\w.’-]* ){{0,3}}(?:{names})\b[^,;:.]{{0,24}}? {en.SAYING}"
    acts = rf" (?:the )?(?:{names}) (?:had|has|was)\b"
    return bool(names) and (re.match(told, behind) is not None or re.match(acts, behind) is not None)


@lru_cache(maxsize=4096)
def _told_by(authors: tuple[str, ...]) -> re.Pattern[str]:
    """A work or one of its authors, just before a date."""
    tellers = "|".join([_TELLING, *(re.escape(author) for author in authors if author)])
    names = "|".join(re.escape(author) for author in authors if author)
    behind = rf"|\b(?:{names})(?:['’]s?)?(?: (?:et al\.|and others))? \($" if names else ""
    text = r"|\b(?:wording|version|text) of $"
    told = rf"\b(?:{tellers})\b{_WHO}(?:[^,;:.]{{0,24}}\b{_IN}$|[^,;:.]{{0,12}}, (?:writing )?in $){text}{behind}"
    return re.compile(told, re.IGNORECASE)
