"""A judgement says why, in words that speak of these sources."""

import re
from collections.abc import Iterator

from kb.core.finding import Finding, doubtful, impossible
from kb.core.model import Judgement

FEWEST = 5
_EMPTY = re.compile(
    r"\W*(?:(?:it|this|that|which) )?(?:is|seems|being)? ?(?:simply |just |clearly )?"
    r"(?:the |a )?(?:best|better|most reliable|more reliable|most credible|more credible|good|official|correct|right)"
    r"(?: \w+){0,2} (?:source|one|statement|version)(?: (?:available|of all|we have|there is|of the two))?\W*",
    re.IGNORECASE,
)


def check(judgement: Judgement) -> Iterator[Finding]:
    """A judgement says why, in words that speak of these sources."""
    because, mark = judgement.because, judgement.marks.get("because", judgement.mark)
    help = "say what decides: who saw it, whose record it is, what another source confirms, what was searched for"
    seen = (because,)
    if not because:
        yield impossible(mark, f"the question {judgement.question!r} is judged without a reason", help, seen=seen)
    elif _EMPTY.fullmatch(because):
        yield impossible(mark, f"the reason {because!r} would fit any judgement", help, seen=seen)
    elif len(because.split()) < FEWEST:
        text = f"the reason {because!r} has {len(because.split())} words, against at least {FEWEST}"
        yield doubtful(mark, text, help, seen=seen)
