"""An ISBN or ISSN has its form, and its check digit is right."""

from collections.abc import Callable, Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Source


def check(source: Source) -> Iterator[Finding]:
    """An ISBN or ISSN has its form, and its check digit is right."""
    for name, fault_of in FAULTS.items():
        value = source.fields.get(name, "")
        fault = fault_of(value) if value else None
        if fault:
            yield impossible(
                source.marks.get(name, source.mark),
                f"the {name.upper()} of {source.key} is {value!r}, {fault}",
                "copy it again from the work or from its publisher's page; a number that cannot be seen is left out",
                seen=(source.key, value),
            )


def _book(value: str) -> str | None:
    from stdnum import exceptions, isbn

    try:
        isbn.validate(value)
    except exceptions.InvalidChecksum:
        return "whose check digit does not fit the others"
    except exceptions.ValidationError:
        return "against ten or thirteen digits"
    return None


def _serial(value: str) -> str | None:
    from stdnum import exceptions, issn

    try:
        issn.validate(value)
    except exceptions.InvalidChecksum:
        return "whose check digit does not fit the others"
    except exceptions.ValidationError:
        return "against eight digits, such as 0263-4937"
    return None


FAULTS: dict[str, Callable[[str], str | None]] = {"isbn": _book, "issn": _serial}
"""What is wrong with a number, by its field; stdnum is imported only where there is one to look at."""
