"""The shapes a figure takes in text, each a pattern over text whose ASCII letters are lower case."""

from __future__ import annotations

import re

from kb.core.months import ANY as MONTH
from kb.core.months import FULL
from kb.extract.dates import NINETIES
from kb.extract.numbers import FEW, MONEY, NUMBER, ORDINAL_BELOW_100, ORDINAL_WORDS
from kb.lang import en

_Y, _D, _TH = "[0-9]{4}", "[0-9]{1,2}", "(?:st|nd|rd|th)?"
_TO = r"(?: ?[–—-] ?| to | until | through )"
_TO_OR_AND = r"( ?[–—-] ?| to | until | through | and | or )"
_PART = "(?:(early|mid|late)[- ])?"
_NTH = rf"(?:{ORDINAL_BELOW_100}|[0-9]{{1,6}}(?:st|nd|rd|th))"
_ITEM = r"(?:[0-9]{1,6}|[ivxl]{1,7})(?![\w/]|\.[0-9])"
_LIST = rf"({_ITEM}(?:(?:, | and |, and | or | to |[–—-]){_ITEM})*)"
_CODE = r"([a-z]{0,4}-?[0-9]\w*(?:[/.-]\w+)*)"
_AFTER = "(?: (later|earlier|before|after|on|afterwards|previously|ago|hence))?"

SHAPES = {
    "iso": rf"({_Y})-([0-9]{{2}})-([0-9]{{2}})",
    "dotted": rf"({_D})\.([0-9]{{2}})\.({_Y})",
    "day_span": rf"({_D}){_TH}{_TO_OR_AND}({_D}){_TH}(?: of)? ({MONTH})(?:,? ({_Y}))?",
    "month_span": rf"({_D}){_TH}(?: of)? ({MONTH}){_TO}({_D}){_TH}(?: of)? ({MONTH}),? ({_Y})",
    "day": rf"({_D}){_TH}(?: of)? ({MONTH}),?(?: of)? ({_Y})",
    "us_span": rf"({MONTH}) ({_D}){_TH}{_TO}({_D}){_TH}(?:, ({_Y}))?(?![,.:/-]?[0-9])",
    "us_day": rf"({MONTH}) ({_D}){_TH},? ({_Y})",
    "day_month": rf"({_D}){_TH}(?: of)? ({MONTH})",
    "months": rf"({MONTH}){_TO_OR_AND}({MONTH})(?: of)?,? ({_Y})",
    "month_year": rf"({MONTH})(?: of)?,? ({_Y})(?![,.][0-9])",
    "month_day": rf"({MONTH}) ({_D}){_TH}(?![,.:/-]?[0-9])",
    "years": rf"({_Y}) ?[–—/-] ?({_Y})(?![,.-]?[0-9])",
    "years_short": rf"({_Y})[–—/-]([0-9]{{2}})(?![,.-]?[0-9])",
    "century": rf"({_NTH}|[ivx]{{1,6}}(?:st|nd|rd|th)?)[- ]centur(?:y|ies)",
    "decade": rf"{_PART}([0-9]{{3}})0['’]?s",
    "nineties": rf"{_PART}({NINETIES})",
    "share": rf"({FEW})(?: ?%| per ?cent)",
    "symbol": rf"(?:us|a|c)?[$€£₽] ?({MONEY})(?![.,]?[0-9])",
    "money": rf"({NUMBER}) ({en.CURRENCY})",
    "article": rf"(?:articles?|arts?\.?|ст\.|стать[а-я]+) ?{_LIST}",
    "article_ordinal": rf"({_NTH}) article(?! [0-9])",
    "code": rf"(?:no\.?|nos\.?|№|numbered|resolution|law|decree)(?: no\.?)? ?{_CODE}",
    "label": rf"(?:{en.PARTS_OF_A_TEXT})s?\.? {_LIST}",
    "slashed": r"([0-9]+/[0-9]+)(?!/?[0-9])",
    "duration": rf"(half an?|an?|{NUMBER})(?: (?:single|full|whole|mere|entire))?"
    rf"([- ]and[- ]a[- ]half)?[- ]{en.SPAN_OF_TIME}(['’]?)(?:-(?:old|long))?"
    rf"( and a half)?{_AFTER}",
    "ordinal": rf"({ORDINAL_WORDS}|[0-9]{{1,6}}(?:st|nd|rd|th))(?! article [0-9])",
    "fraction": r"(?!\w+ quarters? of a (?:hundred|thousand|[mbt]r?illion)\b)"
    r"(one|two|three|four|a)[- ](?:(third|quarter|fifth|tenth) of|(third|quarter|fifth|tenth)s)",
    "half": r"(?<!and a )half(?= of\b| the\b| its\b| their\b)",
    "dozen": rf"(half a|a|{FEW}) dozen",
    "roman_year": r"((?=m[mdclxvi]{3})m{1,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))",
    "host": r"([a-z0-9-]*[0-9][a-z0-9-]*\.[a-z]{2,6})",
    "year": rf"({_Y})(?![,.:/-]?[0-9]|%|-[ivxlc]+\b)",
    "year_in_name": rf"[^\W0-9_]+-({_Y})(?![,.:/-]?[0-9])",
    "name": r"([^\W0-9_]+-[0-9][0-9a-z]*)(?![,.:/-]?[0-9])",
    "month": rf"({FULL})",
    "time": r"([0-9]{1,2}:[0-9]{2})",
    "count": rf"({NUMBER})(?![,.:/-]?[0-9]|-[ivxlc]+\b)",
    "token": r"(\w*[0-9]\w*(?:-[ivxlc]+\b|(?:[,.:/–-]\w*[0-9]\w*)*))",
}
"""By name; the first that fits at a place is taken. ``token`` takes what no other reads, so that no digit is passed."""

