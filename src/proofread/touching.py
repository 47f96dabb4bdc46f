"""Says what a number or a formula touches that makes another one of it, as its readers see it."""

from __future__ import annotations

import re
import unicodedata

from proofread.rendered import FORMULA, NOTE, NUMERAL, OBJECT, arithmetic, is_strange

#: What stands right behind a number and makes another one of it, or another sort of claim.
UNIT = re.compile(
    r"\s?(?:[%‰‱°﹪％٪]|per\s?(?:cent|mill?e?)\b|(?:[khM]|hundred|thousand|[mb]illion|dozen)(?:\b|s\b))"
)
#: What may stand right before a number or a formula: blanks, openings, dashes of a range or a word.
BESIDE = re.compile(r"(?:\A|[\s(\[{“‘«\"'\-–—:;,.|…])\Z")
MARKS = set("#~≈@&\\")
POWER = "the number of a footnote behind it reads as an exponent: put the note behind a word"


def touching(before: str, after: str) -> str:
    """Say what a number touches that makes another number of it, or return nothing."""
    if UNIT.match(after):
        return "a percent sign or a unit stands behind the binding: put the comment after it"
    if after.startswith("!"):
        return "an exclamation mark behind it reads as a factorial"
    if re.match(r"…|\.\.", after):
        return "an ellipsis behind it says that digits follow: a number here is rounded"
    if _primed(before, after):
        return "a mark behind it reads as a prime"
    if re.match(r"[-–](?!\w|[-−+]?[0-9])", after):
        return "a dash behind it reads as a minus"
    if is_strange(after[:1]) or _marked(before, after):
        return "a mark beside it could be a sign of mathematics"
    if before[-1:].isalnum() or after[:1].isalnum():
        return "it touches what stands beside it, as if both were one number"
    if re.search(rf"{NUMERAL}\s?[xX]\s?\Z", before):
        return "an x between two numbers multiplies them: write a formula"
    return POWER if after.startswith(NOTE) else ""


def neighbours(before: str, after: str) -> str:
    """Say what stands beside a formula as if it were a part of it, or return nothing."""
    if problem := arithmetic(before, after):
        return problem
    if after.startswith("!"):
        return "an exclamation mark behind it reads as a factorial"
    if _primed(before, after):
        return "a mark behind it reads as a prime"
    if is_strange(after[:1]) or _marked(before, after):
        return "a mark beside it could be a sign of mathematics"
    if re.search(rf"{FORMULA}\s+\Z", before):
        return "two formulas side by side read as a product"
    if (
        before[-1:].isalnum()
        or before[-1:] in {FORMULA, OBJECT}
        or re.match(r"\w|\s?[%‰‱°]", after)
    ):
        return "it touches what stands beside it, as if both were one formula"
    return POWER if after.startswith(NOTE) else ""


def _primed(before: str, after: str) -> bool:
    """Whether a quotation mark stands behind that closes nothing and owns nothing."""
    return re.match("['\"](?!s\\b)", after) is not None and re.search("['\"]", before) is None


def _marked(before: str, after: str) -> bool:
    """Whether a mark stands before that opens nothing: of about, of numbers, of a currency."""
    if before[-1:] in {"'", '"'} and before[-1:] not in after:
        return True  # a quotation mark that nothing closes
    touches = BESIDE.search(before) is None and not before[-1:].isalnum()
    return touches or any(
        character in MARKS or unicodedata.category(character) == "Sc"
        for character in (before.rstrip()[-1:], after.lstrip()[:1])
        if character
    )
