"""A browser that may not leave the site: a request to another host, a complaint, a missing file is a failure."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
"""Nothing is asked of the network, neither by a page nor by the browser for itself."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    protocol_version = "HTTP/1.1"  # a connection serves more than one file

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address under which the site is served on this machine."""
    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def built_on(site: Path) -> date:
    """The day that the built site knows as its last: the page of any day offers none behind it."""
    day = re.search(r'"last":"([0-9-]+)"', (site / "_static/day-reference-on-this-day.js").read_text("utf-8"))

    assert day
    return date.fromisoformat(day[1])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests are skipped, with CI set they fail."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        missing = "there is no Chromium on this machine; install it, or name it in CHROMIUM"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


class Visit:
    """One visit to the site: a page, and everything that went wrong on it."""

    def __init__(self, context: BrowserContext, allowed: tuple[str, ...]) -> None:
        self.wrong: list[str] = []
        self.allowed = allowed
        context.on("request", self._asked)
        self.page: Page = context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error.message} on {self.page.url}"))
        self.page.on("response", lambda r: self.wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)

    def _asked(self, request: Request) -> None:
        """Listen only: to hold each request up would cost more than to load the page, and nothing gets away."""
        if not request.url.startswith(self.allowed):
            self.wrong.append(f"another host: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        """A browser says on its console what the policy of a page forbids, and what else goes wrong."""
        if message.type in ("error", "warning"):
            self.wrong.append(f"console: {message.text} on {self.page.url}")


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    """A visit to the served site from a desk, whatever goes wrong on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light", base_url=served)
    yield Visit(context, (served, "data:", "blob:"))
    context.close()


@pytest.fixture
def page(visit: Visit) -> Iterator[Page]:
    """A page of the served site on a desk; nothing may go wrong on it."""
    yield visit.page
    visit.page.close()

    assert visit.wrong == []


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Page]:
    """A page opened as a file, without any server and offline."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    visit = Visit(context, (site.as_uri(), "data:", "blob:"))
    yield visit.page
    context.close()

    assert visit.wrong == []
