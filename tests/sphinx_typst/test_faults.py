"""What cannot be made is told with its page and line; all else is made, and what stood before stays."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.errors import ConfigError

from sphinx_typst.days import moment
from sphinx_typst.origins import Origins
from sphinx_typst.pictures import Unfit, fit
from sphinx_typst.translator.base import string

Build = Callable[..., str]
Reading = Callable[[Path], str]


def told(warnings: str) -> list[str]:
    """What was told, with paths from the folder of the pages."""
    return [line.rpartition("/source/")[2] for line in warnings.splitlines()]


def test_a_source_that_cannot_be_compiled_is_told_at_its_page(tmp_path: Path, build_project: Build) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "two.pdf").write_bytes(b"what stood before")
    boxes = (Path(__file__).parent / "project" / "boxes.py").read_text("utf-8").replace('"#emph["', '"#nowhere["')
    page = "# Second\n\nFine.\n\n- One\n- Some {odd}`words`.\n"
    warnings = build_project(tmp_path / "source", out, **{"second.md": page, "boxes.py": boxes, "cards.md": "# Cards"})

    assert [
        "second.md:6: ERROR: two.pdf is not made: unknown variable: nowhere [typst.document]",
        "the build failed",
    ] == told(warnings)
    assert b"what stood before" == (out / "two.pdf").read_bytes()
    assert [] == list(out.rglob("*.part"))
    assert {"one.pdf", "two.pdf", "whole.pdf"} == {file.name for file in out.glob("*.pdf")}


def test_a_page_on_which_the_builder_breaks_down_is_told_with_its_line(tmp_path: Path, build_project: Build) -> None:
    boxes = (Path(__file__).parent / "project" / "boxes.py").read_text("utf-8").replace('self.put("#emph[")', "1 / 0")
    page = "# Second\n\nFine.\n\nSome {odd}`words`.\n"
    changed = {"second.md": page, "boxes.py": boxes, "cards.md": "# Cards"}
    warnings = build_project(tmp_path / "source", tmp_path / "out", **changed)

    assert [
        (
            "second.md:5: ERROR: two.pdf is not made: the builder broke down:"
            " ZeroDivisionError: division by zero [typst.document]"
        ),
        "the build failed",
    ] == told(warnings)


CONFIGURED = {
    '("nowhere", "x", {})': "ERROR: x.pdf is not made: typst_documents names the page 'nowhere', which does not exist",
    '("untitled", "x", {})': "untitled.md: ERROR: x.pdf is not made: the page has no title",
    '("empty", "x", {})': "empty.md: ERROR: x.pdf is not made: the page has no title",
    '("second", "x", {"template": "../x"})': "second.md: ERROR: x.pdf is not made: there is no template '../x';"
    " there are brief, book",
}


@pytest.mark.parametrize(("configured", "expected"), CONFIGURED.items())
def test_a_document_that_cannot_be_made_hinders_no_other(
    tmp_path: Path, build_project: Build, configured: str, expected: str
) -> None:
    settings = f'typst_documents = [{configured}, ("second", "two", {{}})]\nsuppress_warnings += ["toc.not_included"]'
    pages = {"untitled.md": "No title.\n", "empty.md": ""}
    warnings = build_project(tmp_path / "source", tmp_path / "out", settings, **pages)

    assert [f"{expected} [typst.document]", "the build failed"] == told(warnings)
    assert ["two.pdf"] == [file.name for file in (tmp_path / "out").glob("*.pdf")]


def test_the_origin_of_a_place_is_the_last_comment_before_it_and_no_words_of_a_page() -> None:
    origins = Origins()
    source = f"{origins.mark('one.md:3')}#{string('/*1*/')}\n{origins.mark('two.md:5')}#x\n#y"

    assert ["", "one.md:3", "one.md:3", "two.md:5", "two.md:5"] == [
        origins.of(source, line, column) for line, column in ((1, 1), (1, 6), (1, 12), (2, 6), (3, 1))
    ]


def png(width: int, height: int, data: bytes | None = None) -> bytes:
    """A PNG of a size, whose pixels may be other than it says."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(height * (width * 3 + 1))) if data is None else data
    pieces = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    whole = (struct.pack(">I", len(d)) + kind + d + struct.pack(">I", zlib.crc32(kind + d)) for kind, d in pieces)
    return b"\x89PNG\r\n\x1a\n" + b"".join(whole)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'
