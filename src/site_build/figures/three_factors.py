"""The chain from a weight to the loss, with the student's rate on each link."""

import svg

from site_build.figures.drawing import LINE, Drawing, Figure, arrow, box
from site_build.figures.labels import Quantity, name, value
from site_build.figures.student import STUDENT, students_step


def three_factors() -> Figure:
    """Draw the chain from left to right for wide screens, from top to bottom for narrow ones."""
    step = students_step()
    rates = [
        ("∂z/∂w₁", r"\partial z/\partial w_1", float(step.x[0])),
        ("∂p/∂z", r"\partial p/\partial z", float(step.dp_dz)),
        ("∂ℓ/∂p", r"\partial \ell/\partial p", float(step.dl_dp)),
    ]
    links = [
        ("w₁", "w_1", "weight"),
        ("z", "z", "score"),
        ("p", "p", "probability"),
        ("ℓ", r"\ell", "loss"),
    ]
    product = float(step.dw[0])
    return Figure(wide=_across(links, rates, product), narrow=_down(links, rates, product))


Links = list[tuple[str, str, str]]  # symbol, TeX, word
Rates = list[tuple[str, str, float]]  # symbol, TeX, value

NAME = ["text", "strong", "at-middle"]
WHOLE = Quantity(r"\partial \ell/\partial w_1", STUDENT)


def _rate(tex: str) -> Quantity:
    return Quantity(tex, STUDENT, beside=tex)


def _across(links: Links, rates: Rates, product: float) -> Drawing:
    elements: list[svg.Element] = []
    for place, (symbol, tex, word) in enumerate(links):
        left = 16 + place * 200
        elements += box(left, 30, 84, 50, word=word, small=True)
        elements.append(name(left + 42, 52, symbol, tex, NAME))
        if place < len(rates):
            rate, rate_tex, slope = rates[place]
            middle = left + 142
            elements += arrow(left + 84, 55, left + 200, 55)
            elements += [
                name(middle, 46, rate, rate_tex, ["text", "small", "at-middle"]),
                value(middle, 74, slope, _rate(rate_tex), ["accent-text", "at-middle"]),
            ]
    elements.append(value(358, 122, product, WHOLE, ["accent-text", "at-middle"], "product = "))
    return Drawing(716, 136, tuple(elements))


def _down(links: Links, rates: Rates, product: float) -> Drawing:
    elements: list[svg.Element] = []
    for place, (symbol, tex, word) in enumerate(links):
        top = 8 + place * 108
        elements += box(40, top, 84, 48, word=word, small=True)
        elements.append(name(82, top + 21, symbol, tex, NAME))
        if place < len(rates):
            rate, rate_tex, slope = rates[place]
            elements += arrow(82, top + 48, 82, top + 108)
            elements += [
                name(94, top + 74, rate, rate_tex, ["text"]),
                value(94, top + 74 + LINE, slope, _rate(rate_tex), ["accent-text"]),
            ]
    elements.append(value(40, 412, product, WHOLE, ["accent-text"], "product = "))
    return Drawing(340, 424, tuple(elements))
