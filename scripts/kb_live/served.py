"""What a browser may ask for: pages, which are made when it does, and news of them."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import html
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kb_live.found import on_page
from kb_live.reading import Failed, printed
from kb_live.room import Room, why
from kb_live.site import Site, is_whole
from kb_lsp.look import Look
from sphinx_kb.search import FILE as INDEX

OURS = Path(__file__).parent / "static"
HERE = ["127.0.0.1", "localhost"]
"""What a browser may call this machine; any other name was made to lead here by somebody else."""
FRESH = {"Cache-Control": "no-store"}


def served(room: Room) -> Starlette:
    """The application; starts to look when it is started."""

    @contextlib.asynccontextmanager
    async def looking(app: Starlette) -> AsyncIterator[None]:
        room.start()
        yield
        room.desk.close()

    pages = Pages(room)
    routes = [
        Mount("/_live/static", StaticFiles(directory=OURS)),
        Route("/_live/news", pages.news),
        Route("/_live/page/{name:path}", pages.told),
        Route("/pdf/{file}", pages.paper),
        Route("/{path:path}", pages.page),
    ]
    return Starlette(
        routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HERE)], lifespan=looking
    )


class Pages:
    """Answers of one room."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.printing = asyncio.Lock()
        self.files = StaticFiles(directory=room.places.site, check_dir=False)

    async def page(self, request: Request) -> Response:
        """A page as it is seen now; of one that cannot be made, the last that could be, or why not."""
        path = request.path_params["path"] or "index.html"
        if not path.endswith(".html"):
            return await self._file(request, path)
        error = await self._made(path.removesuffix(".html"))
        _, known = self.files.lookup_path(path)
        if known is None:
            return _page(_plain(error or "There is no such page."), path, 500 if error else 404)
        return _page(Path(self.room.places.site, path).read_text("utf-8"), path)

    async def told(self, request: Request) -> Response:
        """The state of a page, what is found on it, and what stood against making it."""
        name = request.path_params["name"]
        error = await self._made(name)

        def tell(site: Site, look: Look) -> dict[str, object]:
            return {**on_page(look, name), "warned": site.told.get(name, "").strip()}

        try:
            found = await self.room.ask(tell)
        except Exception:
            found = {"found": [], "elsewhere": [], "whole": False, "warned": ""}
        return JSONResponse({**found, "state": self._state(f"{name}.html"), "error": error}, headers=FRESH)

    async def news(self, request: Request) -> Response:
        """A line each time something new was found, for as long as anybody listens."""

        async def lines() -> AsyncIterator[str]:
            heard = self.room.news
            while True:
                yield f"data: {heard}\n\n"
                heard = await self.room.later_than(heard)

        return StreamingResponse(lines(), media_type="text/event-stream", headers=FRESH)

    async def paper(self, request: Request) -> Response:
        """A brief, printed as its page is now."""
        file = request.path_params["file"]
        try:
            docname = await self.room.ask(lambda site, look: _brief(site, file))
            if not docname:
                return PlainTextResponse("There is no such brief.", 404)
            async with self.printing:
                await asyncio.to_thread(printed, self.room.places, docname.rpartition("/")[2])
        except Failed as error:
            return PlainTextResponse(why(error), 500)
        return FileResponse(self.room.places.pdfs / file, headers=FRESH)

    async def _file(self, request: Request, path: str) -> Response:
        if path == INDEX:
            await self.room.ask(lambda site, look: site.index(look))
        elif is_whole(path):
            await self.room.ask(lambda site, look: site.whole(look))
        return await self.files.get_response(path, request.scope)

    async def _made(self, name: str) -> str:
        """Have a page made; empty, or what stands against it."""
        try:
            await self.room.ask(lambda site, look: site.page(name, look))
        except Exception as error:
            return why(error)
        return ""

    def _state(self, path: str) -> str:
        full, known = self.files.lookup_path(path)
        return hashlib.sha256(Path(full).read_bytes()).hexdigest()[:16] if known else ""


def _brief(site: Site, file: str) -> str:
    """The page of which this PDF is made."""
    return next((docname for docname, name in site.app.config.kb_pdfs.items() if name == file), "")


def _page(text: str, path: str, status: int = 200) -> HTMLResponse:
    state = hashlib.sha256(text.encode()).hexdigest()[:16]
    name = html.escape(path.removesuffix(".html"), quote=True)
    ours = (
        '<link rel="stylesheet" href="/_live/static/live.css">'
        f'<script defer src="/_live/static/live.js" data-page="{name}" data-state="{state}"></script>'
    )
    return HTMLResponse(text.replace("</head>", f"{ours}</head>", 1), status, headers=FRESH)


def _plain(text: str) -> str:
    said = f"<pre>{html.escape(text)}</pre>"
    return f"<!doctype html><html lang=en><head><title>Not made</title></head><body>{said}</body></html>"
