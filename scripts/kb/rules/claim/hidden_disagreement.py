"""What a judgement does not follow is told with its author or its rival, not as plain fact."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Corpus
from kb.verify.disputes import hidden
from kb.verify.page import Reading


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """What a judgement does not follow is told with its author or its rival, not as plain fact."""
    for found in hidden(reading, corpus):
        told, followed = corpus.statements[found.told], corpus.statements.get(found.followed)
        yield doubtful(
            found.scope.sentence.mark,
            f"this tells {told.id} as plain fact, but the ledger follows {found.followed}",
            "say who says so, tell what speaks against it, or tell what the ledger follows",
            compare=(told.mark, *((followed.mark,) if followed else ())),
            statement=told.id,
            seen=(told.id, found.followed),
        )
