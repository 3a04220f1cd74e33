"""The statements that had before what others had, and could have changed as those did."""

from __future__ import annotations

from kb.compare.change import Alike
from kb.compare.fields import Ids, fields
from kb.core.model import Corpus, Statement
from kb.core.origins import independent


def rivals(alike: Alike, old: Corpus) -> frozenset[str]:
    """All of the same property that had the same."""
    ids = Ids(old.statements)
    those = (each for each in old.statements.values() if each.property == alike.of)
    return frozenset(each.id for each in those if alike.had and _had(each, alike.had, ids, old))


def _had(statement: Statement, had: tuple[str, ...], ids: Ids, old: Corpus) -> bool:
    match had:
        case ("field", name, said):
            found = fields(statement, ids).get(name)
            return found is not None and ", ".join(found.members) == said
        case ("source", key):
            return any(each.by == key for each in statement.evidence)
        case ("seen", key, seen):
            return any(each.by == key and each.seen == seen for each in statement.evidence)
        case ("sources",):
            return len(origins_of(old, statement)) > 1
    return False


def origins_of(corpus: Corpus, statement: Statement) -> frozenset[str]:
    """The sources that bear a statement out and do not rest on one another."""
    return independent({each.by for each in statement.evidence}, corpus.sources)
