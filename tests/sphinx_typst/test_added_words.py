"""Print adds no word of its own that a project could not replace: all are in ``typst_words``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdf
import pytest
from sphinx.errors import ConfigError
from sphinx.locale import admonitionlabels

from sphinx_typst.settings import WORDS

Build = Callable[..., str]
NUMBERS = "άλφα βήτα γάμα δέλτα έψιλον ζήτα ήτα θήτα ιώτα κάπα λάμδα μι".split()
MONTHS = [f"μήνας{number}" for number in NUMBERS]
NAMES = sorted({*WORDS, *admonitionlabels} - {"months"})
MARKERS = {name: f"λέξη{chr(0x3B1 + place // 5)}{NUMBERS[place % 5]}" for place, name in enumerate(NAMES)}
"""For every word another, in letters that no English word has, and none the beginning of another."""
SETTINGS = f"""
project = author = copyright = "Ελλάδα"
html_baseurl = typst_contact = "https://8.8.8.8/"
version = typst_commit = "8"
numfig = False
suppress_warnings += ["toc.not_included"]
typst_words = {MARKERS | {"months": ", ".join(MONTHS)}!r}
typst_documents = [
    ("brief", "one", {{"template": "brief"}}),
    ("index", "whole", {{"template": "book", "title": "Όλα", "exclude": ["cards", "sink"], "appendices": ["second"]}}),
]
"""
BOXES = "\n".join(f":::{{{kind}}}\nΚείμενο.\n:::\n" for kind in admonitionlabels)
BRIEF = f"""---
asof: 2024-05-03
newest: 2024-05-02
answer: |
  Έξι μέλη.
---

# Τίτλος

```{{keyfacts}}
- Ένα {{cite:p}}`Alpha2001book{{¶ 3}}`
- Δύο
```

Κείμενο, {{disputed}}`1992`, {{kb-inferred}}`1993`, {{kb-single}}`1994`, {{cite:p}}`Alpha2001book{{¶ 4}}`.[^n]

[^n]: Σημείωση.

{BOXES}

:::{{admonition}} Δικός
Κείμενο.
:::

:::{{figure}} dot.svg
:alt: Κουκκίδα

Λεζάντα
:::

:::{{list-table}} Πίνακας
:header-rows: 1

* - Ένα
  - Δύο
* - Τρία
  - Τέσσερα
:::

:::{{list-table}} Χρόνος
:class: timeline

* - 1992
  - Ένα
:::

Όρος
: Ορισμός

:Πεδίο: Κείμενο
"""
SOURCES = """@book{Alpha2001book, author = {Άλφα, Άννα}, title = {Βιβλίο}, year = {2001}, publisher = {Εκδότης}}
"""
SECOND = """# Άλλο

Από {doc}`brief` {index}`α <single: Άλφα>`, {index}`β <see: Βήτα; Άλφα>`, {index}`γ <seealso: Γάμα; Άλφα>`.
"""
INDEX = "# Αρχή\n\n```{toctree}\n:caption: Μέρος\nbrief\nrefs\n```\n"
OF_TYPST = re.compile(r"(?:^|, )(?:page|Footnote) [\divx]+$")
"""Where a link leads, read aloud: Typst says it itself, in the language of the document."""
FACTS = 'title="Key facts", asof="3 May 2024"'
ROLES = 'app.add_role("odd", role("odd"))'
MORE = """
    for weak in ("kb-inferred", "kb-single"):
        app.add_role(weak, role(weak))
    app.connect("typst-attach", lambda app, docname, pages: [
        {"name": "8.json", "data": b"{}", "mime-type": "application/json", "description": "Όλα"}])
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, build_once: Build) -> Path:
    """A brief and a book in Greek letters, in a project whose language is English."""
    place = tmp_path_factory.mktemp("added")
    boxes = (Path(__file__).parent / "project" / "boxes.py").read_text("utf-8")
    assert FACTS in boxes
    assert ROLES in boxes
    changed = {
        "boxes.py": boxes.replace(FACTS, 'title="", asof="3"').replace(ROLES, ROLES + MORE), "brief.md": BRIEF,
        "index.md": INDEX, "refs.md": "# Πηγές\n\n```{bibliography}\n```\n", "second.md": SECOND, "refs.bib": SOURCES,
    }  # fmt: skip
    warnings = build_once(place / "source", place / "out", SETTINGS, **changed)

    assert "ERROR" not in warnings
    return place / "out"


def texts(path: Path) -> Iterator[str]:
    """What a PDF shows, what it reads aloud, and what stands in the window of who opens it."""
    reader = pypdf.PdfReader(path)
    yield from (sheet.extract_text() for sheet in reader.pages)
    yield from (str(entry.title) for entry in reader.outline if not isinstance(entry, list))
    yield from (str(reader.metadata[name]) for name in ("/Title", "/Author", "/Subject") if name in reader.metadata)
    with pikepdf.open(path) as pdf:
        things = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        aloud = [str(each[name]) for each in things for name in ("/Alt", "/Contents", "/E") if _says(each, name)]
        yield from (OF_TYPST.sub("", each) for each in aloud)


def _says(thing: pikepdf.Dictionary, name: str) -> bool:
    return isinstance(thing.get(name), pikepdf.String)


def whole(path: Path) -> str:
    """All of it without the space between letters, and without addresses, the names of files and those of standards."""
    names = r"(?:https://)?[\d.]{3,}/(?:\w+\.html)?|\w+-8\.json|PDF/(?:A-3A|UA-1)"
    return re.sub(names, "", " ".join(texts(path)))


@pytest.mark.parametrize("name", ["one", "whole"])
def test_no_word_is_left_that_the_project_has_not_given(printed: Path, name: str) -> None:
    assert [] == [each for each in re.findall(r"[A-Za-z]{2,}", whole(printed / f"{name}.pdf")) if each.strip("ivx")]


def test_every_word_is_one_that_print_adds(printed: Path) -> None:
    found = "".join((whole(printed / "one.pdf") + whole(printed / "whole.pdf")).split())

    assert {} == {name: marker for name, marker in MARKERS.items() if marker not in found}
    assert MONTHS[4] in found


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"refrences": "Quellen"}, "typst_words has 'refrences', against appendices, asof, "),
        ({"months": "Januar, Februar"}, "typst_words has 2 months, against twelve with commas between them"),
    ],
)
def test_words_that_would_never_be_seen_are_refused(
    tmp_path: Path, build_project: Build, given: dict[str, str], told: str
) -> None:
    with pytest.raises(ConfigError, match=re.escape(told)):
        build_project(tmp_path / "source", tmp_path / "out", f"typst_words = {given!r}", builder="typst")
