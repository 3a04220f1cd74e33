"""English: the words by which a sentence says that something did not happen, or was not found."""

from __future__ import annotations

import re
from functools import lru_cache

_TO = r"(?: \w+)? (?:to|from)\b"
_NOT_MEANT = (
    r"only|far|much|least|long|quite|all that|a few|surprising\w*"
    r"|among (?:those|the (?:first|last|\w+ (?:members|states|signatories)))"
)
_NO_MORE = "more|less|fewer|later|sooner|longer than|doubt|matter|wonder|other than|place|room|trace"
NEGATION = re.compile(
    rf"(?:n['’]t|\b(?:not(?! (?:{_NOT_MEANT})\b)|never(?! before\b)|no(?!\.|w| (?:{_NO_MORE})\b)|none(?! other)|nobody"
    r"|nothing|neither|nor"
    r"|without(?! (?:delay|exception|ceremony|haste)\b)|cannot|hardly|scarcely"
    rf"|(?:refus|declin|fail|ceas|stop|refrain|abstain|neglect|omit|balk)\w*{_TO}|(?:unable|unwilling|reluctan\w+){_TO}"
    r"|(?:instead of|rather than|far from|short of|yet to|avoid\w*|ruled out|rules out|ruling out"
    r"|instead(?! (?:with|by|to|in|on|at|from)\b))"
    r"|(?:keep|kept|bar|ban|prevent|stop)\w* (?:[\w’'-]+ ){0,3}(?:out of|from)))(?!\w)",
    re.IGNORECASE,
)
"""Words that turn what is told behind them into its contrary; two of them cancel each other."""
EXCEPT = re.compile(
    r"\b(?:(?:all|every(?:body|one)?|each)(?: \w+)?,? (?:but|save)|except(?:ing)?|apart from|but for|save for|excluding"
    r"|with the exception of|still to)\b",
    re.IGNORECASE,
)
"""Words behind which stands who is not meant, or what is left to do: a verb beside them is not told of all as done."""
BEHIND = re.compile(
    r" (?:no(?! less| fewer| more| later| sooner)|none|nothing|neither|nobody|not(?! (?:only|to)\b))\b", re.IGNORECASE
)
"""The same right behind a verb: *signed nothing*."""
LEFT_OUT = re.compile(
    r"\b(?:absen\w*|lack\w*|except\w*|apart from|excluded|wanting|missing|stopp\w*|left out|opted out|deni\w*|declin\w*"
    r"|refus\w*|reject\w*|fail\w*|void|invalid|disagree\w*|object\w*|free of|nowhere|but for|unless|prevent\w*"
    r"|avert\w*|empty|stayed away"
    r"|(?:stay|keep|kept|shut|remain)\w* out|only if|still|yet|need\w*|requir\w*|impossib\w*|out of the question)\b",
    re.IGNORECASE,
)
"""Words that deny without a *not*, or leave somebody out."""
ELSE = re.compile(
    rf"{LEFT_OUT.pattern}|\b(?:hinder\w*|only|against|oppos\w*|few|save|but|ended|un[a-z]{{5,}})\b",
    re.IGNORECASE,
)
"""These, and words beside which nothing is sure of what is denied."""
SOMEHOW = re.compile(
    rf"{NEGATION.pattern}|{LEFT_OUT.pattern}|{EXCEPT.pattern}|\b(?:boycott|absent|without|unwilling|until|only|before"
    r"|hardly|cancel|call\w* off|withh|no longer|skip|miss|has to|prefer|opt|forb[ai]d|prohibit|bann|spare|exempt|alone"
    r"|den(?:y|ies))\w*",
    re.IGNORECASE,
)
"""Any word by which a text may deny, put off or leave out what it tells: beside one, polarity is in doubt."""
_SOUGHT = re.compile(
    r"\b(?:looked|searched|sought) for\b|\b(?:not|no|nothing|none|nor)\b.*\b(?:found|seen|known to us)\b"
    r"|\bfound (?:no|none|nothing)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def is_sought(text: str) -> bool:
    """Does a sentence tell of what was looked for, and not of what happened?"""
    return bool(_SOUGHT.search(text))
