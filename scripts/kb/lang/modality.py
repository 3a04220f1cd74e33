"""English: the words by which a sentence says how far from done something is, and where its clauses end."""

from __future__ import annotations

import re

_FORTHCOMING = r"(?:yet |still |only |first |due |set |about |ready |going |prepared )?to"
_MEANT = "plan|intend|mean|aim|hop|expect|want|wish|prepar|schedul|seek|decid|agree|promis|pledg|offer|threaten|undert"
_PLANNED = (
    rf"would|will|shall|(?:is|are|was|were|had|has|have) {_FORTHCOMING}|(?:{_MEANT})\w*(?: \w+){{0,3}}? to"
    r"|the (?:plan|intention|aim|promise|decision|readiness|agreement) to"
)
_MAY = "might|can|could|right to|allowed to|entitled to|free to|possible to|cannot"
_ASKED = "ask|request|appeal|call|urg|demand|petition|press|plead|insist|summon"
_PROPOSED = "propos|suggest|recommend|moot|float|draft|advoc|advis"
_WANTED = r"\b(?:want|wish)(?:s|es|ed)(?: (?!(?:and|but|or|of|that)\b)[\w’'-]+){1,3} $"
MODALITY = {
    "must": re.compile(r"\b(?:must|ha(?:s|ve|d) to|should|ought to|obliged to|bound to|duty to|needs? to)\b", re.I),
    "may": re.compile(
        r"\b(?:(?-i:may)|might|can|could|right to|allowed to|entitled to|free to|possible to|cannot)\b", re.I
    ),
    "asked": re.compile(rf"\b(?:{_ASKED})\w*\b.{{0,60}}?\b(?:to|for|that|on)\b", re.I),
    "proposed": re.compile(rf"\b(?:{_PROPOSED})\w*\b", re.I),
    "planned": re.compile(rf"\b(?:{_PLANNED})\b|\bto\b|{_WANTED}", re.I),
}
"""Words before an event that say that it had not come about, the strongest first."""
_OPEN = re.compile(
    r"\b(?:would|will|shall|was to|were to|is to|are to|plan\w*|intend\w*|due to|set to|expect\w*|whether|if|propos\w*"
    r"|suggest\w*|announc\w*|promis\w*|pledg\w*|offer\w*|draft\w*|(?:not?|none|nothing)\b.*\bfound|yet to|ready to"
    r"|almost|nearly)\b",
    re.IGNORECASE,
)
_TELLS = (
    r"(?:the |a |its |his |her |their |in |on |that |then |also )?[\w’'-]+(?: \w+){0,3} (?:was|were|had|has|is|are|did)"
)
BREAKS = re.compile(
    r"[;:—()“”]|, |\b(?:that|but|while|whereas|which|who|whom|whose|because|although|though|after|before|when|until|if"
    rf"|since|as|than|except|unless|whether|where|yet|and(?= {_TELLS}))\b"
)
"""Where one clause ends and another begins."""
REASON = re.compile(
    r"\b(?:because(?: of)?|owing to|due to|on account of|for (?:want|lack|fear) of|under (?:the )?pressure|thanks to"
    r"|so as to|in order to|in protest|unless|even if|provided(?: that)?|on condition|despite|in spite of|in return for"
    r"|lest|to the exclusion|at the (?:wish|suggestion|invitation)|over the (?:objections?|protests?)|by way of"
    r"|for the sake of|to (?:spare|win|get|secure|punish|discipline|please|avoid|gain|prevent))\b",
    re.IGNORECASE,
)
"""What opens a clause that gives a reason, a purpose, a condition or an exception."""
CLAUSE_END = re.compile(r"[,;:.(—]| (?:and|but) ")


def is_open(text: str) -> bool:
    """Does a sentence say of anything that it had not come about yet, or that this is not known?"""
    return bool(_OPEN.search(text))
