"""Makes what a text file cannot hold: pictures, special files, names that are no text, shapes too deep to write out."""

from __future__ import annotations

import io
import os
import socket
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

INDEXED = 3
"""The kind of a PNG whose points are numbers in a list of colours."""
PIXELS = 30_000
"""The side of a picture that is small as a file and 2.7 GB once it is unfolded."""


def make(recipe: str, place: Path, canary: Path) -> None:
    """Make one file by its recipe."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if recipe in SPECIAL:
        SPECIAL[recipe](place, canary)
    else:
        place.write_bytes(CONTENT[recipe]())


def png(width: int, height: int, rows: bytes, kind: int = 2) -> bytes:
    """A PNG of eight bits a channel with these rows, already filtered."""
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _small() -> bytes:
    return png(2, 2, (b"\0" + b"\x40\x80\xc0" * 2) * 2)


def _bomb() -> bytes:
    """Black to the horizon, compressed piece by piece so that the test itself stays small."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + PIXELS * 3)
    data = b"".join(packer.compress(row) for _ in range(PIXELS // 100)) + packer.flush()
    head = struct.pack(">IIBBBBB", PIXELS, PIXELS, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _jpeg_that_claims_much() -> bytes:
    """The head of a JPEG of 65,500 by 65,500 points, and nothing behind it."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, 65_500, 65_500, 3) + b"\x01\x11\0\x02\x11\0\x03\x11\0"
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0" + frame + b"\xff\xd9"


def _svg(inside: str, head: str = "") -> Callable[[], bytes]:
    about = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
    return lambda: f"{head}<svg {about}>{inside}</svg>\n".encode()


CLIP = '<clipPath id="a0"><rect width="9" height="9"/></clipPath>'
CLIPPED = '<rect width="9" height="9" clip-path="url(#{})"/>'
CLIPS = "".join(f'<clipPath id="a{n}">' + CLIPPED.format(f"a{n - 1}") * 10 + "</clipPath>" for n in range(1, 9))
CHAIN = "".join(
    f'<clipPath id="a{n}" clip-path="url(#a{n - 1})"><path d="M0 0h9"/></clipPath>' for n in range(1, 20_000)
)
OFTEN = '<clipPath id="a">' + '<rect width="9" height="9"/>' * 9_000 + "</clipPath>" + CLIPPED.format("a") * 9_000


def _with(part: bytes, kind: int = 2) -> bytes:
    """A small PNG with something between its head and its points."""
    row = b"\0\1\2" if kind == INDEXED else b"\0" + b"\x40\x80\xc0" * 2
    whole = png(2, 2, row * 2, kind)
    return whole[:33] + part + whole[33:]


def _jpeg(mode: str = "RGB", **how: object) -> bytes:
    told = io.BytesIO()
    Image.new(mode, (33, 17)).save(told, "JPEG", **how)
    return told.getvalue()


ENTITY = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'
LAUGHTER = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 9))
LAUGHS = f"<!DOCTYPE svg [<!ENTITY a0 'ha'>{LAUGHTER}]>\n"

CONTENT: dict[str, Callable[[], bytes]] = {
    "png": _small,
    "png-bomb": _bomb,
    "png-truncated": lambda: _small()[:40],
    "png-wrong-checksum": lambda: _small()[:-20] + b"\0" * 20,
    "png-of-nothing": lambda: png(0, 0, b""),
    "png-in-name-only": lambda: b"<script>window.__canary = 1</script>\n",
    "jpeg-that-claims-much": _jpeg_that_claims_much,
    "gif-truncated": lambda: b"GIF89a\xff\xff\xff\xff\xf7\0\0",
    "webp-truncated": lambda: b"RIFF\xff\xff\xff\x7fWEBPVP8L",
    "empty": lambda: b"",
    "svg": _svg('<rect width="9" height="9"/>'),
    "svg-script": _svg("<script>window.__canary = 1</script>"),
    "svg-onload": _svg('<rect onload="window.__canary = 1" width="9" height="9"/>'),
    "svg-foreign": _svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="/"/></foreignObject>'),
    "svg-link": _svg('<a xlink:href="javascript:window.__canary=1"><rect width="9" height="9"/></a>'),
    "svg-animated-link": _svg('<a><animate attributeName="href" values="javascript:window.__canary=1"/>x</a>'),
    "svg-remote": _svg('<image xlink:href="https://pictures.example/x.png" width="9" height="9"/>'),
    "svg-file": _svg('<image xlink:href="../../../outside/canary.png" width="9" height="9"/>'),
    "svg-style": _svg("<style>@import url(https://pictures.example/x.css);</style>"),
    "svg-entity": _svg("<text>&x;</text>", ENTITY),
    "svg-laughs": _svg("<text>&a8;</text>", LAUGHS),
    "svg-stylesheet": _svg("", '<?xml-stylesheet href="https://pictures.example/x.xsl" type="text/xsl"?>'),
    "svg-huge": lambda: (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9999999" height="9999999"><rect width="9" height="9"/></svg>'
    ),
    "svg-deep": _svg("<g>" * 20_000 + "</g>" * 20_000),
    "svg-utf-7": lambda: (
        b'<?xml version="1.0" encoding="UTF-7"?>\n'
        b'<svg xmlns="http://www.w3.org/2000/svg">+ADw-script+AD4-window.__canary=1+ADw-/script+AD4-</svg>'
    ),
    "svg-clips-of-clips": _svg(f'{CLIP}{CLIPS}<rect clip-path="url(#a8)" width="9" height="9"/>'),
    "svg-chain-of-clips": _svg(f'{CLIP}{CHAIN}<rect clip-path="url(#a19999)" width="9" height="9"/>'),
    "svg-one-clip-used-often": _svg(OFTEN),
    "svg-clipped-once": _svg(f'{CLIP}<g clip-path="url(#a0)"><rect width="9" height="9"/></g>'),
    "svg-of-no-width": lambda: b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="0" height="9"/>',
    "svg-as-wide-as-the-page": lambda: (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="100%" height="8.5in"><path d="M0 0"/></svg>'
    ),
    "svg-utf-16": lambda: _svg('<rect width="9" height="9"/>')().decode().encode("utf-16"),
    "png-unknown-part": lambda: _with(_chunk(b"ABCD", b"x")),
    "png-without-palette": lambda: _with(b"", INDEXED),
    "png-with-a-broken-profile": lambda: _with(_chunk(b"iCCP", b"k\0\0" + zlib.compress(b"no profile"))),
    "png-with-bytes-behind-its-end": lambda: _small() + b"<script>window.__canary = 1</script>",
    "jpeg-of-four-inks": lambda: _jpeg("CMYK"),
    "jpeg-with-broken-notes": lambda: _jpeg(exif=b"Exif\0\0II*\0\xff\xff\xff\xff\x01\0"),
    "jpeg-oddly-sampled": lambda: _jpeg(subsampling=2).replace(b"\1\x22\0\2\x11\1", b"\1\x31\0\2\x11\1"),
    "one-byte-of-latin-1": lambda: b"# Eruyg\xfcr\n\nThe League is small.\n",
    "utf-16": lambda: "# The League\n\nThe League is small.\n".encode("utf-16"),
    "lone-surrogate": lambda: b"# The League\n\nThe League is \xed\xa0\x80 small.\n",
    "nul-bytes": lambda: b"# The League\n\nThe \0League is small.\n",
    "deep-fences": lambda: _fences(328).encode(),
    "deep-quotes": lambda: f"# The League\n\n{'> ' * 3_000}The League is small.\n".encode(),
    "deep-lists": lambda: (
        "# The League\n\n" + "".join(f"{'  ' * n}- The League is small.\n" for n in range(500))
    ).encode(),
    "deep-yaml": lambda: f"id: deep-yaml\nkind: topic\nnames: {'[' * 494}{']' * 494}\n".encode(),
    "deep-yaml-mappings": lambda: ("".join(f"{' ' * n}a:\n" for n in range(3_000))).encode(),
    "deep-front-matter": lambda: f"---\nabout: {'[' * 2_000}{']' * 2_000}\n---\n\n# The League\n".encode(),
    "many-readings": lambda: (
        "readings 1\nbatch a6cecc1b 2019-11-29 lawyer read 1 planted 1 caught 1\n"
        + "".join(f"read docs/topic/league.md {n:016x} a6cecc1b {n % 7:04x} -\n" for n in range(10_000))
    ).encode(),
    "deep-lock": lambda: f'{{"version": 1, "sources": {"[" * 100_000}{"]" * 100_000}}}\n'.encode(),
}


def _fences(deep: int) -> str:
    """Notes inside notes, each fence one colon shorter than the one around it."""
    opened = "".join(f"{':' * (deep + 3 - n)}{{note}}\n" for n in range(deep))
    closed = "".join(f"{':' * (n + 4)}\n" for n in range(deep))
    return f"# The League\n\n{opened}The League is small.\n{closed}"


def _socket(place: Path, canary: Path) -> None:
    del canary
    here = Path.cwd()
    os.chdir(place.parent)  # the path of a socket may have only a hundred bytes
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(place.name)
    finally:
        os.chdir(here)


def _unreadable(place: Path, canary: Path) -> None:
    del canary
    place.write_text("# The League\n\nThe League is small.\n", "utf-8")
    place.chmod(0)


def _closed_folder(place: Path, canary: Path) -> None:
    del canary
    place.mkdir()
    (place / "page.md").write_text("# The League\n\nThe League is small.\n", "utf-8")
    place.chmod(0)


def _undecodable_name(place: Path, canary: Path) -> None:
    del canary
    (place.parent / os.fsdecode(b"caf\xe9.md")).write_text("# The League\n\nThe League is small.\n", "utf-8")


SPECIAL: dict[str, Callable[[Path, Path], None]] = {
    "fifo": lambda place, canary: os.mkfifo(place),
    "socket": _socket,
    "folder": lambda place, canary: place.mkdir(),
    "unreadable": _unreadable,
    "closed-folder": _closed_folder,
    "undecodable-name": _undecodable_name,
    "page-with-a-second-name": lambda place, canary: os.link(canary, place),
}
