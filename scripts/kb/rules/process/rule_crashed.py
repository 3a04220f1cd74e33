"""No rule breaks down on what it reads."""

from collections.abc import Iterator

from kb.core.finding import Crash, Finding, impossible


def check(crashes: tuple[Crash, ...]) -> Iterator[Finding]:
    """No rule breaks down on what it reads."""
    for crash in crashes:
        yield impossible(
            crash.mark,
            f"the rule {crash.rule} breaks down here, so nothing is known: {crash.error} ({crash.code})",
            "the fault is the rule's, not yours: report it with this line, and let the rest of the findings stand",
            statement=crash.about,
        )
