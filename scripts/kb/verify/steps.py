"""Judges one figure: step by step, the first that has an answer gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

from kb.annotate import numbered_names
from kb.core import places
from kb.core.dates import Date
from kb.evidence import matching, spans
from kb.evidence.candidate import Candidate
from kb.extract.mention import Mention
from kb.extract.phrases import stands_in
from kb.extract.units import currency, singular
from kb.lang import en
from kb.verify import co_mentions, computed, publication, ranking
from kb.verify.context import Context
from kb.verify.verdict import Outcome, Verdict

Step = Callable[[Context], Verdict | None]
_WORDED = frozenset({"count", "ordinal", "duration", "number", "percentage", "amount"})
_LONG = 5
"""So many bare digits that count nothing are the number of something; four are a year."""
_NAMING = (
    "author", "editor", "organization", "institution", "publisher", "howpublished", "title", "subtitle", "titleaddon",
    "booktitle", "maintitle", "eventtitle", "journaltitle", "journal", "series", "number", "volume", "issue",
)  # fmt: skip


def judge(context: Context) -> Verdict:
    """The verdict on a figure whose sentence has or inherits citations."""
    for step in _STEPS:
        verdict = step(context)
        if verdict is not None:
            return verdict
    return Verdict(Outcome.NOT_ENOUGH)


def backwards(context: Context) -> Verdict | None:
    """The first or last of ``from … to …``, where the end does not come after the beginning."""
    dates = [figure for figure in context.figures if isinstance(figure.value, Date) and figure.kind == "date"]
    for one, other in pairwise(dates):
        between = context.text[one.end : other.start]
        if context.figure in (one, other) and between in (" to ", " until ", " through ") and _is_before(other, one):
            return Verdict(Outcome.REFUTED, (), "order", f"{one.text} to {other.text}")
    return None


def _is_before(one: Mention, other: Mention) -> bool:
    first, second = one.value, other.value
    return isinstance(first, Date) and isinstance(second, Date) and first.latest <= second.latest


def own(context: Context) -> Verdict | None:
    """Marked as ours."""
    return Verdict(Outcome.OWN) if "own" in spans.covering(context.scope, context.figure) else None


def agreed(context: Context) -> Verdict | None:
    """A statement at the cited place carries it, and the person or place beside it."""
    hits = backing(context.figure, context.candidates)
    if not hits:
        return None
    better_match = co_mentions.better_match(context, hits)
    if better_match:
        said = " · ".join(matching.alternatives(context.figure, better_match))
        return Verdict(Outcome.REFUTED, (better_match.id, *(candidate.id for candidate in hits)), "rival", said)
    conflicting_entity = co_mentions.conflicting_entity(context, hits)
    if conflicting_entity:
        return Verdict(Outcome.REFUTED, (hits[0].id,), "joint", conflicting_entity)
    kept = [candidate for candidate in hits if matching.keeps_bound(context.figure, candidate)]
    if not kept and _is_loose(context):
        kept = list(hits)
    if not kept and context.scope.block.kind != "heading":
        bounded = " · ".join(matching.alternatives(context.figure, hits[0]))
        by_source = publication.of_source(context)  # not about when, but surely when somebody said so
        return by_source or Verdict(Outcome.REFUTED, (hits[0].id,), "bound", bounded)
    return Verdict(Outcome.SUPPORTED, tuple(candidate.id for candidate in kept or hits))


def _is_loose(context: Context) -> bool:
    """Has the number no bound of its own, but what it is compared with, how few it is, or how early at the latest?"""
    figure, head = context.figure, context.text[: context.figure.start]
    if en.COMPARED_WITH.search(head) or (en.OR_SO.match(context.text, figure.end) and figure.kind == "count"):
        return True
    if figure.kind == "duration" and figure.bound in ("at-least", "up-to"):
        return figure.text.endswith((" before", " earlier")) or bool(en.AHEAD.match(context.text, figure.end))
    return bool(en.NO_MORE.search(head))


def backing(figure: Mention, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The statements that carry the figure; a range may have its ends from two."""
    candidates = tuple(candidates)
    hits = [candidate for candidate in candidates if matching.matches(figure, candidate)]
    if not hits and isinstance(figure.value, Date) and figure.value.precision == "range":
        both = [[w for w in candidates if any(matching.told(end, d) for d in w.figures.dates)] for end in _ends(figure)]
        hits = [candidate for some in both for candidate in some] if all(both) else []
    is_month = isinstance(figure.value, Date) and figure.value.precision == "month"
    in_words = figure.kind in _WORDED or (figure.kind == "date" and (is_month or not matching.tell_days(candidates)))
    if not hits and in_words:
        hits = [candidate for candidate in candidates if _is_worded(figure, candidate)]
    return tuple({candidate.id: candidate for candidate in hits}.values())


def _ends(figure: Mention) -> tuple[Date, ...]:
    return figure.value.ends if isinstance(figure.value, Date) else ()


def _is_worded(figure: Mention, candidate: Candidate) -> bool:
    """Does the figure stand in the statement's own words or quotes, with the same noun?"""
    units = {singular(word) for word in figure.unit.split()} or {""}
    units = {currency(figure.text)} if figure.kind == "amount" else units
    return any((figure.kind, figure.value, unit) in candidate.worded for unit in units)


def reread(context: Context) -> Verdict | None:
    """Bare digits behind *articles* or *number* are those of articles, or the number of a document."""
    figure = context.figure
    numbered = en.NUMBERED.search(context.text[: figure.start])
    if figure.kind != "count" or (figure.unit and not numbered) or not figure.text.isdigit():
        return None
    if numbered and any(stands_in(figure.text, words) for words in _described(context)):
        return Verdict(Outcome.EXEMPT, (), "title")
    kinds: list[tuple[str, int | str]] = []
    if numbered or len(figure.text) >= _LONG:
        kinds.append(("number", figure.text))
    if en.ARTICLES.search(context.text[: figure.start]):
        kinds.append(("article", int(figure.text)))
    for kind, value in kinds:
        hits = backing(replace(figure, kind=kind, value=value), context.candidates)
        if hits:
            return Verdict(Outcome.SUPPORTED, tuple(candidate.id for candidate in hits))
    return None


