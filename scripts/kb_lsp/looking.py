"""Looks anew after a change, nearest first: the files that changed, then all that the change can reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kb.core.finding import Finding
from kb.load.door import Admitted
from kb.load.kept import Remembered
from kb.load.today import Day
from kb.run.fixtures import Run
from kb.run.rules import rules
from kb.run.runner import examine
from kb_lsp.laid import Shelf
from kb_lsp.look import ByFile, Look, MadeOf, Outdated, by_file, looks_closely, of_file
from kb_lsp.positions import lines_of
from kb_lsp.shifted import shifted

Step = Callable[[Run], None]


class Looking:
    """Remembers what was found, so that only what a change can reach is looked at again."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.held = Remembered(shelf.base)
        self.whole: Look | None = None
        self.base: Run | None = None

    def at(self, texts: Mapping[str, str], step: Step) -> Iterator[tuple[ByFile, Look | None]]:
        """What is found, stage by stage, with the look that others may ask, as soon as there is one."""
        laid, day = self.shelf.with_texts(texts)
        last = self.whole.texts if self.whole else {}
        changed = [path for path in texts if path in laid.files and (not self.whole or texts[path] != last.get(path))]
        if self.base is None:
            yield {path: of_file(path, laid, day) for path in changed}, None
        look = self._near(laid, day, texts, changed, step)
        yield look.findings, look
        yield from self._all(look, step)

    def _near(self, laid: Admitted, day: Day, texts: Mapping[str, str], changed: list[str], step: Step) -> Look:
        """What is found in the files that changed by rules that look at one thing after the other."""
        made_of = MadeOf(laid, day, self.held)
        corpus = made_of.corpus()
        self.held.keep()
        close = tuple(filter(looks_closely, rules()))
        outcome = examine(corpus, close, frozenset(changed), self.base, step=step)
        outcome.run.is_partial = True
        if self.base:
            outcome.run.looked, outcome.run.things = self.base.looked, self.base.things
        found = by_file(outcome.findings, corpus.faults)
        near = {path: (*found.get(path, ()), *self._left(path, texts[path])) for path in changed}
        return Look(corpus, outcome.run, texts, made_of, near)

    def _left(self, path: str, text: str) -> Iterator[Finding]:
        """What other rules found in the file, before it changed."""
        if self.whole is None:
            return
        closely = {rule.slug for rule in rules() if looks_closely(rule)}
        known = {rule.slug for rule in rules()}
        left = [each for each in self.whole.findings.get(path, ()) if each.rule in known - closely]
        yield from shifted(left, lines_of(self._before(path)), lines_of(text))

    def _before(self, path: str) -> str:
        assert self.whole  # noqa: S101  # only asked where there is one
        if path in self.whole.texts:
            return self.whole.texts[path]
        return self.whole.corpus.documents.get(path, "")

    def _all(self, near: Look, step: Step) -> Iterator[tuple[ByFile, Look]]:
        """Everything that the change can reach, in all files."""
        made: list[Run] = []

        def through(run: Run) -> None:
            made[:] = [run]
            step(run)

        try:
            outcome = examine(near.corpus, before=near.run, keeps=True, step=through)
        except Outdated:
            if made and not self.whole and len(made[0].looked) >= len(self.base.looked if self.base else ()):
                self.base = made[0]  # the first look at all takes long: what it has seen is kept
                self.base.is_partial = True
            raise
        found = by_file(outcome.findings, near.corpus.faults)
        self.base = outcome.run
        self.whole = Look(near.corpus, outcome.run, near.texts, near.made_of, found, is_whole=True)
        yield found, self.whole
