"""A figure of a page is what the cited source says, beside the person and place it belongs to."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful, impossible
from kb.core.model import Ledger
from kb.extract.mention import Partial
from kb.verify.describe import compared, place, shown
from kb.verify.grounds import Grounds
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage


def check(reading: VerifiedPage, grounds: Grounds) -> Iterator[Finding]:
    """A figure of a page is what the cited source says, beside the person and place it belongs to."""
    for read in reading.with_outcome(Outcome.REFUTED):
        nearest = read.statements[0] if read.statements else None
        from_named = read.verdict.why == "duration" and read.figure.text.endswith((" after", " before"))
        certain = read.verdict.why != "bound" and not from_named and not isinstance(read.figure.value, Partial)
        yield (impossible if certain else doubtful)(
            read.mark,
            _text(read, grounds.ledger),
            _HELP.get(read.verdict.why, "compare both with the cited place; then correct the page or the ledger"),
            compare=compared(grounds.ledger, read.statements[:3], read.figure),
            statement=nearest,
            seen=(shown(read.figure), read.verdict.expected),
        )


def _text(read: VerifiedMention, ledger: Ledger) -> str:
    figure, said = shown(read.figure), read.verdict.expected
    nearest = ledger.statements.get(read.statements[0]) if read.statements else None
    by = f" ({nearest.id})" if nearest else ""
    match read.verdict.why:
        case "joint":
            return f"{figure} stands beside another name than the ledger has with it: {said}{by}"
        case "bound":
            return f"{_bounded(read)} is told, against {said}{by}"
        case "duration":
            return f"{figure!r} does not fit the dates told here: {said}"
        case "section":
            return f"{figure} is not what the text below says: {said}{by}"
        case "tenures":
            return f"{figure} is not the place in the line of holders: number {said}{by}"
        case "order":
            return f"{said} runs backwards"
        case "name":
            return f"{figure} is not the figure in a known name: {said}"
        case _:
            where = place(nearest, read.citations) if nearest else "the ledger says"
            return f"{figure} is not what {where}: {said}{by}"


def _bounded(read: VerifiedMention) -> str:
    bound = read.figure.bound
    return f"exactly {shown(read.figure)}" if bound == "exactly" else f"{bound.replace('-', ' ')} {shown(read.figure)}"


_HELP = {
    "joint": "check who or where it was at the cited place; a date goes with its own person and place",
    "bound": "write it as the source does: about, at least, over, up to; `~` in the ledger is about",
    "duration": "count again from the dates in the sentence and those before it, or tell the date itself",
    "tenures": "count the holders in the ledger, with or without the acting; or tell it without a number",
    "order": "compare both with the cited place; a span ends after it begins",
    "section": "let heading and text say the same",
    "name": "write the name as the ledger has it",
}
