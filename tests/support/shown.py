"""Reads the numbers that widgets show, with their true minus signs and powers of ten."""

import re

SIGNS = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")
NUMBER = re.compile(r"(?P<mantissa>-?(?:\d+(?:\.\d+)?|∞))(?: · 10(?P<power>-?\d+))?")


def value_of(text: str) -> float:
    """Return the number that a text shows, be there "=" or "≈" before it or not."""
    plain = re.sub(r"^[=≈]\s*", "", text.strip()).replace("\u00a0", " ").translate(SIGNS)
    match = NUMBER.fullmatch(plain)
    assert match, f"{text!r} is no number"
    mantissa = match["mantissa"].replace("∞", "inf")
    return float(f"{mantissa}e{match['power']}" if match["power"] else mantissa)
