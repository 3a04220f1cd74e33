"""English clauses: a verb for one or many, done or not, planned or asked, and the names around it."""

from __future__ import annotations

import re

from kb.lang.verbs import forms

PREPOSITIONS = frozenset("to with from of on in for at among by as into".split())
"""What may stand between a verb and the one it is about; *out*, *up* and *over* belong to their verb."""
LEFT_BEHIND = frozenset(("on", "for", "of"))
"""Those that stay behind their verb in the passive: *is decided on*."""
SAYING = frozenset("to that whether how when why".split())
CLAUSAL = PREPOSITIONS | SAYING | {"not", "only", "if"}
"""What begins a clause or a place, and no name: *to hold talks*, *in Moscow*."""
NO_PASSIVE = frozenset(("be", "have", "concern", "stay", "lie"))
OPENINGS = {"reported": "reportedly, ", "proposed": "it is proposed that ", "denied": "it is denied that "}
"""What comes before a clause that is not told in our own voice."""
_BASES = {"is": "be", "has": "have", "does": "do", "goes": "go"}
_OPENING = re.compile(
    r"(?:The|A|An|This|These|Its|His|Her|Their|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|All|No|Other)(?= )"
)
_HEAD = re.compile(
    r" (?:of|in|on|for|to|that|which|who|with|without|from|at|by|between|under|against|but|whose|towards?|over|after"
    r"|before|within|into|as|if|when|about|among|during|through|around|near|not|since|used|signed|agreed)\b"
)
_MANY = re.compile(
    r"(?:\w*(?:teen|ty)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|both|many|most|all|some"
    r"|(?!1 )\d[\d.,]*) ",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"(?:one|an?|each|every|this|no|either|neither|1(?![\d.,])|any|\d[\d.,]* per cent)\b(?! of)", re.IGNORECASE
)
_PLURALS = frozenset("people troops men women police children media data personnel aircraft".split())
_SINGULARS = re.compile(r"(?:ss|us|is|ics|news|series|headquarters|(?<=[A-Z])s)$")
_NAMED = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+")
_NUMBERED = re.compile(r"(\w+s) \d.*")
_FORCES = re.compile(r"(?:^| )(?:forces|exercises|troops|peacekeepers)$", re.IGNORECASE)
_COMMON = re.compile(r"(?:^| )(?:Union|States|Kingdom|Republic|Federation|Emirates)$")
_DATED = re.compile(r"-\d{4}$")


def base(third: str) -> str:
    """The form under which a dictionary has a verb: *sign* of *signs*, *carry* of *carries*."""
    if third in _BASES:
        return _BASES[third]
    if third.endswith("ies") and len(third) > 4:
        return f"{third[:-3]}y"
    return third[:-2] if re.search(r"(?:ss|sh|ch|x|zz)es$", third) else third.removesuffix("s")


def third(verb: str) -> str:
    """What one does: *signs*, *carries*."""
    return forms(verb)[1]


def participle(verb: str) -> str:
    """What is done to something: *signed*, *held*, *put*."""
    known = forms(verb)
    return known[-2] if len(known) > 3 else verb


def predicate(verb: str, many: bool, negated: bool, modality: str | None, passive: bool = False) -> str:
    """The verb with what goes before it: *does not sign*, *are to be signed*, *is asked not to sign*."""
    no, be = " not" if negated else "", "are" if many else "is"
    bare = f"be {participle(verb)}" if passive else verb
    if modality == "planned":
        return f"{be}{no} to {bare}"
    if modality in ("may", "must"):
        return f"{modality}{no} {bare}"
    if modality == "asked" and not passive:
        return f"{be} asked{no} to {bare}"
    if modality in ("asked", "proposed"):
        return f"{no.strip()} {bare}".strip()
    if passive:
        return f"{be}{no} {participle(verb)}"
    if verb == "be":
        return f"{be}{no}"
    if negated:
        return f"{'do' if many else 'does'} not {verb}"
    return verb if many else third(verb)


def opening(modality: str | None, passive: bool) -> str:
    """What stands before the clause: *reportedly,* …; whom nobody is named to ask, it is asked of all."""
    return "it is asked that " if modality == "asked" and passive else OPENINGS.get(modality or "", "")


def is_many(words: str) -> bool:
    """Are these words more than one: *the members of the council*, and not *the council of ministers*?"""
    if _ONE.match(words) or _NAMED.fullmatch(words):
        return False
    head = _NUMBERED.sub(r"\1", _HEAD.split(words)[0])
    if _MANY.match(words) or " and " in head:
        return True
    last = head.partition(",")[0].rpartition(" ")[2]
    return last in _PLURALS or (last.endswith("s") and not _SINGULARS.search(last))


def is_plural_name(name: str) -> bool:
    """Is what has this name more than one: *Peacekeeping Forces*, and not *United Nations*?"""
    return bool(_FORCES.search(_HEAD.split(name)[0]))


def with_article(name: str, acts_as: str) -> str:
    """The article that goes before a name within a sentence: none before persons, places, most states and codes."""
    if acts_as in ("state", "person", "place"):
        return "the " if acts_as == "state" and _COMMON.search(name) and not name.startswith("the ") else ""
    coined = " " not in name or bool(_DATED.search(name))
    unnamed = name[:1].islower() and " of " not in name and acts_as != "office"
    return "" if name.lower().startswith("the ") or coined or unnamed else "the "


def is_known(words: str) -> bool:
    """Do these words speak of what the reader knows: *the first time*, and not *a quorum*?"""
    return re.match(r"(?:the|its|his|her|their|this|these)\b", words, re.IGNORECASE) is not None


def within(words: str) -> str:
    """Words as they stand within a sentence: *The report* is *the report*."""
    return words[:1].lower() + words[1:] if _OPENING.match(words) else words


def listed(count: int) -> tuple[str, ...]:
    """What stands before each of so many: nothing, then commas, and *and* before the last."""
    return tuple("" if n == 0 else " and " if n == count - 1 else ", " for n in range(count))
