"""Judges a drawing (SVG): only shapes and words are allowed, and nothing that runs, loads or unfolds."""

from __future__ import annotations

import re
from xml.parsers import expat

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark

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
LONGEST_CLIP = 10_000
"""Characters of the shapes of one clip, which are printed once for each shape that it clips."""
MOST_USES = 1_000
"""Uses of clips and gradients in one drawing."""
_CALLS = re.compile(r"[a-z-]+\(", re.IGNORECASE)
_ALLOWED = re.compile(r"(?:matrix|translate|scale|rotate|skewX|skewY|rgb|rgba|hsl|hsla)\(|url\((?=#[\w-]+\))")
_BOX = re.compile(r"\s*-?[\d.]+(?:[\s,]+-?[\d.]+)[\s,]+(?!0+(?:\.0*)?[\s,])[\d.]+[\s,]+(?!0+(?:\.0*)?\s*$)[\d.]+\s*")
_LENGTH = re.compile(r"(?!0*(?:\.0*)?$)\d{1,5}(?:\.\d{1,6})?(?:px|pt|mm|cm)?")
_SHARE = re.compile(r"(?!0*(?:\.0*)?[%a-z])\d{1,5}(?:\.\d{1,6})?(?:%|in|pc|em|ex)")
"""What a length may be as well where a ``viewBox`` tells the size."""


def drawing(path: str, data: bytes) -> tuple[Finding, ...]:
    """What is wrong with a drawing; reading ends where it is no XML any more."""
    reader = _Reader(path)
    try:
        data.decode("utf-8")
        reader.parser.Parse(data, True)
    except UnicodeDecodeError:
        reader.found.append(_bad(Mark(path), "the drawing is not UTF-8", "save it as UTF-8"))
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
        self.clip, self.written, self.uses = 0, 0, 0
        """How deep the clip lies in which we stand, or nought; what was written in it; how much was used so far."""
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
            help = "give the outermost element a `viewBox` of four numbers, and no width or height that is nought"
            self._fault("the drawing has no size", help)
        if local == "clipPath":
            self.clip, self.written = self.clip or self.depth, 0
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], key, value)
        self._grows(attributes)

    def _grows(self, attributes: dict[str, str]) -> None:
        """What is used is printed again each time, so that much used often would be more than anybody can wait for."""
        self.written += sum(map(len, attributes.values())) if self.clip else 0
        self.uses += sum("url(" in value for value in attributes.values())
        if self.written > LONGEST_CLIP:
            self._fault(f"a clip holds more than {LONGEST_CLIP:,} characters", "clip by fewer and simpler shapes")
            raise _Refused
        if self.uses > MOST_USES:
            self._fault(f"clips and gradients are used more than {MOST_USES:,} times", "group what is clipped alike")
            raise _Refused

    def _attribute(self, shown: str, key: str, value: str) -> None:
        if key not in ATTRIBUTES:
            self._fault(
                f"the attribute {_short(shown)} does not belong in a drawing", "save it as plain SVG, without it"
            )
        elif key == "clip-path" and self.clip:
            self._fault("a clip is clipped by another", "clip the shapes by one `clipPath` of plain shapes")
        elif "\\" in value or len(_CALLS.findall(value)) != len(_ALLOWED.findall(value)):
            self._fault(f"{shown} is {_short(value)}, which leads elsewhere", "write a colour, a number or `url(#id)`")

    def end(self, name: str) -> None:
        """An element ends."""
        self.clip = 0 if self.clip == self.depth else self.clip
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
    """A width or a height of nought shows nothing, whatever the ``viewBox`` says."""
    sizes = [attributes[name] for name in ("width", "height") if name in attributes]
    if "viewBox" not in attributes:
        return len(sizes) == 2 and all(_LENGTH.fullmatch(size) for size in sizes)
    is_fit = all(_LENGTH.fullmatch(size) or _SHARE.fullmatch(size) for size in sizes)
    return is_fit and bool(_BOX.fullmatch(attributes["viewBox"]))


def _short(text: str) -> str:
    return ascii(text if len(text) <= 40 else text[:37] + "...")


def _bad(mark: Mark, text: str, help: str) -> Finding:
    return impossible(mark, text, help, rule="bad-picture")