_STARTS = "|".join(
    "one two twe thir three thousandth four fort foot fi[fv] first six sec[ot] sep sev eig nin ten ele zer half hund"
    " jan feb march mar\\b may apr ju[ln] aug oct no(?:[sv]|\\b) dec numb"
    " ear mid-|mid\\s la[tw] arti arts?\\b resol chap"
    " para part page claus item entr[iy] poin volu anne an\\b prin rule tabl us[\\s$€£₽] a\\s m[mdclxvi]{3}"
    " [ivx]+(?:st|nd|rd|th)?[-\\s]centur янв фев март? апр ма[йяею] июн июл авг сен окт ноя дек ст\\. стат".split()
)
FIGURE = re.compile(
    rf"(?:\b|(?=[$€£₽№]))(?=[\w-]*[0-9$€£₽№]|{_STARTS})(?:"
    + "|".join(f"(?P<{name}>{shape})" for name, shape in SHAPES.items())
    + r")(?!\w)"
)
"""Any figure; ``lastgroup`` names its shape. The look-ahead only spares time: no shape starts otherwise."""


class Hit:
    """One match of one shape: its groups are numbered as in the shape."""

    __slots__ = ("_base", "_count", "_match")

    def __init__(self, match: re.Match[str], base: int, count: int) -> None:
        self._match, self._base, self._count = match, base, count

    def __getitem__(self, group: int) -> str:
        return self._match[self._base + group]

    def groups(self) -> tuple[str, ...]:
        """The texts of all groups of the shape."""
        return self._match.groups()[self._base : self._base + self._count]

    def start(self, group: int = 0) -> int:
        """Where a group starts in the text."""
        return self._match.start(self._base + group)

    def end(self, group: int = 0) -> int:
        """Where a group ends in the text."""
        return self._match.end(self._base + group)


_BASES = [*FIGURE.groupindex.values(), FIGURE.groups + 1]
_COUNTS = {
    name: (base, after - base - 1) for (name, base), after in zip(FIGURE.groupindex.items(), _BASES[1:], strict=True)
}


def hit(match: re.Match[str], shape: str) -> Hit:
    """The match as the shape sees it."""
    return Hit(match, *_COUNTS[shape])
