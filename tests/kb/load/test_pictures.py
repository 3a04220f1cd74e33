"""Pictures: what can be shown and does nothing comes in."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kb.load.pictures import MOST, picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">%s</svg>'


def raster(form: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(made, form)
    return made.getvalue()


def unfolding(side: int) -> bytes:
    """A PNG of a few kilobytes that says it is that wide and high."""
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))  # noqa: E731
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 10**6)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("docs/topic/map.png", raster("PNG")),
        ("docs/topic/map.jpg", raster("JPEG")),
        ("docs/topic/map.svg", (SVG % "").encode()),
        ("docs/topic/map.svg", (SVG % '<g fill="url(#a)" transform="rotate(4)"><path d="M0 0"/></g>').encode()),
        ("docs/topic/map.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="2.5"/>'),
        (
            "docs/topic/map.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="100%" height="5in"/>',
        ),
        ("docs/topic/map.svg", (SVG % '<clipPath id="a"><path d="M0 0"/></clipPath><g clip-path="url(#a)"/>').encode()),
    ],
)
def test_a_picture_that_can_be_shown_comes_in(path: str, data: bytes) -> None:
    assert () == picture(path, data)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("docs/topic/map.png", raster("JPEG")),
        ("docs/topic/map.jpg", raster("PNG")),
        ("docs/topic/map.png", b"<script>alert(1)</script>"),
        ("docs/topic/map.png", raster("PNG")[:-20]),
        ("docs/topic/map.png", raster("PNG")[:30]),
        ("docs/topic/map.jpg", raster("JPEG")[:200]),
        ("docs/topic/map.png", b""),
        ("docs/topic/map.png", unfolding(int(MOST**0.5) + 1)),
        ("docs/topic/map.png", unfolding(60000)),
        ("docs/_static/mark-dark.svg", (SVG % "<script/>").encode()),
        ("docs/_static/readme/page.png", b"<html>"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_found(path: str, data: bytes) -> None:
    assert ["bad-picture"] == [fault.rule for fault in picture(path, data)]


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)"/>',
        "<foreignObject/>",
        '<image href="https://a.example/x.png"/>',
        '<use href="#a"/>',
        '<a href="https://a.example"/>',
        '<animate attributeName="href"/>',
        "<style>@import 'https://a.example/x.css'</style>",
        '<path style="fill: url(https://a.example)"/>',
        '<path fill="url(https://a.example)"/>',
        '<path fill="url( https://a.example)"/>',
        '<path fill="\\75rl(https://a.example)"/>',
        '<path fill="url(data:image/svg+xml,x)"/>',
        '<path class="x"/>',
        '<g xmlns:x="http://www.w3.org/1999/xlink"><path x:href="#a"/></g>',
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>',
        '<path xmlns="http://www.w3.org/1999/xhtml"/>',
        '<path xml:base="https://a.example"/>',
        "<svg/>",
        "<?xml-stylesheet href='https://a.example'?>",
        "&unknown;",
        "<g>" * 50 + "</g>" * 50,
        '<clipPath id="a" clip-path="url(#b)"/>',
        '<clipPath id="a"><path clip-path="url(#b)"/></clipPath>',
        f'<clipPath id="a"><path d="{"M0 0" * 2_501}"/></clipPath>',
        '<path clip-path="url(#a)"/>' * 1_001,
    ],
)
def test_a_drawing_that_does_more_than_be_seen_is_found(inner: str) -> None:
    assert {"bad-picture"} == {fault.rule for fault in picture("docs/topic/map.svg", (SVG % inner).encode())}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<svg",
        "<html/>",
        "<svg viewBox='0 0 8 8'/>",
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 8"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="0"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" height="0%"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="-5"/>',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>' + SVG % "&a;",
        '<!DOCTYPE svg SYSTEM "/etc/passwd">' + SVG % "",
        '<?xml version="1.0" encoding="utf-16"?>' + SVG % "",
    ],
)
def test_what_is_no_drawing_is_found(text: str) -> None:
    assert {"bad-picture"} == {fault.rule for fault in picture("docs/topic/map.svg", text.encode())}


def test_a_fault_in_a_drawing_has_its_place() -> None:
    fault = picture("docs/topic/map.svg", (SVG % "\n\n  <path onclick='x'/>").encode())[0]

    assert ("docs/topic/map.svg", 3, 3) == (fault.mark.path, fault.mark.line, fault.mark.column)


@given(st.binary(max_size=200), st.sampled_from(["png", "jpg", "svg"]))
def test_no_picture_whatever_raises(data: bytes, suffix: str) -> None:
    head = {"png": raster("PNG")[:60], "jpg": raster("JPEG")[:100], "svg": b""}[suffix]

    assert picture(f"docs/topic/map.{suffix}", head + data)
