"""A small site that is served while it is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from live_site import Served, laid, serving


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site, served by the very command that `nox -s live` starts."""
    with serving(laid(tmp_path_factory.mktemp("live") / "root")) as made:
        yield made
