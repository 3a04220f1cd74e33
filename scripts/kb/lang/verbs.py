"""The forms of English verbs, what helps them, and what only looks like one."""

from __future__ import annotations

import re

_IRREGULAR = {
    "admit": "admits admitted admitting", "allot": "allots allotted allotting", "annul": "annuls annulled annulling",
    "be": "is are was were been being", "bear": "bears bore borne bearing", "beat": "beats beaten beating",
    "become": "becomes became becoming", "begin": "begins began begun beginning", "bid": "bids bidding",
    "bind": "binds bound binding", "break": "breaks broke broken breaking", "bring": "brings brought bringing",
    "build": "builds built building", "buy": "buys bought buying", "call": "calls called calling", "can": "could",
    "cancel": "cancels cancelled cancelling", "carry": "carries carried carrying", "cast": "casts casting",
    "choose": "chooses chose chosen choosing", "come": "comes came coming", "commit": "commits committed committing",
    "concur": "concurs concurred concurring", "confer": "confers conferred conferring", "cost": "costs costing",
    "cut": "cuts cutting", "deal": "deals dealt dealing", "defer": "defers deferred deferring",
    "demur": "demurs demurred demurring", "do": "does did done doing", "draw": "draws drew drawn drawing",
    "enrol": "enrols enrolled enrolling", "equip": "equips equipped equipping", "expel": "expels expelled expelling",
    "fall": "falls fell fallen falling", "fight": "fights fought fighting", "find": "finds found finding",
    "fly": "flies flew flown flying", "forbid": "forbids forbade forbidden forbidding",
    "foresee": "foresees foresaw foreseen foreseeing", "format": "formats formatted formatting",
    "freeze": "freezes froze frozen freezing", "fulfil": "fulfils fulfilled fulfilling",
    "get": "gets got gotten getting", "give": "gives gave given giving", "go": "goes went gone going",
    "grow": "grows grew grown growing", "hamper": "hampers hampered hampering", "have": "has had having",
    "hold": "holds held holding", "keep": "keeps kept keeping", "label": "labels labelled labelling",
    "lay": "lays laid laying", "lead": "leads led leading", "leave": "leaves left leaving",
    "lend": "lends lent lending", "let": "lets letting", "lie": "lies lay lain lying", "lose": "loses lost losing",
    "make": "makes made making", "may": "might", "mean": "means meant meaning", "meet": "meets met meeting", "must": "",
    "occur": "occurs occurred occurring", "oversee": "oversees oversaw overseen overseeing",
    "panic": "panics panicked panicking", "pay": "pays paid paying", "permit": "permits permitted permitting",
    "prefer": "prefers preferred preferring", "prompt": "prompts prompted prompting",
    "propel": "propels propelled propelling", "put": "puts putting", "quarrel": "quarrels quarrelled quarrelling",
    "quash": "quashes quashed quashing", "quit": "quits quitting", "read": "reads reading",
    "rebel": "rebels rebelled rebelling", "rebut": "rebuts rebutted rebutting", "refer": "refers referred referring",
    "regret": "regrets regretted regretting", "rely": "relies relied relying",
    "rewrite": "rewrites rewrote rewritten rewriting", "rise": "rises rose risen rising", "run": "runs ran running",
    "say": "says said saying", "see": "sees saw seen seeing", "seek": "seeks sought seeking",
    "sell": "sells sold selling", "send": "sends sent sending", "set": "sets setting", "shall": "",
    "shoot": "shoots shot shooting", "should": "", "show": "shows showed shown showing",
    "shrink": "shrinks shrank shrunk shrinking", "shut": "shuts shutting", "sit": "sits sat sitting",
    "speak": "speaks spoke spoken speaking", "spend": "spends spent spending", "split": "splits splitting",
    "spread": "spreads spreading", "stand": "stands stood standing", "stick": "sticks stuck sticking",
    "strike": "strikes struck striking", "submit": "submits submitted submitting",
    "swell": "swells swelled swollen swelling", "take": "takes took taken taking", "tell": "tells told telling",
    "think": "thinks thought thinking", "throw": "throws threw thrown throwing",
    "transfer": "transfers transferred transferring", "travel": "travels travelled travelling",
    "undercut": "undercuts undercutting", "understand": "understands understood understanding",
    "undertake": "undertakes undertook undertaken undertaking", "unfreeze": "unfreezes unfroze unfrozen unfreezing",
    "wage": "wages waged waging", "win": "wins won winning", "wind": "winds wound winding",
    "withdraw": "withdraws withdrew withdrawn withdrawing", "withhold": "withholds withheld withholding",
    "write": "writes wrote written writing",
}  # fmt: skip
_DOUBLED = re.compile(r"[^aeiou]+[aeiou][bdgklmnprt]")
"""A verb of one syllable whose last letter is doubled: *ban, banned*."""
AUXILIARY = frozenset(
    "be is are was were been being have has had having do does did done can could may might must shall should".split()
)
"""Verbs that help others and by themselves tell next to nothing."""
LIGHT = frozenset(
    "come comes came coming go goes went gone going give gives gave given make makes made take takes took taken"
    " get gets got put puts set sets keep keeps kept hold holds held leave leaves left see sees saw seen find"
    " finds found bring brings brought let lets turn turns turned run runs ran stand stands stood lie lies lay"
    " tell tells told say says said bear bears bore carry carries carried call calls called mean means meant add"
    " adds added note notes noted name names named count counts counted number numbers numbered include includes"
    " included follow follows followed serve serves served become becomes became last lasts lasted exist exists"
    " mark marks marked read reads show shows showed concern concerns address addressed addresses complete open"
    " close clear back present concerned work works worked need needs needed want wants wanted like look looks"
    " looked know known speak spoke".split()
)
"""Verbs that by themselves tell too much to tell one thing: only with what stands behind them they tell an event."""
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got|gotten)(?: \w+(?:ly)?){0,2} $", re.IGNORECASE)
"""Before a participle whose doer, if anybody, stands behind *by*."""
_BEFORE_NOUN = (
    "the a an of in on for by with from at into its his her their our this these those no any some each every all"
    " both one two three four five six seven eight nine ten several many few much more most less other another such new"
    " old first second third last next former common joint military political armed foreign national international"
    " member collective general special state own under over against between among without about per as than".split()
)
_NOUN_BEFORE = re.compile(
    rf"(?:^|[\s(“])(?:{'|'.join(_BEFORE_NOUN)}|\d[\d,.]*|[\w’'-]+['’]s?|\w+(?:al|ary|ive|ous|ic))[ -]$", re.IGNORECASE
)
"""The word that stands before a noun: *the offer*, *of request*, *Armenia's appeal*."""
_ENDS_ED = re.compile(r"\w+(?:ed|en|wn)$")


