"""The labels of a figure: each carries what it stands for, so that it can be checked."""

import html
from dataclasses import dataclass

import svg


@dataclass(frozen=True)
class Quantity:
    """What a drawn number is the value of, in a form that can be evaluated.

    Either TeX, at a point that the page declares where it has symbols (``at``), or the expression
    to which the page binds the same number (``python``). ``beside`` is the TeX of the name next to
    which the number stands.
    """

    tex: str = ""
    at: str = ""
    python: str = ""
    beside: str = ""

    def data(self) -> dict[str, str]:
        """Return what goes with the number into the drawing."""
        return {key: html.escape(text) for key, text in vars(self).items() if text}


def value(
    x: float, y: float, number: float, of: Quantity, classes: list[str], before: str = ""
) -> svg.Text:
    """Draw a number, rounded, with its full value and what it is the value of."""
    data: dict[str, object] = {"value": repr(number), **of.data()}
    return svg.Text(x=x, y=y, class_=classes, text=before + rounded(number), data=data)


def ticks(axis: str, places: list[tuple[float, float, float]], anchor: str) -> svg.G:
    """Draw the numbers of an axis, x or y, each at its place."""
    numbers: list[svg.Element] = [
        svg.Text(x=x, y=y, class_=["text", anchor], text=rounded(tick)) for x, y, tick in places
    ]
    return svg.G(data={"ticks": axis}, elements=numbers)


def name(x: float, y: float, text: str, tex: str, classes: list[str]) -> svg.Text:
    """Draw the name of a quantity; its TeX goes with it, so that it can be checked."""
    return svg.Text(x=x, y=y, class_=classes, text=text, data={"tex": tex})


@dataclass(frozen=True)
class Formula:
    """A formula that holds, at a point that the page declares or else everywhere."""

    tex: str
    at: str = ""


def sign(
    x: float, y: float, text: str, of: Formula, classes: list[str], before: str = ""
) -> svg.Text:
    """Draw a stretch of a formula, after words; the formula goes with it, so that it is checked."""
    data = {"formula": html.escape(of.tex)} | ({"at": of.at} if of.at else {})
    words: list[svg.Element] = [svg.TSpan(text=before)] if before else []
    part = svg.TSpan(text=text, data=data)
    return svg.Text(x=x, y=y, class_=classes, elements=[*words, part])


def rounded(value: float, digits: int = 4) -> str:
    """Return a value rounded to significant digits, with a true minus sign.

    >>> rounded(-0.668187772168)
    '−0.6682'
    """
    return f"{value:.{digits}g}".replace("-", "−")
