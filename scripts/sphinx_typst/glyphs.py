"""Which letters the fonts can show: Typst itself is asked, so that its own choice of fonts counts."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from pathlib import Path

import typst

FONTS = Path(__file__).parent / "fonts"
FACES = (
    "",
    '#set text(font: "Source Sans 3", weight: 700, style: "italic")\n',
    '#set text(font: "DejaVu Sans Mono")\n',
)
"""The faces in which words are set; what one of them cannot show may stand in it one day."""
_HEAD = '#set document(title: "x")\n#set text(lang: "en", font: "Source Serif 4")\n'
_LINE = re.compile(r"^ *┌─ .*:(\d+):\d+$", re.M)
AT_ONCE = 4000
"""How many letters are asked for in one go."""
TRIED = (*range(0x20, 0x7F), *range(0xA0, 0xD800), *range(0xF900, 0x20000), *range(0xE0000, 0xE0200))
"""All code points but controls, surrogates, private use and the planes of Chinese characters."""


def load(folders: Sequence[str] = ()) -> typst.Fonts:
    """Our fonts, those of the folders, and those that Typst brings; those of the machine are never used."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS), *folders])


def missing(letters: Collection[str], fonts: typst.Fonts, face: str = "") -> set[str]:
    """Those letters, or letters with their marks, that no font can show."""
    asked = list(letters)
    lacking: set[str] = set()
    for start in range(0, len(asked), AT_ONCE):
        lacking.update(_missing(asked[start : start + AT_ONCE], fonts, _HEAD + face))
    return lacking


def _missing(asked: Sequence[str], fonts: typst.Fonts, head: str) -> Iterable[str]:
    """Each letter is a paragraph of its own; Typst names the line of every one that it cannot show."""
    above = head.count("\n") + 1
    source = head + "\n\n".join(f'#"{_escaped(each)}"' for each in asked)
    compiler = typst.Compiler(source.encode(), root=str(FONTS), font_paths=fonts, ignore_system_fonts=True)
    try:
        compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=0)
    except typst.TypstError as error:
        return [asked[(int(line) - above) // 2] for line in _LINE.findall(str(error.diagnostic))]
    return []


def _escaped(text: str) -> str:
    return "".join(f"\\u{{{ord(letter):x}}}" for letter in text)


def held(fonts: typst.Fonts, tried: Iterable[int] = TRIED) -> list[int]:
    """The code points that can be shown in every face."""
    letters = [chr(point) for point in tried]
    for face in FACES:
        lacking = missing(letters, fonts, face)
        letters = [letter for letter in letters if letter not in lacking]
    return [ord(letter) for letter in letters]


def ranges(points: Iterable[int]) -> list[str]:
    """Code points as ``20-7e``, ``38c``, in order."""
    runs = (
        [point for _, point in run] for _, run in groupby(enumerate(sorted(points)), lambda each: each[1] - each[0])
    )
    return [f"{run[0]:x}-{run[-1]:x}" if len(run) > 1 else f"{run[0]:x}" for run in runs]


if __name__ == "__main__":  # python -m sphinx_typst.glyphs > scripts/kb/load/letters.txt
    sys.stdout.write("\n".join(ranges(held(load()))) + "\n")
