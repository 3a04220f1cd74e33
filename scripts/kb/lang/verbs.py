"""The forms of English verbs: what cannot be made by rule stands here."""

from __future__ import annotations

import re

_IRREGULAR = {
    "be": "is are was were been being", "bear": "bears bore borne bearing", "become": "becomes became becoming",
    "beat": "beats beaten beating", "begin": "begins began begun beginning", "bid": "bids bidding",
    "bind": "binds bound binding", "break": "breaks broke broken breaking", "bring": "brings brought bringing",
    "build": "builds built building", "call": "calls called calling", "can": "could", "carry": "carries carried carrying",
    "cast": "casts casting", "choose": "chooses chose chosen choosing", "come": "comes came coming", "cut": "cuts cutting",
    "cost": "costs costing", "deal": "deals dealt dealing", "do": "does did done doing", "draw": "draws drew drawn drawing",
    "fall": "falls fell fallen falling", "fight": "fights fought fighting", "find": "finds found finding",
    "fly": "flies flew flown flying", "forbid": "forbids forbade forbidden forbidding",
    "foresee": "foresees foresaw foreseen foreseeing", "freeze": "freezes froze frozen freezing",
    "get": "gets got gotten getting", "give": "gives gave given giving", "go": "goes went gone going",
    "grow": "grows grew grown growing", "have": "has had having", "hold": "holds held holding",
    "keep": "keeps kept keeping", "lay": "lays laid laying", "lead": "leads led leading",
    "leave": "leaves left leaving", "lend": "lends lent lending", "let": "lets letting", "lie": "lies lay lain lying",
    "lose": "loses lost losing", "make": "makes made making", "may": "might", "mean": "means meant meaning",
    "meet": "meets met meeting", "must": "", "oversee": "oversees oversaw overseen overseeing", "pay": "pays paid paying",
    "put": "puts putting", "quit": "quits quitting", "read": "reads reading", "rise": "rises rose risen rising",
    "run": "runs ran running", "say": "says said saying", "see": "sees saw seen seeing", "seek": "seeks sought seeking",
    "sell": "sells sold selling", "send": "sends sent sending", "set": "sets setting", "shall": "", "should": "",
    "show": "shows showed shown showing", "shrink": "shrinks shrank shrunk shrinking", "shut": "shuts shutting",
    "sit": "sits sat sitting", "speak": "speaks spoke spoken speaking", "split": "splits splitting",
    "spread": "spreads spreading", "stand": "stands stood standing", "stick": "sticks stuck sticking",
    "strike": "strikes struck striking", "swell": "swells swelled swollen swelling", "take": "takes took taken taking",
    "tell": "tells told telling", "think": "thinks thought thinking", "throw": "throws threw thrown throwing",
    "undercut": "undercuts undercutting", "undertake": "undertakes undertook undertaken undertaking",
    "wage": "wages waged waging", "win": "wins won winning", "withdraw": "withdraws withdrew withdrawn withdrawing",
    "withhold": "withholds withheld withholding", "write": "writes wrote written writing",
    "regret": "regrets regretted regretting", "rebut": "rebuts rebutted rebutting", "transfer": "transfers transferred transferring",
    "defer": "defers deferred deferring", "commit": "commits committed committing",
    "submit": "submits submitted submitting", "admit": "admits admitted admitting", "expel": "expels expelled expelling",
    "propel": "propels propelled propelling", "permit": "permits permitted permitting", "rebel": "rebels rebelled rebelling",
    "demur": "demurs demurred demurring", "confer": "confers conferred conferring", "refer": "refers referred referring",
    "prefer": "prefers preferred preferring", "occur": "occurs occurred occurring", "quash": "quashes quashed quashing",
    "enrol": "enrols enrolled enrolling", "fulfil": "fulfils fulfilled fulfilling", "cancel": "cancels cancelled cancelling",
    "label": "labels labelled labelling", "travel": "travels travelled travelling", "annul": "annuls annulled annulling",
    "equip": "equips equipped equipping", "hamper": "hampers hampered hampering", "prompt": "prompts prompted prompting",
    "panic": "panics panicked panicking", "format": "formats formatted formatting", "rely": "relies relied relying",
}  # fmt: skip
_DOUBLED = re.compile(r"[^aeiou]+[aeiou][bdgklmnprt]")
"""A verb of one syllable whose last letter is doubled: *ban, banned*."""
_TO = r"(?: \w+)? (?:to|from)\b"
NEGATION = re.compile(
    r"\b(?:not(?! (?:only|far|much|least|long|quite|all that|a few|surprising\w*|among the (?:first|last))\b)|n['’]t|never"
    r"|no(?!\.|w| (?:more|less|fewer|later|sooner|longer than|doubt|matter|wonder|other than|place|room|trace)\b)|none(?! other)|nobody|nothing|neither|nor|without(?! (?:delay|exception|ceremony|haste)\b)|cannot|hardly|scarcely"
    rf"|(?:refus|declin|fail|ceas|stop|refrain|abstain|neglect|omit|balk)\w*{_TO}|(?:unable|unwilling|reluctant){_TO}"
    r"|(?:instead of|rather than|far from|short of|yet to|avoid\w*|(?:keep|kept|bar|ban|prevent|stop)\w* (?:[\w’'-]+ ){0,3}(?:out of|from)|ruled out|rules out|ruling out|instead))(?!\w)",
    re.IGNORECASE,
)
"""Words that turn what is told behind them into its contrary; two of them cancel each other."""
SOUGHT = re.compile(
    r"\b(?:looked|searched|sought) for\b|\b(?:not|no|nothing|none|nor)\b.*\b(?:found|seen|known to us)\b"
    r"|\bfound (?:no|none|nothing)\b",
    re.IGNORECASE,
)
"""What a sentence says of what was looked for, and not of what happened."""
REASON = re.compile(
    r"\b(?:because(?: of)?|owing to|due to|on account of|for (?:want|lack|fear) of|under (?:the )?pressure|thanks to|so as to"
    r"|in order to|in protest|unless|even if|provided(?: that)?|on condition|despite|in spite of|in return for|lest"
    r"|to the exclusion|at the (?:wish|suggestion|invitation)|over the (?:objections?|protests?)|by way of|for the sake of"
    r"|to (?:spare|win|get|secure|punish|discipline|please|avoid|gain|prevent))\b",
    re.IGNORECASE,
)
"""What opens a clause that gives a reason, a purpose, a condition or an exception."""
CLAUSE_END = re.compile(r"[,;:.(—]| (?:and|but) ")
ELSE = re.compile(
    r"\b(?:need\w*|requir\w*|unless|absen\w*|lack\w*|except\w*|apart from|only|against|excluded|still|yet|wanting|missing|stopp\w*|left out|opted out|deni\w*"
    r"|declin\w*|refus\w*|reject\w*|fail\w*|void|invalid|disagree\w*|object\w*|oppos\w*|free of|nowhere|few|but for|save|but|empty|ended|un[a-z]{5,})\b",
    re.IGNORECASE,
)
"""Words that may deny without a *not*, so that nothing is sure of what is denied beside them."""
BEHIND = re.compile(
    r" (?:no(?! less| fewer| more| later| sooner)|none|nothing|neither|nobody|not(?! only\b))\b", re.IGNORECASE
)
"""The same right behind a verb: *signed nothing*."""
_PLANNED = (
    r"would|will|shall|(?:is|are|was|were|had|has|have) (?:yet |still |only |first |due |set |about |ready |going |prepared )?to"
    r"|(?:plan|intend|mean|aim|hop|expect|want|wish|prepar|schedul|seek|decid|agree|promis|pledg|offer|threaten|undert)\w*"
    r"(?: \w+){0,3}? to|the (?:plan|intention|aim|promise|decision|readiness|agreement) to"
)
MODALITY = {
    "must": re.compile(r"\b(?:must|ha(?:s|ve|d) to|should|ought to|obliged to|bound to|duty to|needs? to)\b", re.I),
    "may": re.compile(r"\b(?:may|might|can|could|right to|allowed to|entitled to|free to|possible to|cannot)\b", re.I),
    "asked": re.compile(
        r"\b(?:ask|request|appeal|call|urg|demand|petition|press|plead|insist|summon)\w*\b.{0,60}?\b(?:to|for|that|on)\b",
        re.I,
    ),
    "proposed": re.compile(r"\b(?:propos|suggest|recommend|moot|float|draft|advoc|advis)\w*\b", re.I),
    "planned": re.compile(rf"\b(?:{_PLANNED})\b|\bto\b", re.I),
}
"""Words before an event that say that it had not come about, the strongest first."""
_OPEN = re.compile(
    r"\b(?:would|will|shall|was to|were to|is to|are to|plan\w*|intend\w*|due to|set to|expect\w*|whether|if|propos\w*"
    r"|suggest\w*|announc\w*|promis\w*|pledg\w*|offer\w*|draft\w*|(?:not?|none|nothing)\b.*\bfound|yet to|ready to|almost|nearly)\b",
    re.IGNORECASE,
)


