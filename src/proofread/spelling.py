r"""Spells TeX in plain characters, for places where no formula can be set: ∂z/∂w₁, Xᵀ(p − y).

An index is written low and a power high, so that w₁ is not taken for w¹. What cannot be spelt so
that nothing is lost keeps its backslash, and then matches no text.
"""

from __future__ import annotations

import re
import unicodedata

SIGNS = {
    r"\partial": "∂", r"\nabla": "∇", r"\ell": "ℓ", r"\sigma": "σ", r"\alpha": "α",
    r"\beta": "β", r"\eta": "η", r"\theta": "θ",
    r"\times": "×", r"\cdot": "·", r"\approx": "≈", r"\le": "≤", r"\ge": "≥", "-": "−", "'": "′",
}  # fmt: skip
LOW = dict(zip("0123456789+-=ijkmn", "₀₁₂₃₄₅₆₇₈₉₊₋₌ᵢⱼₖₘₙ", strict=True))
HIGH = dict(zip("0123456789+-=in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼ⁱⁿ", strict=True)) | {r"\top": "ᵀ"}
SHIFTED = re.compile(r"([_^])(?:\{([^{}]*)\}|(\\[a-z]+|[^\s{}\\]))")
HAT = re.compile(r"\\hat\{(?:\\mathbf\{([A-Za-z])\}|([A-Za-z]))\}")
SCRIPT = {r"\mathcal{L}": "ℒ"}
STYLE = re.compile(r"\\(?:mathbf|mathrm|boldsymbol)\b|\\[,;!:]|[\s${}]")


def spelt(tex: str) -> str:
    r"""Return how a formula is spelt without TeX, without spaces.

    >>> spelt(r"$\partial z/\partial w_1$"), spelt(r"\mathbf{X}^\top (p - y)"), spelt("w^2")
    ('∂z/∂w₁', 'Xᵀ(p−y)', 'w²')
    >>> spelt(r"\hat{y} - \theta_1")
    'ŷ−θ₁'
    """
    plain = HAT.sub(_hatted, tex)
    for sign, letter in SCRIPT.items():
        plain = plain.replace(sign, letter)
    plain = SHIFTED.sub(_shifted, plain)
    plain = re.sub(r"\\[a-z]+|[-']", lambda match: SIGNS.get(match[0], match[0]), plain)
    return STYLE.sub("", plain)


def _hatted(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", f"{match[1] or match[2]}\u0302")


def _shifted(match: re.Match[str]) -> str:
    letters = LOW if match[1] == "_" else HIGH
    inner = match[2] if match[2] is not None else match[3]
    parts = re.findall(r"\\[a-z]+|\S", inner)
    if all(part in letters for part in parts):
        return "".join(letters[part] for part in parts)
    return match[0].replace("_", r"\_").replace("^", r"\^")


def without_spaces(text: str) -> str:
    """Return a text as `spelt` writes it."""
    return re.sub(r"\s", "", text)
