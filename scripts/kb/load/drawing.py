"""Judges a drawing (SVG): only shapes and words are allowed, and nothing that runs, loads or unfolds."""

from __future__ import annotations

import re
from xml.parsers import expat

from kb.finding import Finding, impossible
from kb.mark import Mark

SPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient radialGradient stop"
    " clipPath".split()
)
ATTRIBUTES = frozenset(
    "id width height viewBox preserveAspectRatio version x y x1 y1 x2 y2 cx cy r rx ry dx dy d points transform"
    " fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit"
    " stroke-dasharray stroke-dashoffset opacity clip-path clip-rule clipPathUnits gradientUnits gradientTransform"
    " spreadMethod offset stop-color stop-opacity fx fy font-family font-size font-style font-weight text-anchor"
    " letter-spacing role aria-label".split()
)
DEEPEST = 40
_CALLS = re.compile(r"[a-z-]+\(", re.IGNORECASE)
_ALLOWED = re.compile(r"(?:matrix|translate|scale|rotate|skewX|skewY|rgb|rgba|hsl|hsla)\(|url\((?=#[\w-]+\))")
_BOX = re.compile(r"\s*-?[\d.]+(?:[\s,]+-?[\d.]+)[\s,]+(?!0+(?:\.0*)?[\s,])[\d.]+[\s,]+(?!0+(?:\.0*)?\s*$)[\d.]+\s*")
_LENGTH = re.compile(r"(?!0*(?:\.0*)?$)\d{1,5}(?:\.\d{1,6})?(?:px|pt|mm|cm)?")


def drawing(path: str, data: bytes) -> tuple[Finding, ...]:
    """What is wrong with a drawing; reading ends where it is no XML any more."""
    reader = _Reader(path)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        text = f"this is not XML: {expat.ErrorString(error.code)}"
        reader.found.append(_bad(Mark(path, error.lineno, error.offset + 1), text, "save the drawing again"))
    except _Refused:
        pass
    return tuple(reader.found)


class _Refused(Exception):
    """Nothing behind this is worth reading."""


class _Reader:
    """Goes through the elements; nothing is kept, so nothing can grow."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Finding] = []
        self.depth = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.XmlDeclHandler = self.declared

    def _fault(self, text: str, help: str) -> None:
        place = Mark(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.found.append(_bad(place, text, help))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.depth += 1
        space, _, local = name.rpartition(" ")
        if self.depth > DEEPEST:
            self._fault(f"elements are nested more than {DEEPEST} deep", "flatten the groups of the drawing")
            raise _Refused
        if space != SPACE or local not in ELEMENTS or (local == "svg") != (self.depth == 1):
            self._fault(
                f"the element {_short(local)} does not belong in a drawing", "save it as plain SVG, of shapes only"
            )
            return
        if local == "svg" and not _has_size(attributes):
            self._fault("the drawing has no size", "give the outermost element a `viewBox` of four numbers")
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], key, value)

    def _attribute(self, shown: str, key: str, value: str) -> None:
        if key not in ATTRIBUTES:
            self._fault(
                f"the attribute {_short(shown)} does not belong in a drawing", "save it as plain SVG, without it"
            )
        elif "\\" in value or len(_CALLS.findall(value)) != len(_ALLOWED.findall(value)):
            self._fault(f"{shown} is {_short(value)}, which leads elsewhere", "write a colour, a number or `url(#id)`")

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1

    def doctype(self, *_: object) -> None:
        """A document type may declare entities, which unfold or read files."""
        self._fault("the drawing has a document type", "remove the line `<!DOCTYPE …>`")
        raise _Refused

    def instruction(self, target: str, _: str) -> None:
        """A processing instruction may load a style."""
        self._fault(f"the instruction {_short(target)} does not belong in a drawing", "remove the line `<?…?>`")

    def declared(self, _: str, encoding: str | None, __: int) -> None:
        """The XML declaration."""
        if encoding and encoding.lower() != "utf-8":
            self._fault(f"the drawing says that it is encoded as {_short(encoding)}", "save it as UTF-8")


def _has_size(attributes: dict[str, str]) -> bool:
    sizes = [attributes.get(name, "") for name in ("width", "height")]
    boxed = "viewBox" in attributes and _BOX.fullmatch(attributes["viewBox"])
    return bool(boxed) or ("viewBox" not in attributes and all(_LENGTH.fullmatch(size) for size in sizes))


def _short(text: str) -> str:
    return ascii(text if len(text) <= 40 else text[:37] + "...")


def _bad(mark: Mark, text: str, help: str) -> Finding:
    return impossible(mark, text, help, rule="bad-picture")