def is_noun(word: str, head: str, rest: str) -> bool:
    """Is a word that may be a verb a noun here, or an adjective before one: *the appeal*, *frozen conflicts*?"""
    first = word.split()[0].lower()
    if not is_finite(word):
        return True
    if _NOUN_BEFORE.search(head, max(0, head.rfind(" ", 0, -1))):
        return True
    return bool(_ENDS_ED.fullmatch(first)) and " " not in word and not head.strip() and bool(re.match(r" [a-z]", rest))


_BASE = frozenset(_IRREGULAR)
_PAST = frozenset(
    form for each, others in _IRREGULAR.items() for form in others.split() if not form.endswith(("s", "ing"))
) - _BASE | {"was"}
_PRESENT = frozenset("exceed feed heed need proceed succeed".split())
"""What ends like a past and is none."""


def is_past(word: str) -> bool:
    """Does a verb tell what was, or stand behind *has* or *was*: *signed*, *taken*?"""
    first = word.split()[0].lower()
    return first in _PAST or (first.endswith("ed") and first not in _PRESENT)


def is_finite(word: str) -> bool:
    """May a verb be what a sentence tells by itself: *urged*, *urges*, and not *urging*?"""
    first = word.split()[0].lower()
    return first in _BASE or not first.endswith("ing")


def forms(verb: str) -> tuple[str, ...]:
    """Every form of a verb, or of a turn that begins with one: *hand over*, *handed over* …"""
    head, space, rest = verb.partition(" ")
    return tuple(f"{form}{space}{rest}" for form in (head, *_others(head)))


def _others(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return tuple(_IRREGULAR[verb].split())
    if verb.endswith("ie"):
        return f"{verb}s", f"{verb}d", f"{verb[:-2]}ying"
    if verb.endswith(("ee", "oe", "ye")):
        return f"{verb}s", f"{verb}d", f"{verb}ing"
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    plural = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"
    stem = verb + verb[-1] if _DOUBLED.fullmatch(verb) else verb
    return plural, f"{stem}ed", f"{stem}ing"
