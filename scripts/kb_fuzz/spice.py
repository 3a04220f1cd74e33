"""Characters and words that are rare in honest text and have done harm in some program."""

from __future__ import annotations

from random import Random

CHARACTERS = (
    "\0\x01\x07\x08\t\n\x0b\x0c\r\x1b\x7f\x85\x9b\xa0\xad\u034f\u061c\u0300\u0301\u0323\u115f\u17b4\u200b\u200c\u200d\u200e"
    "\u2028\u2029\u202e\u2060\u2066\u202f\u2009\u3000\u3164\ufeff\ufffd\ufffe\ue000\U000e0041\U000f0000\U0010ffff"
    "0123456789٣３²⅔ⅨⅢ𝟗①一Аавеорсухі´`'\"“”«»‘’‚„–—‑−…¶§%$#@!?&*+=-_~^|\\/<>()[]{}:;,.½€ß\u0130\u0131ﬁǅ習🎉👩‍👧🇦🇲é"
)
WORDS = (
    "{{7*191}}", "{% raw %}", "${x}", "#{x}", "%s%n", "<script>", "</script>", "<!--", "-->", "]]>", "<b>", "onload=x",
    "javascript:x", "data:x", "//x.example", "file:///etc/passwd", "../../../x", "https://", "https://[::1",
    "mailto:a@b", "::error::", "##[error]", "=1+1", "@import", "#read(\"x\")", "$x$", "\\u{41}", "\\input{x}",
    "\\write18{x}", "\\\\", "&#0;", "&#x202e;", "&NewLine;", "&bsol;", "&amp;", "---", "...", "...\n", "```", "````",
    ":::", "::::", "~~~", "{note}", "{.own}", "{#x}", "{x=y}", "{cite:p}`", "`", "``", "[^a]", "[^a]: x", "[x]: y",
    "(x)=", "+++", "% x", "***", "___", "![x](y)", "[x](y)", "<https://x.example/1990>", "|", "||", "|---|", "\\",
    "\\\n", "  \n", "\t", "    ", "> ", "- ", "1. ", "# ", "###### ", "====", "Term\n: x", ":x: y", "3 June 1990",
    "4 May 1991", "1990", "0000", "9999", "99999", "10000000000", "9" * 400, "-1", "1e309", "nan", "inf", "0001-01-01",
    "9999-12-31", "199X", "1990~", "mid-199X", "1990/1991", "1990-13", "ongoing", "unknown", "hundred",
    "thousand million", "a decade", "two years later", "the 14th", "Art. 4", "Articles 4 and 5", "12 per cent",
    "first", "Arvenia, Boreland and Corvia", "Arvenia", "Selin", "Petra Voss", "Osk", "Osk argues that", "appears",
    "still", "currently", "true", "null", "~", "!!python/object", "&a", "*a", "<<", "? ", ": ", "- - ", "|+\n", ">-\n",
    "{", "}", "[", "]", "%YAML", "league", "league#founded-1990", "league#", "#", "f", "League2006history", "and",
    " and ", "others", "{\\\"o}", "{}", "\"", "#", "@string{", "@comment{", "%", "~", "--", "\\emph{", "\\url{",
    "crossref", "Seen whole", "primary", "english", "klingon",
)  # fmt: skip


def character(draw: Random) -> str:
    """One of them, or any there is."""
    if draw.random() < 0.9:
        return draw.choice(CHARACTERS)
    number = draw.randrange(0x110000)
    return chr(number) if not 0xD800 <= number < 0xE000 else "x"


def word(draw: Random, others: tuple[str, ...] = ()) -> str:
    """One of them, one of others, or a run of one character."""
    chance = draw.random()
    if others and chance < 0.3:
        return draw.choice(others)
    if chance < 0.9:
        return draw.choice(WORDS)
    return character(draw) * draw.choice((2, 3, 7, 20, 100, 1_000))
