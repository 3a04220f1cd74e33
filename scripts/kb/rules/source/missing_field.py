"""An entry of the bibliography tells what a reader needs to find the work."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible, missing
from kb.core.model import Source
from kb.extract.phrases import stands_in_any_case

ALWAYS = ("title", "langid")
WITH = {"url": "urldate"}
"""A field that asks for another."""
LOST = "seen earlier"
"""So the note of an entry says that the day was not kept, and that the page could not be looked up again."""
BY_TYPE = {
    "article": ("author", "journaltitle/journal"),
    "book": ("author/editor", "publisher"),
    "collection": ("editor", "publisher"),
    "inbook": ("author", "booktitle", "publisher"),
    "incollection": ("author", "booktitle", "publisher"),
    "inproceedings": ("author", "booktitle"),
    "misc": ("author/editor/organization", "howpublished/publisher/organization"),
    "online": ("author/editor/organization", "url"),
    "report": ("author/organization/institution", "institution/publisher"),
    "thesis": ("author", "institution/school"),
    "unpublished": ("author/organization", "howpublished"),
}
"""What each type of entry cannot do without; a slash stands between fields of which one is enough."""


def check(source: Source) -> Iterator[Finding]:
    """An entry of the bibliography tells what a reader needs to find the work."""
    note = source.fields.get("note", "")
    asked = [] if stands_in_any_case(LOST, note) else [add for has, add in WITH.items() if has in source.fields]
    wanted = [*ALWAYS, *BY_TYPE.get(source.type, ()), *asked]
    for choice in wanted:
        names = choice.split("/")
        if not any(source.fields.get(name) for name in names):
            yield impossible(
                source.mark,
                f"@{source.type} {source.key} has no {' or '.join(map(repr, names))}",
                f"add `{names[0]} = {{…}}` as the source has it; say in `note` what it does not show",
                seen=(source.key, choice),
            )
    if not note:
        yield missing(
            source.mark,
            f"{source.key} has no 'note' on how much of it was seen",
            "add `note = {Seen whole}` or `note = {Excerpt seen}`, and what is uncertain about the entry",
            seen=(source.key, "note"),
        )
