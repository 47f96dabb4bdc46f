"""A ladder of scores: each with its odds, and joined to its probability, which is to scale."""

import numpy as np
import svg

from logistic_gradient import sigmoid
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Quantity, value

SCORES = (3.0, 2.0, 1.0, 0.0, -1.0, -2.0, -3.0)  # from the top rung to the lowest


def score_odds_probability() -> Figure:
    """Draw the ladder with room between its rails, and with less."""
    return Figure(wide=_ladder(640, 110, 190, 470), narrow=_ladder(340, 40, 126, 248))


def _ladder(width: int, score: int, odds: int, chance: int) -> Drawing:
    """Draw the rungs; the arguments are where the three columns stand."""
    top, bottom = 50, 410
    rail = odds + 12

    def height(p: float) -> float:
        return round(bottom - p * (bottom - top), 2)

    elements: list[svg.Element] = [
        *(
            svg.Text(x=x, y=22, class_=["text", "strong", side], text=word)
            for x, word, side in (
                (score, "score", "at-end" if score > 60 else "at-middle"),
                (odds, "odds", "at-end"),
                (chance - 12, "probability", "at-start"),
            )
        ),
        svg.Line(x1=rail, y1=top - 10, x2=rail, y2=bottom + 10, class_=["soft"]),
        svg.Line(x1=chance, y1=top, x2=chance, y2=bottom, class_=["ink"]),
    ]
    rungs = np.linspace(top, bottom, len(SCORES)).tolist()
    for z, level in zip(SCORES, rungs, strict=True):
        p = float(sigmoid(z))
        elements += [
            value(score, level + 5, z, Quantity(f"{z:g}"), ["text", "at-end"]),
            value(odds, level + 5, float(np.exp(z)), Quantity(f"e^{{{z:g}}}"), ["text", "at-end"]),
            svg.Line(x1=rail, y1=level, x2=chance, y2=height(p), class_=["accent"]),
            svg.Circle(cx=rail, cy=level, r=3, class_=["dot"]),
            svg.Circle(cx=chance, cy=height(p), r=4, class_=["accent-dot"]),
            value(chance + 12, height(p) + 5, p, Quantity(rf"\sigma({z:g})"), ["accent-text"]),
        ]
    return Drawing(width, bottom + 24, tuple(elements))
