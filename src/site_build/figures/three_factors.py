"""The chain from a weight to the loss, with the student's rate on each link."""

import svg

from site_build.figures.drawing import LINE, Drawing, Figure, arrow, box, number
from site_build.figures.student import students_step


def three_factors() -> Figure:
    """Draw the chain from left to right for wide screens, from top to bottom for narrow ones."""
    step = students_step()
    rates = [
        ("∂z/∂w₁ = x₁", float(step.x[0])),
        ("∂p/∂z = p(1 − p)", float(step.dp_dz)),
        ("∂ℓ/∂p", float(step.dl_dp)),
    ]
    links = [("w₁", "weight"), ("z", "score"), ("p", "probability"), ("ℓ", "loss")]
    product = f"product: ∂ℓ/∂w₁ = {number(float(step.dw[0]))}"
    return Figure(wide=_across(links, rates, product), narrow=_down(links, rates, product))


Links = list[tuple[str, str]]
Rates = list[tuple[str, float]]


def _across(links: Links, rates: Rates, product: str) -> Drawing:
    elements: list[svg.Element] = []
    for place, (symbol, word) in enumerate(links):
        left = 16 + place * 200
        elements += box(left, 30, 84, 50, symbol, word)
        if place < len(rates):
            name, rate = rates[place]
            elements += arrow(left + 84, 55, left + 200, 55)
            elements += [
                svg.Text(x=left + 142, y=46, class_=["text", "small", "at-middle"], text=name),
                svg.Text(
                    x=left + 142, y=74, class_=["accent-text", "at-middle"], text=number(rate)
                ),
            ]
    elements.append(svg.Text(x=358, y=122, class_=["accent-text", "at-middle"], text=product))
    return Drawing(716, 136, tuple(elements))


def _down(links: Links, rates: Rates, product: str) -> Drawing:
    elements: list[svg.Element] = []
    for place, (symbol, word) in enumerate(links):
        top = 8 + place * 108
        elements += box(40, top, 84, 48, symbol, word)
        if place < len(rates):
            name, rate = rates[place]
            elements += arrow(82, top + 48, 82, top + 108)
            elements += [
                svg.Text(x=94, y=top + 74, class_=["text"], text=name),
                svg.Text(x=94, y=top + 74 + LINE, class_=["accent-text"], text=number(rate)),
            ]
    elements.append(svg.Text(x=40, y=412, class_=["accent-text"], text=product))
    return Drawing(340, 424, tuple(elements))
