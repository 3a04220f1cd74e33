"""The present tense is not said of what has ended."""

from collections.abc import Iterator

from kb.core import derive
from kb.core.dates import Date
from kb.core.finding import Finding, doubtful
from kb.core.model import Corpus, Statement
from kb.verify.page import Reading
from kb.verify.present import ended


def check(reading: Reading, corpus: Corpus) -> Iterator[Finding]:
    """The present tense is not said of what has ended."""
    for found in ended(reading, corpus):
        statement = found.statement
        end = f"after {statement.value}" if isinstance(statement.value, Date) else _over(statement)
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.name.start),
            f"{found.name.form} is told in the present tense, but that was over {end} ({statement.id})",
            f"tell it in the past tense, with the day ({found.what}); if it goes on, record what says so",
            compare=(statement.mark,),
            statement=statement.id,
            seen=(found.name.form, str(derive.stated(statement)[1] or statement.value)),
        )


def _over(statement: Statement) -> str:
    return f"after {statement.through}" if statement.through else f"from {statement.until} on"
