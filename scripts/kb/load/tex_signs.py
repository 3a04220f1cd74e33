"""What the usual commands of TeX stand for: accents, letters, signs, and markup of which the words remain."""

from __future__ import annotations

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
"""Commands that set a mark on the letter that follows."""
SIGNS = {
    **{sign: sign for sign in "&%$#_{}"},
    " ": " ", "\n": " ", "\t": " ", ",": " ", ";": " ", ":": " ", "~": "~", "-": "", "/": "", "!": "", "@": "",
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "pounds": "£", "euro": "€",
    "texteuro": "€", "textsterling": "£", "textdollar": "$", "textpercent": "%", "textunderscore": "_",
    "textasciitilde": "~", "textasciicircum": "^", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
    "textellipsis": "…", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotesingle": "'", "textquotedbl": '"', "guillemotleft": "«",
    "guillemotright": "»", "quotedblbase": "„", "textnumero": "№", "textdegree": "°", "textbullet": "•",
    "textperiodcentered": "·", "textregistered": "®", "texttrademark": "™", "textordmasculine": "º",
    "textordfeminine": "ª", "slash": "/", "space": " ", "quad": " ", "qquad": " ", "times": "×", "pm": "±",
    "cdot": "·", "to": "→", "rightarrow": "→", "leq": "≤", "geq": "≥", "approx": "≈", "circ": "°",
}  # fmt: skip
"""Commands that stand for a character."""
PLAIN = frozenset(
    "emph textbf textit textsc textsl textrm textsf texttt textmd textup textnormal text mbox underline uline"
    " mkbibemph mkbibbold mkbibitalic em bf it sc sl rm sf tt bfseries itshape scshape slshape upshape"
    " rmfamily sffamily ttfamily normalfont nohyphens protect relax".split()
)
"""Commands that only change how words look; the words remain."""
AROUND = {
    "enquote": ("“", "”"), "mkbibquote": ("“", "”"), "mkbibparens": ("(", ")"), "mkbibbrackets": ("[", "]"),
}  # fmt: skip
"""Commands that set signs around words."""
RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
LOWERED = str.maketrans("0123456789+-=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ")
SHIFTED = {"textsuperscript": RAISED, "textsubscript": LOWERED, "mkbibsuperscript": RAISED, "^": RAISED, "_": LOWERED}
"""Commands that raise or lower what follows; only what has such a character of its own."""
