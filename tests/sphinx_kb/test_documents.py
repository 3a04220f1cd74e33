"""Which documents there are, what their text is, and that nothing in them changes how they are read."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_kb.knowledge import Unreadable

Build = Callable[..., Any]
PAGE = "---\nabout: [league]\n---\n\n# A page\n\nThe League stands.\n"
SWITCHES = """---
myst:
  enable_extensions: [substitution, dollarmath]
  title_to_header: true
  html_meta: {"http-equiv=refresh": "0; url=https://evil.example"}
  substitutions: {a: b}
html_theme.sidebar_secondary.remove: true
og:title: Another
tocdepth: 1
sd_hide_title: true
title: Another
asof: 2019-05-01
---

# A page

{{ 7 * 7 }} and {{ env.srcdir }} and $x$
"""
MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>\n'


def test_nothing_in_a_page_changes_how_it_is_parsed(root: Path, application: Build) -> None:
    for folder in ("docs", "unchecked"):
        (root / folder / "topic").mkdir(parents=True, exist_ok=True)
    (root / "docs/topic/page.md").write_text(PAGE, encoding="utf-8")
    (root / "unchecked/topic/page.md").write_text(SWITCHES, encoding="utf-8")
    with patch_docutils(), docutils_namespace():
        app = application()
        app.build()
    written = (Path(app.outdir) / "topic/page.html").read_text(encoding="utf-8")

    assert {"title": "Another", "asof": "2019-05-01"} == {
        name: value
        for name, value in app.env.metadata["topic/page"].items()
        if name not in ("wordcount", "myst_slugs", "shown", "subjects")
    }
    assert "{{ 7 * 7 }} and {{ env.srcdir }} and $x$" in written
    assert "refresh" not in written
    assert "evil.example" not in written
    assert "<h1>A page<" in written


def test_what_was_judged_is_what_is_built(root: Path, application: Build) -> None:
    page = root / "docs/topic/page.md"
    page.write_text(PAGE, encoding="utf-8")
    with patch_docutils(), docutils_namespace():
        app = application()
        app.connect("env-before-read-docs", lambda *_: page.write_text("# Another\n\nText.\n", encoding="utf-8"))
        app.build()

    assert "The League stands." in (Path(app.outdir) / "topic/page.html").read_text(encoding="utf-8")


def test_a_byte_order_mark_makes_no_difference(root: Path, build: Build) -> None:
    (root / "docs/topic/page.md").write_bytes(b"\xef\xbb\xbf" + PAGE.encode())
    page = build().page("topic/page")

    assert "A page" == page.select_one("h1").contents[0]
    assert "about:" not in page.get_text()


def test_what_git_ignores_is_no_document(root: Path, build: Build) -> None:
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    (root / ".gitignore").write_text("docs/topic/draft.md\n", encoding="utf-8")
    site = build({"docs/topic/draft.md": "# A draft\n\n```{raw} html\n<b>x</b>\n```\n"})

    assert "topic/league" in site.read
    assert [] == [name for name in site.read if "draft" in name]
    assert not (site.place / "topic/draft.html").exists()


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("docs/facts/pier.yaml", "# kind: place\n", "docs/facts/pier.yaml:1:1: error: the file holds no entity"),
        ("docs/facts/_x.yaml", "id: x\n", "docs/facts/_x.yaml:1:1: error: the file '_x.yaml' has a name that no"),
        ("docs/topic/_x.md", "# X\n", "docs/topic/_x.md:1:1: error: the file '_x.md' has a name that no"),
        ("docs/topic/x.rst", "X\n", "docs/topic/x.rst:1:1: error: the file 'x.rst' is of no kind"),
        (
            "docs/topic/x.md",
            "---\nmyst: {}\n---\n\n# X\n",
            "docs/topic/x.md:2:1: error: front matter has an unknown field",
        ),
        ("docs/rules/time/x.md", "---\nmyst: {}\n---\n\n# X\n", "docs/rules/time/x.md:2:1: error: front matter has an"),
    ],
)
def test_what_the_checker_does_not_pass_is_an_error_at_its_place(
    build: Build, path: str, text: str, fault: str
) -> None:
    with pytest.raises(Unreadable) as stopped:
        build({path: text})

    assert str(stopped.value).startswith(fault)


def test_a_picture_beside_a_page_is_shown(build: Build) -> None:
    site = build({"docs/topic/mark.svg": MARK, "docs/topic/page.md": PAGE + "\n![A square](mark.svg)\n"})
    shown = site.page("topic/page").select_one("article img")

    assert site.warnings == ""
    assert shown is not None
    assert MARK == (site.place / "topic" / shown["src"]).resolve().read_text(encoding="utf-8")
