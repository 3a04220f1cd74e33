"""The one worker who looks at the content and makes pages of it: whoever wants something of him waits for it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from kb.report.neutral import neutral
from kb_live.reading import Failed, Places, read_all
from kb_live.site import Site
from kb_lsp.desk import Desk
from kb_lsp.laid import Shelf
from kb_lsp.look import ByFile, Look

T = TypeVar("T")


class Room:
    """A desk, the site that is made on it, and those who wait for news."""

    def __init__(self, places: Places, clock: Callable[[], date]) -> None:
        self.places = places
        self.desk = Desk(Shelf(places.root, clock), self._tell, self._complain)
        self.news = 0
        self._rung = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._site: Site | None = None

    def start(self) -> None:
        """Begin to look; called within the loop of those who wait."""
        self._loop = asyncio.get_running_loop()
        self.desk.start()
        self.desk.change()

    async def ask(self, wanted: Callable[[Site, Look], T]) -> T:
        """What is wanted of the site, as it is seen now; raises what stands against it."""
        while True:
            heard = self.news
            told = await asyncio.wrap_future(self.desk.ask(lambda look: (wanted(self._opened(), look),)))
            if told is not None:
                return told[0]
            await self.later_than(heard)

    async def later_than(self, heard: int) -> int:
        """Wait until something new was found; the number of the news."""
        while self.news <= heard:
            await self._rung.wait()
        return self.news

    def _opened(self) -> Site:
        if self._site is None:
            try:
                self._site = Site.opened(self.places.docs, self.places.read, self.places.site)
            except Exception:
                read_all(self.places)  # says why not, or mends it
                self._site = Site.opened(self.places.docs, self.places.read, self.places.site)
        return self._site

    def _tell(self, found: ByFile, is_whole: bool) -> None:
        if self._loop:
            self._loop.call_soon_threadsafe(self._ring)

    def _ring(self) -> None:
        self.news += 1
        self._rung.set()
        self._rung = asyncio.Event()

    def _complain(self, text: str) -> None:
        sys.stderr.write(f"{neutral(text)}\n")


def why(error: BaseException) -> str:
    """What stands against making a page, in words that a page can show."""
    said = str(error) if isinstance(error, Failed) or str(error) else type(error).__name__
    return "\n".join(map(neutral, said.split("\n")))