UNFIT = {
    "bomb.png": (png(50_000, 50_000, b""), "it unfolds to 2500 million pixels; 40 million are the most"),
    "words.png": (b"no picture", "it cannot be read as png"),
    "short.png": (png(4, 4)[:20], "it cannot be read as png"),
    "short.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF\0", "it cannot be read as jpg"),
    "bomb.jpg": (
        b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03",
        "it unfolds to 4294 million pixels; 40 million are the most",
    ),
    "words.gif": (b"GIF89a", "it is none of .svg, .png, .jpg, .jpeg"),
    "empty.svg": (b"", "it cannot be read as svg"),
    "entity.svg": (
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        "declares a document type",
    ),
    "image.svg": ((SVG % '<image href="/etc/passwd"/>').encode(), "it holds the element 'image'"),
    "use.svg": ((SVG % '<use href="#a"/>').encode(), "it holds the element 'use'"),
    "script.svg": ((SVG % "<script>1</script>").encode(), "it holds the element 'script'"),
    "click.svg": ((SVG % '<g onclick="1"/>').encode(), "it reaches elsewhere, or runs a script, by 'onclick'"),
    "link.svg": ((SVG % '<linearGradient xlink:href="x.svg#a"/>').encode(), "by 'xlink:href'"),
    "url.svg": ((SVG % '<g fill="url(file:///etc/passwd)"/>').encode(), "by 'fill'"),
    "style.svg": ((SVG % "<style>@import 'x'</style>").encode(), "it reaches elsewhere by its style"),
    "large.png": (png(4, 4) + bytes(8_000_001), "it has more than 8 MB"),
}


@pytest.mark.parametrize("name", UNFIT)
def test_what_is_no_fit_picture_is_not_printed(tmp_path: Path, name: str) -> None:
    data, why = UNFIT[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unfit) as refused:
        fit(tmp_path / name, tmp_path)

    assert why in str(refused.value)


def test_a_picture_lies_in_the_folder_of_the_pages_and_is_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (tmp_path / "outside.png").write_bytes(png(4, 4))
    (folder / "inside.png").write_bytes(png(4, 4))
    (folder / "out.png").symlink_to("../outside.png")
    (folder / "in.png").symlink_to("inside.png")
    os.mkfifo(folder / "pipe.png")
    refused = {}
    for name in ("../outside.png", "out.png", "in.png", "pipe.png", "none.png", str(tmp_path / "outside.png")):
        with pytest.raises(Unfit) as reason:
            fit(folder / name, folder)
        refused[name] = str(reason.value)
    outside, plain = "it lies outside the folder of the pages", "it is no plain file"

    assert [outside, outside, plain, plain, plain, outside] == list(refused.values())
    assert png(4, 4) == fit(folder / "inside.png", folder)


def test_a_picture_that_cannot_be_printed_keeps_its_words_and_is_told(
    tmp_path: Path, build_project: Build, text: Reading
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "broken.png").write_bytes(png(4, 4, b"xx"))
    (source / "good.png").write_bytes(png(4, 4))
    page = "# Second\n\n![A good one](good.png)\n\n![A broken one](broken.png)\n\n![A bare one](http://127.0.0.1:9/x.png)\n"
    warnings = build_project(source, tmp_path / "out", **{"second.md": page})
    told_ = told(warnings)

    assert [
        (
            "second.md:5: WARNING: the image broken.png is not printed, its words are kept: failed to decode image"
            " (Format error decoding Png: Corrupt deflate stream. BadZlibHeader) [typst.image]"
        ),
        (
            "second.md:7: WARNING: the image http://127.0.0.1:9/x.png is not printed, its words are kept:"
            " it is not in the project [typst.image]"
        ),
    ] == told_
    assert "A broken one A bare one" in text(tmp_path / "out" / "two.pdf")


def test_a_link_in_the_folder_of_the_build_leads_nowhere(tmp_path: Path, build_project: Build) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    for name in ("_templates", "_images"):
        (out / name).symlink_to(elsewhere, target_is_directory=True)
    for name in ("two.typ", "two.json", "two.pdf", "two.pdf.part"):
        (elsewhere / name).write_text("mine", "utf-8")
        (out / name).symlink_to(elsewhere / name)
    build_project(tmp_path / "source", out)

    assert {"mine"} == {file.read_text("utf-8") for file in elsewhere.iterdir()}
    assert (out / "two.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("seconds", ["x", "-1", "1e9", "١٢", "9" * 30, "253402300800", " 1", "0x10"])
def test_a_day_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(ConfigError) as told_:
        moment("")

    assert f"SOURCE_DATE_EPOCH is {seconds!r}, against a number of seconds since 1970" == str(told_.value)


def test_a_setting_that_is_no_day_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with pytest.raises(ConfigError) as told_:
        moment("today")

    assert "typst_today is 'today', against a day such as '2026-11-22'" == str(told_.value)
