"""Every law that a rule asks for is declared by some property."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Ledger, Property
from kb.core.model.laws import ROLES

SCHEMA = "docs/facts/schema"
LAWS: dict[str, tuple[object, ...]] = {
    "roll": ("member", "left", "stated"),
    "existence": ("begins", "ends"),
    "happens": ("moment", "stretch"),
    "at_once": (1,),
}
"""Fields that rules ask for a certain word."""
MARKED = (
    "once once_each symmetric inverse not_before future legal needs conflicts_with among entry acyclic tiles within"
    " longest least most whole adds_up numbered"
).split()
"""Fields that they ask for anything at all."""


def check(ledger: Ledger) -> Iterator[Finding]:
    """Every law that a rule asks for is declared by some property."""
    those = ledger.properties.values()
    for field, words in LAWS.items():
        for word in words:
            if all(getattr(made, field) != word for made in those):
                yield _silent("properties", f"no property has `{_written(field)}: {word}`")
    for field in MARKED:
        if all(not getattr(made, field) for made in those):
            yield _silent("properties", f"no property has `{_written(field)}`")
    if ledger.events and all(made.tells != "event" for made in those):
        yield _silent("properties", "no property has `tells: event`")
    for role in ROLES:
        if all(kind.acts_as != role for kind in ledger.kinds.values()):
            yield _silent("kinds", f"no kind has `acts-as: {role}`")
    for field, declared in (("languages", ledger.naming.languages), ("identifiers", ledger.naming.identifiers)):
        if not declared:
            yield _silent("names", f"there are no `{field}`")
    if not ledger.words.sets:
        yield _silent("words", "there are no `sets`")


def _written(field: str) -> str:
    """The field as the schema writes it."""
    assert field in Property.__dataclass_fields__  # noqa: S101  # a renamed field would never be missed
    return field.replace("_", "-")


def _silent(file: str, what: str) -> Finding:
    help = "put it back; a law that is no longer wanted goes together with its rule"
    return impossible(Mark(f"{SCHEMA}/{file}.yaml"), f"{what}, and the rules that ask for it find nothing", help)
