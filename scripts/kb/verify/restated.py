"""Figures of headings, summaries and uncited sentences: they must say again what the page says with a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.core.dates import Date
from kb.core.interval import covers
from kb.extract.mention import Mention, Partial
from kb.verify import steps
from kb.verify.context import Setting
from kb.verify.verdict import Outcome, Verdict, VerifiedMention

_SOUND = frozenset({Outcome.SUPPORTED, Outcome.COMPUTED, Outcome.OWN})
_OPEN = frozenset({Outcome.UNCITED, Outcome.NOT_ENOUGH, Outcome.ELSEWHERE, Outcome.REFUTED})


_AROUND = re.compile(r"\b(?:after|before|since|until|from|by|towards|beyond)(?: the)? $", re.IGNORECASE)


def settle(figures: Sequence[VerifiedMention], setting: Setting) -> Iterator[VerifiedMention]:
    """Give headlines and sentences without a citation of their own a second hearing against the rest of the page."""
    sound = [f for f in figures if f.outcome in _SOUND and not f.scope.block.is_headline and f.verdict.why != "as-of"]
    for read in figures:
        headline = read.scope.block.is_headline
        if read.outcome not in _OPEN or (read.scope.groups and not headline):
            yield read
            continue
        same = list(_said_again(read, sound, setting))
        summary = read.scope.block.kind == "front-matter"
        same = same if headline and not summary else [other for other in same if _same_subject(read, other, setting)]
        if same:
            ids = dict.fromkeys(id for other in same for id in other.statements)
            yield replace(read, verdict=Verdict(Outcome.SUPPORTED, tuple(ids), "restated"))
        elif headline:
            verdict = _of_section(read, setting) or _around(read) or _against_section(read, sound)
            yield replace(read, verdict=verdict)
        else:
            yield read


def _around(read: VerifiedMention) -> Verdict | None:
    """A heading that only says around when, *After 2012*; and the words of a title, which count nothing."""
    if read.scope.block.kind != "heading":
        return None
    text = read.scope.sentence.text
    before = read.figure.kind == "date" and _AROUND.search(text[: read.figure.start])
    titled = read.scope.block.section <= 1 and read.figure.kind == "count" and not read.figure.text[:1].isdigit()
    return Verdict(Outcome.OWN, (), "heading") if before or titled else None


def _of_section(read: VerifiedMention, setting: Setting) -> Verdict | None:
    """An article or a number in a heading: one of the statements cited below it carries it."""
    kind = read.scope.block.kind
    if read.figure.kind in ("date", "decade") and not (kind == "heading" and read.scope.block.section > 1):
        return None
    section = read.scope.block.section
    blocks = [b for b in setting.page.blocks if b.section == section or section <= 1]
    cited = [citation for block in blocks for sentence in block.sentences for citation in sentence.citations]
    hits = steps.backing(read.figure, setting.evidence.heard(cited))
    return Verdict(Outcome.SUPPORTED, tuple(w.id for w in hits), "section") if hits else None


def _said_again(read: VerifiedMention, sound: Sequence[VerifiedMention], setting: Setting) -> Iterator[VerifiedMention]:
    """The figures that say the same; of a period, those that tell of its first and of its last year, if both do."""
    there = [other for other in sound if _in_reach(read, other)]
    same = [other for other in there if tells_same(read.figure, other.figure) or _is_dated_by(read, other, setting)]
    value = read.figure.value
    if not same and isinstance(value, Date) and value.precision == "range":
        sides = [[o for o in there if tells_same(replace(read.figure, value=end), o.figure)] for end in value.ends]
        same = [other for side in sides for other in side] if all(sides) else []
    yield from same


def _is_dated_by(read: VerifiedMention, other: VerifiedMention, setting: Setting) -> bool:
    """Does the heading have the month or the year of a day that is told without: ``May 1990`` over ``on the 14th``?"""
    value, bare = read.figure.value, other.figure.value
    if not isinstance(value, Date) or not isinstance(bare, Partial):
        return False
    dates = (date for id in other.statements for date in setting.grounds.candidate(id).figures.dates)
    return any(covers(value, end) and bare.within(end) for date in dates for end in date.ends)


def tells_same(one: Mention, other: Mention) -> bool:
    """Is the first figure a true way to say the second, perhaps less precisely?"""
    if isinstance(one.value, Date) and isinstance(other.value, Date):
        fine = other.value.ends
        return all(any(covers(end, date) for date in fine) for end in one.value.ends)
    if isinstance(one.value, Partial) and isinstance(other.value, Date):
        return any(one.value.within(date) for date in other.value.ends)
    return one.kind == other.kind and one.value == other.value


def _in_reach(read: VerifiedMention, other: VerifiedMention) -> bool:
    """A heading looks at its section, the page's title and front matter at the whole page, a sentence at the page."""
    kind, section = read.scope.block.kind, read.scope.block.section
    if kind == "header-row":
        return other.scope.block.group == read.scope.block.group
    return kind != "heading" or section <= 1 or other.scope.block.section == section


def _same_subject(read: VerifiedMention, other: VerifiedMention, setting: Setting) -> bool:
    """Both name the same thing, or the sentence names nothing but what the page is about."""
    named = read.scope.entities
    if not named - setting.about:
        return True
    told = [setting.grounds.candidate(id).mentions for id in other.statements]
    return bool(named & frozenset(other.scope.entities | other.scope.carried).union(*told))


def _against_section(read: VerifiedMention, sound: Sequence[VerifiedMention]) -> Verdict:
    """What the section says instead of its heading."""
    there = [other for other in sound if other.figure.kind == read.figure.kind and _in_reach(read, other)]
    if not there:
        return Verdict(Outcome.UNCITED)
    ids = tuple(dict.fromkeys(id for other in there for id in other.statements))
    values = dict.fromkeys(str(other.figure.value) for other in there)
    return Verdict(Outcome.REFUTED, ids, "section", " · ".join(values))
