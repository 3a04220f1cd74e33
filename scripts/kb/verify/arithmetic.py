"""Numbers that follow from others by a step that a reader can take: sums, differences, shares, what a list counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from math import nan

from kb.core.numbers import BETWEEN
from kb.evidence import matching
from kb.extract.mention import Mention
from kb.lang import en
from kb.verify.context import Context

_MOST, _PARTS = 10, 5
"""Of so many numbers in reach, at most so many are summed up."""
_NEAR = 0.12
"""By so much of itself a share may be rounded: *a quarter* of 1,600 in 6,000."""
OF_STATEMENTS = ("sum", "difference", "share")
"""The ways that rest on numbers of the cited places."""
_NUMERIC = frozenset({"count", "percentage", "amount"})
_IN_BRACKETS = re.compile(r" \([^()]*\)")


def follows(context: Context) -> str:
    """How the number follows: by ``list``, ``told``, ``sum``, ``difference`` or ``share``; empty if it does not."""
    figure = context.figure
    if not isinstance(figure.value, int | float) or figure.kind not in {*_NUMERIC, "ordinal"} or figure.value == 1:
        return ""
    if figure.kind == "count" and figure.bound == "exactly" and _is_list(figure, context.text):
        return "list"
    if _is_taken_up(context):
        return "told"
    share, is_offered = _share(figure, context), _is_offered(context)
    if figure.kind == "count" and _are_sources(context):
        return "sources"
    if share is not None:
        return "share" if _is_share(share, context) and not (figure.kind == "percentage" and is_offered) else ""
    if figure.kind != "count":
        return ""
    if _is_all_but_last(context) or _is_all_but_one(context):
        return "told"
    if not is_offered and figure.bound == "exactly" and (_is_size_of_set(context) or _is_last_list(context)):
        return "set"
    if _is_made_up(context):
        return "sum"
    if is_offered:
        return ""
    if en.SUMMED_UP.search(context.text) and _is_sum(context):
        return "sum"
    if _is_difference(context):
        return "difference"
    return "share" if figure.bound == BETWEEN and _is_rate(context) else ""


def _is_offered(context: Context) -> bool:
    """Has the source a number of the kind, and the sentence no word that says that it reckons?"""
    offered = any(matching.alternatives(context.figure, candidate) for candidate in context.candidates)
    return offered and not (en.SUMMED_UP.search(context.text) or _is_compared(context))


def _is_compared(context: Context) -> bool:
    """Does the sentence set numbers against one another, and not only bound one of them: *more than 500*?"""
    text = context.text
    for figure in context.figures:
        if figure.bound in ("over", "under"):
            text = en.BOUND_BEFORE.sub(lambda found: " " * len(found[0]), text[: figure.start]) + text[figure.start :]
    return bool(en.COMPARED.search(text))


def _is_list(figure: Mention, text: str) -> bool:
    """Does the sentence itself give what it counts: ``two chambers, the upper and the lower``?"""
    behind = text[figure.end :]
    bare = _IN_BRACKETS.sub("", behind)
    shapes = (en.ANNOUNCED_LIST, behind), (en.ANNOUNCED_LIST, bare), (en.APPOSED_LIST, bare)
    found = [shape.match(words) for shape, words in shapes]
    lists = [match[1] for match in found if match]
    return any(n == figure.value for words in lists for n in _sizes(words))


def _is_last_list(context: Context) -> bool:
    """Are as many names listed at the end of the sentence: *sees two bodies fail in 2021, the Pact and the Synod*?"""
    last = en.LAST_LIST.search(_IN_BRACKETS.sub("", context.text[context.figure.end :]))
    return last is not None and any(n == context.figure.value for n in _sizes(last[1]))


def _sizes(words: str) -> Iterator[int]:
    """How many items the list may have: up to each *and*, the last before what goes on behind it."""
    for last in en.BEFORE_LAST.finditer(words):
        yield words.count(", ", 0, last.start()) + 2


def _told(context: Context) -> tuple[float, ...]:
    """The other numbers of the sentence."""
    return tuple(_number(f) for f in context.figures if f is not context.figure and _counts(f))


def _known(context: Context) -> tuple[float, ...]:
    """The numbers in reach: of the sentence, of the cited places, and told before."""
    stated = [n for candidate in context.candidates for count in candidate.figures.counts for n in count.written]
    told = dict.fromkeys((*_told(context), *context.counted))
    return (*stated[:_MOST], *(n for n in told if n not in stated))[:_MOST]


def _is_taken_up(context: Context) -> bool:
    """``two of the seven``, ``the other five``, ``the seventh``: told before, what is left, the last."""
    figure, head = context.figure, context.text[: context.figure.start]
    if figure.value == 2 and en.THE_TWO.search(head) and not _is_offered(context):
        return True
    before = {*context.counted, *(_number(f) for f in context.figures if f.start < figure.start and _counts(f))}
    if figure.kind == "ordinal":
        is_alone = not figure.unit or context.text[figure.end : figure.end + 1] in (",", ".", ";")
        return is_alone and bool(en.LAST_OF.search(head)) and bool({_number(figure), _number(figure) - 1} & before)
    if figure.kind != "count" or not (en.TAKEN_UP.search(head) or "other" in figure.unit.split()[:2]):
        return False
    left = {one - other for one in before for other in before if one > other}
    if en.END_OF_ROW.search(head) and any(n > _number(figure) for n in before):
        return True
    is_told = figure.value in before and not _is_offered(context)
    return is_told or (figure.value in left and bool(en.OTHERS.search(_around(context))))


def _number(figure: Mention) -> float:
    return float(figure.value) if isinstance(figure.value, int | float) else nan


def _counts(figure: Mention) -> bool:
    return figure.kind in _NUMERIC and isinstance(figure.value, int | float)


def _ordinals(context: Context) -> tuple[float, ...]:
    """Of those that are counted on: *the seventh* and *the nineteenth* are twelve apart."""
    return tuple(float(f.value) for f in context.figures if f.kind == "ordinal" and isinstance(f.value, int | float))


def _around(context: Context) -> str:
    return context.text[max(0, context.figure.start - 24) : context.figure.end + 12]


def _is_all_but_last(context: Context) -> bool:
    """``five came, the sixth did not``: with the one that the sentence tells apart they are as many as is known."""
    value = _number(context.figure)
    last = any(f.kind == "ordinal" and _number(f) == value + 1 and _heads(f, context) for f in context.figures)
    return last and value + 1 in _known(context)


def _is_all_but_one(context: Context) -> bool:
    """``the other five``: with the one that was told of they are as many as the cited place counts."""
    figure = context.figure
    is_rest = en.THE_OTHER.search(context.text[: figure.start])
    of_unit = (
        c for w in context.candidates for c in w.figures.counts if not figure.unit or matching.of_unit(figure, c)
    )
    return bool(is_rest) and any(_number(figure) + 1 in count.written for count in of_unit)


def _heads(figure: Mention, context: Context) -> bool:
    return bool(en.LAST_OF.search(context.text[: figure.start]))


def _are_sources(context: Context) -> bool:
    """``two outlets``, ``three studies``: the sources that the sentence cites; ``four times``, a source for each."""
    cited = {citation.key for group in context.scope.groups for citation in group}
    if context.figure.unit == "times":
        return len({citation.key for citation in context.citations}) == context.figure.value
    return len(cited) == context.figure.value and bool(en.SOURCES.search(context.figure.unit))


def _is_size_of_set(context: Context) -> bool:
    """``five contingents``, ``five parliaments``: as many as the cited place names members of a set."""
    sets = [c.statement.value if isinstance(c.statement.value, tuple) else c.statement.who for c in context.candidates]
    return bool(context.figure.unit) and any(len(members) == context.figure.value for members in sets)


def _share(figure: Mention, context: Context) -> float | None:
    """The share that a figure tells: ``a fifth``, ``31 per cent``, ``nine in ten``, ``three times``."""
    text = context.text
    value, head = _number(figure), text[: figure.start]
    if figure.kind == "ordinal":
        return 1 / value if value > 2 and en.ONE_PART.search(head) else None
    if figure.kind == "percentage":
        return value / 100
    if figure.kind == "count" and value < 1:
        return value
    if figure.unit.startswith("times") or text[figure.end :].startswith((" times", "-fold", "fold")):
        return value
    for other in context.figures:
        if other is figure or other.kind != "count" or not isinstance(other.value, int | float):
            continue
        one, two = sorted((figure, other), key=lambda each: each.start)
        if en.OUT_OF.fullmatch(text[one.end : two.start].lstrip()) and 0 < _number(one) < _number(two):
            return _number(one) / _number(two)
    return None


def _is_share(share: float, context: Context) -> bool:
    known = [n for n in _known(context) if n > 0]
    pairs = [(one, other) for one in known for other in known if one != other]
    parts = [part for one, other in pairs for part in (one / other, abs(one - other) / other)]
    left = bool(en.LEFT_OVER.search(context.text))
    of_a_hundred = (part for n in known for part in ((n / 100, 1 - n / 100, 1 - n) if left else (n / 100,)))
    return any(abs(part - share) <= _NEAR * share for part in (*parts, *of_a_hundred))


def _is_sum(context: Context) -> bool:
    """The numbers of the sentence, or those in reach, come to this one; or it is the whole of which one is a share."""
    value = _number(context.figure)
    shares = [share for f in context.figures if f is not context.figure and (share := _share_of(f, context))]
    wholes = (n / share for n in _known(context) for share in shares)
    return value in _sums(context) or any(abs(whole - value) <= _NEAR / 2 * value for whole in wholes)


def _is_made_up(context: Context) -> bool:
    """The numbers beside it in the sentence, those of one statement, or two that are shared out come to it."""
    if not en.MADE_UP.search(context.text):
        return False
    stated = [[n for count in candidate.figures.counts for n in count.written] for candidate in context.candidates]
    numbers = [n for those in stated for n in those]
    shared_out = en.SHARED_OUT.search(context.text)
    halves = [*combinations(numbers, 2)] if shared_out else []
    halves += [(n, n) for n in numbers] if shared_out and shared_out.start() > context.figure.end else []
    every = ([*_told(context)], *stated, *halves)
    return any(len(parts) > 1 and sum(parts) == context.figure.value for parts in every)


def _share_of(figure: Mention, context: Context) -> float | None:
    share = _share(figure, context) if isinstance(figure.value, int | float) else None
    return share if share and share < 1 else None


def _sums(context: Context) -> Iterator[float]:
    known = _known(context)
    stated = [n for candidate in context.candidates for count in candidate.figures.counts for n in count.written]
    yield from (sum(stated), sum(_told(context)), sum(context.counted))
    for size in range(2, min(_PARTS, len(known)) + 1):
        yield from map(sum, combinations(known, size))


def _is_difference(context: Context) -> bool:
    known: tuple[float, ...] = ()
    if _is_compared(context):
        known = (*_known(context), *_ordinals(context))
    elif en.LEFT_OVER.search(context.text):
        known = (*_told(context), *context.counted, *((1.0,) if en.BUT_ONE.search(context.text) else ()))
    return any(one - other == context.figure.value for one in known for other in known)


def _is_rate(context: Context) -> bool:
    """``between four and five a year``: what comes of one number by another lies within one of it."""
    value = _number(context.figure)
    known = [n for n in _known(context) if n > 0]
    return any(abs(one / other - value) < 1 for one in known for other in known if one > other > 1)
