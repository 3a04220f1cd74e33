"""What a template must know of a document beside its text: title, dates, what stands in the front matter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_typst import qr
from sphinx_typst.days import day_of, readable
from sphinx_typst.settings import months, words

if TYPE_CHECKING:
    from sphinx.config import Config

    from sphinx_typst.assemble import Document
    from sphinx_typst.printing import Printing

TAKEN = ("asof", "newest", "series", "number", "description", "keywords", "subjects", "status", "licence", "author")
"""Front matter that the templates use as it stands; ``answer`` (or ``standfirst``) is told line by line."""
OFFERED = ("author", "description", "series")
"""What the options of a document may say instead."""


def metadata(builder: Printing, document: Document) -> dict[str, object]:
    """Plain data for the template; nothing in it is read as markup."""
    config, front = builder.config, builder.env.metadata.get(document.docname, {})
    language = (config.language or "en").replace("_", "-")
    known = words(config)
    settled = {
        "title": document.title,
        "author": config.author,
        "language": language.partition("-")[0],
        "project": config.project,
        "copyright": config.copyright,
        "paper": config.typst_paper,
        "accent": config.typst_accent,
        "date": readable(config.typst_today or day_of(builder.moment), language, months(config)),
        "words": known,
        "pages": document.most(builder),
        "marks": {sign: known.get(told, told) for sign, told in config.typst_marks.values()},
    }
    said = {name: str(front[name]) for name in TAKEN if front.get(name)}
    said |= {name: str(document.options[name]) for name in OFFERED if document.options.get(name)}
    answer = lines(str(front.get("answer") or front.get("standfirst") or ""))
    said["description"] = said.get("description") or " ".join(answer)
    if "asof" in said:
        said["asof"] = readable(said["asof"], language, months(config))
    url = builder.web_url(document.docname)
    web = {"url": url, "qr": qr.draw(Path(builder.outdir), document.target, url)} if url else {}
    told: dict[str, Any] = {**settled, **said, **_edition(config), **web}
    told["identifier"] = url or "-".join(filter(None, [document.target, told.get("version")]))
    return {
        **told,
        "cite": cited(told),
        "answer": answer,
        "keywords": [*dict.fromkeys(listed(said.get("keywords", "")) + listed(said.get("subjects", "")))],
    }


def _edition(config: Config) -> dict[str, str]:
    """Which state of the document it is, and whom to tell of a fault; only what is known."""
    known = {"version": config.version, "commit": config.typst_commit, "contact": config.typst_contact}
    return {name: str(value) for name, value in known.items() if value}


def cited(told: Mapping[str, Any]) -> str:
    """How a document is cited: who, what, in which series and state, of which day, and where."""
    within = [told["project"]] if told["project"] != told["title"] else []
    within += [" ".join(filter(None, [told.get("series"), told.get("number")]))]
    within += [f"{told['words'][name]} {told[name]}" for name in ("version", "commit") if name in told]
    within += [told["date"]]
    where = f" {told['url'].partition('://')[2]}" if "url" in told else ""
    return f"{told['author']}. “{told['title']}”. {', '.join(filter(None, within))}.{where}"


def lines(text: str) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def listed(text: str) -> list[str]:
    """The items of ``a, b``, or of a list that the front matter gave as JSON."""
    try:
        items = json.loads(text) if text.startswith("[") else text.split(",")
    except (ValueError, RecursionError):
        items = text.split(",")
    return [str(item).strip() for item in items if str(item).strip()]
