"""A name is in a known language and written in its script."""

from collections.abc import Iterator

from kb.core.alphabets import script_of
from kb.core.finding import Finding, impossible
from kb.core.model import Entity, Naming


def check(entity: Entity, naming: Naming) -> Iterator[Finding]:
    """A name is in a known language and written in its script."""
    languages = naming.languages
    named = [(name.text, name.language) for name in entity.names] + [(form, "en") for form in entity.also]
    for text, language in named if languages else ():
        scripts = languages.get(language)
        letters = [script_of(letter) for letter in text if letter.isalpha()]
        fitting = sum(letter in {script.upper() for script in scripts or ()} for letter in letters)
        if scripts is None:
            fault = f"{text!r} is in {language!r}, which is no language of facts/schema/names.yaml"
        elif letters and fitting * 2 < len(letters):
            fault = f"{text!r} is said to be {language}, which is written in {' or '.join(scripts)}"
        else:
            continue
        yield impossible(
            entity.marks.get("names", entity.mark),
            fault,
            "put the name under its own language; declare a language that is new, with its scripts",
            seen=(text, language),
        )