def exempt(context: Context) -> Verdict | None:
    """It is part of a name, a title, a quotation or a turn of phrase, each a rule with a name."""
    figure, scope = context.figure, context.scope
    if meeting := _of_meeting(context):
        return meeting
    over = set(spans.covering(scope, figure))
    if "name" in over:
        return _of_name(context) or Verdict(Outcome.EXEMPT, (), "name")
    if "quote" in over and any(
        start <= figure.start and figure.end <= end
        and spans.is_quoted_from(scope.sentence.text[start:end], context.citations, context.setting.evidence)
        for start, end in spans.quotations(scope)
    ):  # fmt: skip
        return Verdict(Outcome.EXEMPT, (), "quotation")
    if figure.kind == "number" and any(stands_in(figure.text, words) for words in _described(context)):
        return Verdict(Outcome.EXEMPT, (), "title")
    if figure.kind == "number" and _names_place(context):
        return Verdict(Outcome.EXEMPT, (), "place")
    if spans.in_title(scope, figure, context.citations, context.sources):
        return Verdict(Outcome.EXEMPT, (), "title")
    return None


def _of_name(context: Context) -> Verdict | None:
    """A date in a name (``the protocol of 2010``) that a statement on what is named carries."""
    figure = context.figure
    named = [n.entity_id for n in context.scope.names if n.start <= figure.start and figure.end <= n.end]
    grounds = context.setting.grounds
    own = [grounds.candidate(s.id) for e in named for s in grounds.ledger.entities[e].statements]
    hits = backing(figure, own)
    return Verdict(Outcome.SUPPORTED, tuple(candidate.id for candidate in hits), "name") if hits else None


def _of_meeting(context: Context) -> Verdict | None:
    """A date by which a meeting is called, *the session of June*: the day of one that the cited places speak of."""
    if context.figure.kind != "date" or not en.MEETING_OF.search(context.text[: context.figure.start]):
        return None
    grounds = context.setting.grounds
    subjects = dict.fromkeys(candidate.statement.subject for candidate in context.candidates)
    met = [s for e in subjects for s in grounds.ledger.entities[e].statements if isinstance(s.value, Date)]
    hits = backing(context.figure, [grounds.candidate(statement.id) for statement in met])
    return Verdict(Outcome.SUPPORTED, tuple(candidate.id for candidate in hits), "name") if hits else None


def _names_place(context: Context) -> bool:
    """``Clause 1(a)`` beside a citation of that clause."""
    named = _PLACE.match(context.text, context.figure.start)
    return named is not None and any(
        place and places.meet(place, named[0].lower())
        for citation in context.citations
        for place in places.each(citation.locator)
    )


_PLACE = re.compile(r"[A-Za-z]+\.? [\dIVXLCivxlc]+(?:\(\w\))?")


def _described(context: Context) -> Iterable[str]:
    """What readers know the cited sources by: who made them, what they are called; no address and no day."""
    cited = [context.sources.get(citation.key) for citation in context.citations]
    return [source.fields[name] for source in cited if source for name in _NAMING if name in source.fields]


def idiom(context: Context) -> Verdict | None:
    """A small number that counts nothing, or orders what the text itself tells."""
    figure = context.figure
    is_one_of_some = figure.text.lower() == "one" and en.ANOTHER.search(context.text[figure.end :])
    if is_one_of_some or spans.is_idiom(context.text, figure):
        return Verdict(Outcome.IDIOM)
    if any(matching.alternatives(figure, candidate) for candidate in context.candidates):
        return None
    if figure.kind == "ordinal" and isinstance(figure.value, int) and figure.value <= 3:
        return Verdict(Outcome.EXEMPT, (), "sequence")
    if figure.text.lower().replace(" single", "") in ("one", "a day", "a week", "a month", "a year", "an hour"):
        return Verdict(Outcome.IDIOM)
    return None


def failed(context: Context) -> Verdict | None:
    """Nothing carries it: what the cited place says instead, another place says so, or nothing of the kind is there."""
    if not context.citations:
        return Verdict(Outcome.UNCITED)
    here = _nearest(context, context.candidates)
    if here:
        return here
    there = backing(context.figure, context.elsewhere)
    if there:
        return Verdict(Outcome.ELSEWHERE, tuple(w.id for w in there), "", "")
    misnamed = numbered_names.meant(context.text, context.figure, context.setting.grounds.numbered)
    if misnamed:
        return Verdict(Outcome.REFUTED, (), "name", f"{misnamed[0]!r} ({misnamed[1]})")
    return _nearest(context, [w for w in context.elsewhere if context.is_relevant(w)])


def _nearest(context: Context, candidates: Iterable[Candidate]) -> Verdict | None:
    offering = [
        (matching.distance(context.figure, w), w) for w in candidates if matching.alternatives(context.figure, w)
    ]
    if not offering:
        return None
    best = min(offering, key=lambda pair: pair[0])[1]
    others = [w.id for _, w in offering if w is not best]
    return Verdict(Outcome.REFUTED, (best.id, *others), "", " · ".join(matching.alternatives(context.figure, best)))


_STEPS: tuple[Step, ...] = (
    own,
    backwards,
    agreed,
    reread,
    ranking.ranked,
    computed.computed,
    publication.of_source,
    exempt,
    idiom,
    computed.contradicted,
    failed,
)