def is_open(text: str) -> bool:
    """Does a sentence say of anything that it had not come about yet, or that this is not known?"""
    return bool(_OPEN.search(text))


PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got|gotten)(?: \w+(?:ly)?){0,2} $", re.IGNORECASE)
"""Before a participle whose doer, if anybody, stands behind *by*."""
AUXILIARY = frozenset(
    "be is are was were been being have has had having do does did done can could may might must shall should".split()
)
"""Verbs that help others and by themselves tell next to nothing."""
LIGHT = frozenset(
    "come comes came coming go goes went gone going give gives gave given make makes made take takes took taken get gets got"
    " put puts set sets keep keeps kept hold holds held leave leaves left see sees saw seen find finds found bring brings"
    " brought let lets turn turns turned run runs ran stand stands stood lie lies lay tell tells told say says said bear"
    " bears bore carry carries carried call calls called mean means meant add adds added note notes noted name names named"
    " count counts counted number numbers numbered include includes included follow follows followed serve serves served"
    " become becomes became last lasts lasted exist exists mark marks marked read reads show shows showed concern concerns"
    " complete open close clear back present concerned work works worked need needs needed want wants wanted like look looks looked know known speak spoke".split()
)
"""Verbs that by themselves tell too much to tell one thing: only with what stands behind them they tell an event."""
BREAKS = re.compile(
    r"[;:—()“”]|, |\b(?:that|but|while|whereas|which|who|whom|whose|because|although|though|after|before|when|until|if|since|as|than"
    r"|except|unless|whether|where|yet|and(?= (?:the |a |its |his |her |their |in |on |that |then |also )?[\w’'-]+(?: \w+){0,3} (?:was|were|had|has|is|are|did)))\b"
)
"""Where one clause ends and another begins."""
NO_SUBJECT = (
    "the a an of in on for by with from at into its his her their our this these those no any some each every all both"
    " one two three four five six seven eight nine ten several many few more most less other another such new old"
    " first second third last next former common joint military political armed foreign national international member"
    " collective general special state own under over against between among without about per as than".split()
)
_NOUN_BEFORE = re.compile(
    rf"(?:^|[\s(“])(?:{'|'.join(NO_SUBJECT)}|\d[\d,.]*|[\w’'-]+['’]s?|\w+(?:al|ary|ive|ous|ic))[ -]$", re.IGNORECASE
)
"""What stands before a noun: *the offer*, *of request*, *Armenia's appeal*."""
_ENDS_ED = re.compile(r"\w+(?:ed|en|wn)$")


