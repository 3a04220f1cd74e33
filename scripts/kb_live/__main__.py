"""Serve the site on this machine while it is written; `nox -s live` calls it."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import uvicorn

from kb_live.reading import Failed, Places, read_all
from kb_live.room import Room, why
from kb_live.served import served
from kb_live.watching import watch

PORT = 8000


def main() -> int:
    """Read all pages, serve them until the user stops it, and begin anew when our own code has changed."""
    asked = argparse.ArgumentParser(prog="nox -s live --", description=__doc__, allow_abbrev=False)
    asked.add_argument("--port", type=int, default=PORT, help="where the site is served (8000)")
    port = asked.parse_args().port
    logging.getLogger("watchfiles").setLevel(logging.WARNING)
    root = Path.cwd()
    places = Places(root, root / "build" / ".work")
    places.work.mkdir(parents=True, exist_ok=True)
    try:
        read_all(places)
    except Failed as error:
        sys.stderr.write(f"{why(error)}\n")
    if asyncio.run(_serve(Room(places, lambda: datetime.now(UTC).date()), port)):
        os.execv(sys.executable, [sys.executable, "-m", "kb_live", *sys.argv[1:]])  # noqa: S606
    return 0


async def _serve(room: Room, port: int) -> bool:
    """Serve until the user stops it; true where the code has changed."""
    settings = uvicorn.Config(served(room), port=port, log_level="warning", timeout_graceful_shutdown=1)
    listening, server = settings.bind_socket(), uvicorn.Server(settings)
    listening.listen()  # whoever comes from now on waits
    sys.stdout.write(f"The site is served at http://127.0.0.1:{port}/ until you press Ctrl+C.\n")
    sys.stdout.flush()
    watching = asyncio.create_task(watch(room, server))
    await server.serve([listening])
    watching.cancel()
    return watching.done() and not watching.cancelled() and bool(watching.result())


if __name__ == "__main__":
    sys.exit(main())
