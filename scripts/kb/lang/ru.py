"""Russian: its numbers in words, counting and ordering, in every case, and the words that bound or vouch.

No library at hand reads the numbers; quotations do not spell many, but *двадцать один* is neither 20 nor 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

_CARDINALS = {
    1: "один одна одно одного одной одному одну одним одном", 2: "два две двух двум двумя двое двоих",
    3: "три трех трем тремя трое троих", 4: "четыре четырех четырем четырьмя четверо", 5: "пять пяти пятью пятеро",
    6: "шесть шести шестью шестеро", 7: "семь семи семью семеро", 8: "восемь восьми восемью",
    9: "девять девяти девятью", 10: "десять десяти десятью", 40: "сорок сорока",
    90: "девяносто девяноста", 100: "сто ста", 200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах", 400: "четыреста четырехсот четыремстам четырьмястами",
    1.5: "полтора полторы полутора", 500_000: "полмиллиона полумиллиона", 500: "полтысячи",
}  # fmt: skip
_TEENS = "один две три четыр пят шест сем восем девят".split()
_STEMS = {1: "перв", 2: "втор", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят", 10: "десят",
          40: "сороков", 90: "девяност", 100: "сот"}  # fmt: skip
_ENDINGS = "ый ой ая ое ого ому ым ом ую ые ых ыми".split()
_THIRD = "третий третья третье третьего третьей третьему третьим третьем третью третьи третьих"
_SCALES = {"тысяч": (10**3, "а у и е ей ею ам ами ах"), "миллион": (10**6, "а у е ом ы ов ам ами ах"),
           "миллиард": (10**9, "а у е ом ы ов ам ами ах"), "триллион": (10**12, "а у е ом ы ов ам ами ах")}  # fmt: skip
_ALONE = frozenset("тысяча тысячу миллион миллиард триллион".split())
"""One of them where no number stands before it; *тысячи людей* nobody has counted."""


def _cardinals() -> Iterator[tuple[str, float]]:
    for number, forms in _CARDINALS.items():
        yield from ((form, number) for form in forms.split())
    for n, stem in enumerate(_TEENS, 1):
        yield from ((f"{stem}надцат{ending}", 10 + n) for ending in ("ь", "и", "ью"))
    for n, stem in ((2, "два"), (3, "три")):
        yield from ((f"{stem}дцат{ending}", 10 * n) for ending in ("ь", "и", "ью"))
    for n in range(5, 9):
        one, of, by = _CARDINALS[n].split()[:3]
        yield from ((f"{one}десят", 10 * n), (f"{of}десяти", 10 * n), (f"{by}десятью", 10 * n))
    for n in range(5, 10):
        one, of, by = _CARDINALS[n].split()[:3]
        yield from ((f"{one}сот", 100 * n), (f"{of}сот", 100 * n), (f"{of}стам", 100 * n), (f"{by}стами", 100 * n))


def _ordinals() -> Iterator[tuple[str, float]]:
    yield from ((form, 3) for form in _THIRD.split())
    stems = {**_STEMS, 20: "двадцат", 30: "тридцат"} | {10 + n: f"{stem}надцат" for n, stem in enumerate(_TEENS, 1)}
    stems |= {10 * n: f"{_CARDINALS[n].split()[1]}десят" for n in range(5, 9)}
    yield from ((stem + ending, number) for number, stem in stems.items() for ending in _ENDINGS)


CARDINALS = dict(_cardinals())
ORDINALS = dict(_ordinals())
SCALES = {stem + ending: scale for stem, (scale, endings) in _SCALES.items() for ending in ("", *endings.split())}
SHORT = {"тыс": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12}
"""Magnitudes cut short, behind digits."""
KNOWN = frozenset({*CARDINALS, *ORDINALS, *SCALES})
"""Where none of these words stands, no number is spelled out; ``ё`` is written ``е``."""
BOUNDS = {
    "about": "около|примерно|порядка|приблизительно",
    "nearly": "почти",
    "at-least": "не менее|не меньше|как минимум|по меньшей мере|минимум",
    "over": "более|свыше|больше",
    "up-to": "до|не более|не больше|максимум",
    "under": "менее|меньше",
}
"""What bounds the number before which it stands."""
VOUCHING = {
    "confirm": "подтвер", "prove": "доказ", "admit": "призна", "reveal": "раскр", "acknow": "призна",
    "conced": "призна", "show": "показ", "demon": "показ",
}  # fmt: skip
"""How the verbs begin that vouch for what is told, by how the English ones do."""
_WORD = re.compile(r"[^\W\d_]+|[^\s\w]+|\d+|\n")


def spelled(text: str) -> Iterator[tuple[int, int, float]]:
    """Every number spelled in words, from where to where: ``двадцать один`` is 21, ``полтора миллиона`` 1,500,000."""
    total = current = room = 0.0
    start = end = 0
    for match in _WORD.finditer(text.lower().replace("ё", "е") + "\n"):
        value = CARDINALS.get(match[0]) or ORDINALS.get(match[0], 0)
        scale = SCALES.get(match[0], 0) if current or match[0] in _ALONE else 0
        if not scale and not 0 < value < room:
            if total + current:
                yield start, end, total + current
            total = current = 0.0
        if not total + current:
            start = match.start()
        end = match.end() if value or scale else end
        total, current = (total + (current or 1) * scale, 0.0) if scale else (total, current + value)
        room = _room(match[0], value, scale)


def _room(word: str, value: float, scale: int) -> float:
    """What follows in one number is smaller: after a hundred below a hundred, after a ten below ten, then nothing."""
    if scale:
        return inf
    return 0 if word in ORDINALS or not value or value < 20 or value > 900 else 10 if value < 100 else 100
