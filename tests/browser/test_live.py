"""A page before the eyes of who writes it: it loads again by itself, and shows what is found beside its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import Visit
from live_site import laid, serving

pytestmark = pytest.mark.browser
FILE = "topic/league.md"


def test_a_slip_appears_below_its_paragraph_and_goes_when_it_is_mended(tmp_path: Path, browser: Browser) -> None:
    with serving(laid(tmp_path / "root")) as served:
        visit = Visit(browser.new_context(base_url=served.address), (served.address, "data:"))
        file = served.root / "docs" / FILE
        before = file.read_text("utf-8")
        visit.page.goto("topic/league.html")
        expect(visit.page.locator(".kb-live-panel")).to_contain_text("found on this page")
        file.write_text(before.replace("3 June 1990", "4 June 1990"), "utf-8")
        expect(visit.page.locator("p:has-text('4 June 1990') + .kb-live-error")).to_contain_text("prose-disagrees")
        file.write_text(before, "utf-8")
        expect(visit.page.locator("article")).to_contain_text("3 June 1990")
        expect(visit.page.locator(".kb-live-error")).to_have_count(0)
        visit.page.close()

    assert visit.wrong == []
