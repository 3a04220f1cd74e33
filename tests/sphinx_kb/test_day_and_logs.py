"""The day that pages and print bear, and what a build says of the pages it reads."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_kb.day import settled
from sphinx_kb.logs import guard

FILES = {"refs.bib": b"@misc{A,\n  urldate = {2019-05-01},\n}\n"}


@pytest.fixture
def app(tmp_path: Path) -> Sphinx:
    """A build that has not begun, with a setting for print."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text("def setup(app): app.add_config_value('typst_today', '', '', str)\n")
    with patch_docutils(), docutils_namespace():
        return Sphinx(docs, docs, tmp_path / "html", tmp_path / "trees", "html", status=StringIO(), warning=StringIO())


def test_print_bears_the_day_of_the_pages(app, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")

    assert "2020-01-01" == str(settled(app, tmp_path, FILES).today) == app.config.typst_today


def test_print_keeps_the_day_it_was_given(app, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")
    app.config.typst_today = "2021-02-03"
    settled(app, tmp_path, FILES)

    assert "2021-02-03" == app.config.typst_today


def test_an_epoch_before_the_content_is_said_and_not_taken(app, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "315532800")

    assert "2019-05-01" == str(settled(app, tmp_path, FILES).today) == app.config.typst_today
    assert "SOURCE_DATE_EPOCH is 1980-01-01, before 2019-05-01" in app._status.getvalue()
    assert "" == app._warning.getvalue()


@pytest.mark.parametrize(("epoch", "files"), [("soon", FILES), ("", {})])
def test_where_no_day_can_be_told_the_build_says_why(app, tmp_path, monkeypatch, epoch, files):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(ConfigError, match="SOURCE_DATE_EPOCH"):
        settled(app, tmp_path, files)


def test_what_a_build_warns_of_acts_on_nobody(app, tmp_path):
    guard(app)
    place = f"{tmp_path}/a\n::error::x.md:3"
    logging.getLogger("stranger").warning("a %s\n::error::x ##[error]x", "\x1b[31m\u202e", location=place)
    logging.getLogger("stranger").error("plain", location=("index", 3))

    assert (
        f"{tmp_path}/a\\x0a::error::x.md:3: WARNING: a \\x1b[31m\\u202e\n\\x3a:error::x \\x23#[error]x\n"
        f"{tmp_path}/docs/index.rst:3: ERROR: plain\n"
    ) == app._warning.getvalue().replace("\x1b[91m", "").replace("\x1b[31m", "").replace("\x1b[39;49;00m", "")
