"""An external identifier is of a known kind and has its form."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Entity, Naming
from kb.core.nearest import did_you_mean


def check(entity: Entity, naming: Naming) -> Iterator[Finding]:
    """An external identifier is of a known kind and has its form."""
    forms = naming.identifiers
    for name, value in entity.ids.items() if forms else ():
        if name not in forms:
            text = f"there is no identifier {name!r}, against {', '.join(forms)}"
            help = did_you_mean(name, forms) or "declare it with its form in facts/schema/names.yaml"
        elif not forms[name].fits(value):
            text = f"{value!r} does not have the form of {name}: {forms[name].text}"
            help = "copy the identifier itself, without its address, from the page where it was seen"
        else:
            continue
        yield impossible(entity.marks.get("ids", entity.mark), text, help, seen=(name, value))
