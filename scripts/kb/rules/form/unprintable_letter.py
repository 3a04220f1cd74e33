"""What is printed is written in letters that the fonts of the PDFs hold."""

from collections.abc import Iterator
from unicodedata import name

from kb.core.finding import Finding, impossible
from kb.core.model import Corpus
from kb.export.printed import printed
from kb.load.letters import unprintable_in

NAMED = 3
"""How many letters of a text are named."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """What is printed is written in letters that the fonts of the PDFs hold."""
    for mark, text, statement in printed(corpus):
        letters = unprintable_in(text)
        if letters:
            told = ", ".join(f"{letter!r} ({name(letter, f'U+{ord(letter):04X}')})" for letter in letters[:NAMED])
            more = f" and {len(letters) - NAMED} more" if len(letters) > NAMED else ""
            yield impossible(
                mark,
                f"no font of the PDFs holds {told}{more}",
                "write it in Latin letters; the words of a source may stay as they are in the ledger, as `quote`",
                statement=statement,
                seen=tuple(letters),
            )
