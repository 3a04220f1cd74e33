"""What a page is for programs that read the web, as JSON-LD in the words of schema.org.

The element is a block of data, which no browser runs; what it holds can not end it. A page of many works and claims
tells in it what the page is, and the rest in a file to which it leads: no reader need load what is for programs.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from kb.core.addresses import fault_of
from sphinx_kb.beside import lay
from sphinx_kb.knowledge import corpus_of
from sphinx_kb.page_context import is_told
from sphinx_kb.sources.authors import named
from sphinx_kb.web import shown
from sphinx_kb.web.files import INDEX, WHOLE
from sphinx_kb.web.identity import Identity, identity, is_site, summary_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from kb.core.model import Corpus, Source, Statement

Thing = dict[str, object]
KIND = "application/ld+json"
PLACE = "data/pages/{}.jsonld"
LONG = ("citation", "hasPart")
FEW = 20
"""So many works and claims stand in the page itself."""
_INERT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&"})
_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "package": "application/vnd.datapackage+json",
    "database": "application/vnd.sqlite3",
    "graph": "text/turtle",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl": "application/vnd.citationstyles.csl+json",
}


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Hand the block to the foot of a page that tells something of the subject: there it costs least to pack."""
    if not is_told(pagename, doctree) or not is_site(app):
        return
    page = identity(app, pagename)
    whole = _said({"@context": "https://schema.org", **_told(app, page, context["pathto"])})
    short = {name: value for name, value in whole.items() if name not in LONG}
    is_long = sum(len(value) for name, value in whole.items() if name in LONG and isinstance(value, list)) > FEW
    if is_long:
        path = PLACE.format(pagename)
        lay(app, path, _written(whole))
        link = f'<link rel="alternate" type="{KIND}" href={quoteattr(context["pathto"](path, 1))}>'
        context["metatags"] = f"{context.get('metatags', '')}{link}\n"
    context["kb_linked"] = f'<script type="{KIND}">{_written(short if is_long else whole)}</script>'


def _written(thing: Thing) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).translate(_INERT)


def _told(app: Sphinx, page: Identity, pathto: Any) -> Thing:
    if page.name == INDEX:
        return _page(app, page, "Dataset") | {"distribution": [_file(kind, pathto) for kind in WHOLE]}
    corpus = corpus_of(app.env)
    sources = [corpus.sources[key] for key in shown.cited(app.env, page.name) if key in corpus.sources]
    return _page(app, page, "WebPage" if page.name.startswith("facts/") else "Article") | {
        "about": [{"@type": "Thing", "name": name} for name in _subjects(corpus, page, app.env.metadata[page.name])],
        "citation": [*map(_work, sources)],
        "hasPart": [_claim(corpus, page, claim) for claim in _claims(app, page)],
    }


def _page(app: Sphinx, page: Identity, kind: str) -> Thing:
    return {
        "@type": kind,
        "name": page.title,
        "headline": page.title if kind == "Article" else "",
        "description": summary_of(app, page),
        "url": page.address,
        "inLanguage": app.config.language,
        "dateModified": str(page.day),
        "version": page.commit,
        "license": app.config.kb_license,
        "creator": {"@type": "Organization", "name": page.author},
        "isPartOf": _said({"@type": "WebSite", "name": page.site, "url": app.config.html_baseurl}),
    }


def _said(thing: Thing) -> Thing:
    """Without what is not known."""
    return {name: value for name, value in thing.items() if value}


def _subjects(corpus: Corpus, page: Identity, meta: Mapping[str, Any]) -> list[str]:
    """The names of what the page is about: of the ledger, its own entity."""
    about = meta.get("about") or page.name.rpartition("/")[2]
    ids = about if isinstance(about, list) else [about]
    return [corpus.entities[id].label for id in ids if id in corpus.entities]


def _work(source: Source) -> Thing:
    made = {"@type": "CreativeWork", "name": source.title or source.key, "author": named(source.makers)}
    address = source.fields.get("url", "")
    return _said({**made, "url": "" if fault_of(address) else address})


def _claims(app: Sphinx, page: Identity) -> list[Statement]:
    """What authors claim, on the page of the ledger where it has its place."""
    return [each for each in shown.statements(app.env, page.name) if each.is_claim and page.name.startswith("facts/")]


def _claim(corpus: Corpus, page: Identity, claim: Statement) -> Thing:
    authors = [corpus.entities[id].label for id in claim.author if id in corpus.entities]
    works = [corpus.sources[one.by] for one in claim.evidence if one.by in corpus.sources]
    return _said(
        {
            "@type": "Claim",
            "@id": f"{page.address}#{claim.slug}",
            "text": claim.value if isinstance(claim.value, str) else None,
            "author": [{"@type": "Thing", "name": name} for name in authors],
            "appearance": [*map(_work, dict.fromkeys(works))],
        }
    )


def _file(kind: str, pathto: Any) -> Thing:
    return {"@type": "DataDownload", "encodingFormat": _MEDIA[kind], "contentUrl": pathto(WHOLE[kind], 1)}
