"""`kb read --changes`: what was read and has changed since, with old and new words where git has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from kb.cli.place import lies_in
from kb.cli.say import say, say_all
from kb.core.model import Corpus, Read, Statement
from kb.load.corpus import read
from kb.load.events import EVENTS
from kb.load.ledger import entity
from kb.load.pages import page as page_of
from kb.load.past import versions
from kb.load.schema import KINDS, PROPERTIES, schema
from kb.lock.readings import seals, worded
from kb.lock.standing import Standing
from kb.run.known import start
from kb.run.standing import standing
from kb_read.behind import place, said
from kb_read.given import marked, readable

_GONE = "(git does not have it)"


def tell(base: Path, corpus: Corpus, wanted: Sequence[str]) -> bool:
    """Print each sentence that is to be read again; is there none?"""
    run, places = start(corpus), [PurePosixPath(path) for path in wanted]
    pages = [p for p in corpus.pages if p.path in corpus.readings.pages and (not places or lies_in(p.path, places))]
    teller = _Teller(base, corpus)
    changed = ((page.path, each) for page in pages for each in standing(run, page))
    found = [line for path, each in changed if each.before for line in teller.told(path, each, each.before)]
    if not say_all(found):
        say("nothing that was read has changed since")
    return not found


class _Teller:
    """Looks up old words, in each file only once."""

    def __init__(self, base: Path, corpus: Corpus) -> None:
        self.base, self.corpus = base, corpus
        files = read(base)
        self.declared, _ = schema(files.get(KINDS, b""), files.get(PROPERTIES, b""), files.get(EVENTS, b""))

    def told(self, path: str, each: Standing, before: Read) -> Iterator[str]:
        """A changed sentence: where it stands, its words then and now, and what it rests on then and now."""
        if each.is_read:
            return
        batch, sentence = self.corpus.readings.batches[before.batch], each.resting.scope.sentence
        yield f"{sentence.mark}: read by {batch.role} on {batch.day}"
        new = readable(marked(sentence, self.corpus))
        if each.has_other_words:
            yield f"    was  {self._old_words(path, before.words)}"
        yield f"    {'now ' if each.has_other_words else '    '} {new}"
        for statement in (self.corpus.statements[id] for id in each.changed if id in self.corpus.statements):
            yield f"    {statement.id}"
            yield f"      was  {self._old_statement(statement, each, before.rests)}"
            yield f"      now  {_told(statement, self.corpus)}"
        gone = len(before.rests - each.resting.rests.keys()) - len(each.resting.rests.keys() - before.rests)
        if gone > 0:
            yield f"    and {gone} more that it rested on {'is' if gone == 1 else 'are'} gone"

    def _old_words(self, path: str, words: str) -> str:
        pages = (page_of(path, data) for data in versions(self.base, path))
        sentences = (sentence for page in pages for block in page.blocks for sentence in block.sentences)
        old = next((sentence for sentence in sentences if worded(sentence) == words), None)
        return readable(marked(old, self.corpus)) if old else _GONE

    def _old_statement(self, now: Statement, each: Standing, rests: frozenset[str]) -> str:
        path = now.mark.path
        entities = (entity(path, data, self.declared)[0] for data in versions(self.base, path))
        those = (old for made in entities if made for old in made.statements if old.id == now.id)
        cited = each.resting.scope.citations
        old = next((old for old in those if not rests.isdisjoint(seals(old, cited))), None)
        return _told(old, self.corpus) if old else _GONE


def _told(statement: Statement, corpus: Corpus) -> str:
    quotes = "; ".join(f"{place(each)}: “{each.quote}”" for each in statement.evidence)
    return f"{said(statement, corpus)} [{quotes}]"
