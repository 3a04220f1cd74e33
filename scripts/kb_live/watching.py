"""Sees what changes on the disk, and tells the worker."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import uvicorn
from watchfiles import awatch
from watchfiles.main import FileChange

from kb_live.room import Room

CODE = ("scripts", "docs/conf.py", "docs/_templates")
"""What pages are made by: where any of it changes, all begins anew."""
STATIC = "docs/_static"


async def watch(room: Room, server: uvicorn.Server) -> bool:
    """Watch content and code; ends, and the server with it, when the code has changed."""
    root = room.places.root
    within = awatch(root / "docs", root / "scripts")
    beside = awatch(root, recursive=False)
    first = [asyncio.create_task(_each(room, changes)) for changes in (within, beside)]
    ended, _ = await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    return any(task.result() for task in ended)


async def _each(room: Room, changes: AsyncIterator[set[FileChange]]) -> bool:
    async for those in changes:
        paths = [Path(path).relative_to(room.places.root).as_posix() for _, path in those]
        if _any(paths, CODE):
            return True
        room.desk.on_disk()
        if _any(paths, (STATIC,)):
            await room.ask(lambda site, look: site.furnish())
    return False


def _any(paths: Iterable[str], places: tuple[str, ...]) -> bool:
    return any(path == place or path.startswith(f"{place}/") for path in paths for place in places)