def is_noun(word: str, head: str, rest: str) -> bool:
    """Is a word that may be a verb a noun here, or an adjective before one: *the appeal*, *frozen conflicts*?"""
    first = word.split()[0].lower()
    if first.endswith("ing"):
        return True
    if _NOUN_BEFORE.search(head):
        return True
    return bool(_ENDS_ED.fullmatch(first)) and " " not in word and not head.strip() and bool(re.match(r" [a-z]", rest))


_BASE = frozenset(_IRREGULAR)
_PAST = (
    frozenset(form for each, others in _IRREGULAR.items() for form in others.split() if not form.endswith(("s", "ing")))
    - _BASE
)


def is_past(word: str) -> bool:
    """Does a verb tell what was, or stand behind *has* or *was*: *signed*, *taken*?"""
    first = word.split()[0].lower()
    return first in _PAST or first.endswith("ed")


def is_finite(word: str) -> bool:
    """May a verb be what a sentence tells by itself: *urged*, *urges*, and not *urging*?"""
    return not word.split()[0].lower().endswith("ing")


def forms(verb: str) -> tuple[str, ...]:
    """Every form of a verb, or of a turn that begins with one: *hand over*, *handed over* …"""
    head, space, rest = verb.partition(" ")
    return tuple(f"{form}{space}{rest}" for form in (head, *_others(head)))


def _others(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return tuple(_IRREGULAR[verb].split())
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    plural = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"
    stem = verb + verb[-1] if _DOUBLED.fullmatch(verb) else verb
    return plural, f"{stem}ed", f"{stem}ing"
