"""What lies on the desk: the texts of the editor, and the worker who looks at them while the user goes on writing.

All looking is done by one thread. It begins anew when a text changes, and what it found until then is not lost;
between two steps it answers what the editor asks, from the newest look.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TypeVar

from kb_lsp.laid import Shelf
from kb_lsp.look import ByFile, Look, Outdated
from kb_lsp.looking import Looking

T = TypeVar("T")
SETTLE = 0.05
"""So many seconds nothing is typed before it is looked at."""
Tell = Callable[[ByFile, bool], None]
"""Takes the findings file by file; do they stand for all files, or only for those that are named?"""


@dataclass
class Desk:
    """The texts that are open, by path, and the newest look at them."""

    shelf: Shelf
    tell: Tell
    complain: Callable[[str], None] = lambda text: None
    texts: Mapping[str, str] = field(default_factory=dict)
    look: Look | None = None
    _changes: int = 0
    _is_open: bool = True
    _asked: SimpleQueue[Callable[[], None]] = field(default_factory=SimpleQueue)
    _bell: threading.Event = field(default_factory=threading.Event)

    def start(self) -> threading.Thread:
        """Begin to work."""
        worker = threading.Thread(target=self._work, name="kb-looking", daemon=True)
        worker.start()
        return worker

    def put(self, path: str, text: str | None) -> None:
        """A text was opened or changed; without one, it was closed, and the file on the disk counts again."""
        left = {each: old for each, old in self.texts.items() if each != path}
        self.texts = left if text is None else {**left, path: text}
        self.change()

    def change(self) -> None:
        """Something has changed: look anew."""
        self._changes += 1
        self._bell.set()

    def on_disk(self) -> None:
        """Files have changed on the disk."""
        self.shelf.forget()
        self.change()

    def close(self) -> None:
        """Stop working."""
        self._is_open = False
        self.change()

    def ask(self, answer: Callable[[Look], T]) -> Future[T | None]:
        """Have something answered from the newest look; nothing as long as there is none."""
        future: Future[T | None] = Future()

        def run() -> None:
            try:
                future.set_result(answer(self.look) if self.look else None)
            except Exception as error:
                future.set_exception(error)

        self._asked.put(run)
        self._bell.set()
        return future

    def _answer(self) -> None:
        while True:
            try:
                self._asked.get_nowait()()
            except Empty:
                return

    def _work(self) -> None:
        looking, seen = Looking(self.shelf), 0
        while self._is_open:
            self._bell.wait()
            self._bell.clear()
            self._answer()
            if self._changes == seen:
                continue
            while self._bell.wait(SETTLE):  # more is being typed
                self._bell.clear()
                self._answer()
            seen = self._changes
            try:
                for each in self._stages(looking, seen):
                    self.look = each or self.look
            except Outdated:
                self._bell.set()
            except Exception as error:
                self.complain(f"the checker broke down: {type(error).__name__}: {error}")
            gc.freeze()  # what lasts is not looked through for cycles after every change

    def _stages(self, looking: Looking, seen: int) -> Iterator[Look | None]:
        def step(*_: object) -> None:
            self._answer()
            if self._changes != seen:
                raise Outdated

        for found, look in looking.at(self.texts, step):
            step()
            self.tell(found, bool(look and look.is_whole))
            yield look
