"""One step over shards: weights go out, sums come back, one division."""

import svg

from site_build.figures.drawing import Drawing, Figure, arrow, box

WORDS = ["text", "small", "at-middle"]


def shards_and_sum() -> Figure:
    """Draw the way of a step from left to right for wide screens, downwards for narrow ones."""
    return Figure(wide=_across(), narrow=_down())


def _across() -> Drawing:
    elements: list[svg.Element] = []
    for top in (8, 72, 136):
        elements += box(16, top, 116, 48, word="shard")
        elements += arrow(132, top + 24, 284, top + 24)
        elements.append(svg.Text(x=204, y=top + 17, class_=WORDS, text="its sums"))
    elements += box(284, 8, 100, 176, word="add")
    elements += arrow(384, 96, 430, 96)
    elements += box(430, 68, 124, 56, word="divide once")
    elements += arrow(554, 96, 600, 96)
    elements += box(600, 68, 84, 56, word="step")
    elements += _back([svg.M(642, 124), svg.V(222), svg.H(74), svg.V(192)], 74, 184)
    elements.append(svg.Text(x=358, y=215, class_=WORDS, text="weights and bias"))
    return Drawing(700, 232, tuple(elements))


def _down() -> Drawing:
    elements: list[svg.Element] = []
    for left in (8, 104, 200):
        elements += box(left, 8, 84, 44, word="shard")
        elements += arrow(left + 42, 52, left + 42, 108)
    elements.append(svg.Text(x=194, y=84, class_=WORDS, text="its sums"))
    elements += box(8, 108, 276, 44, word="add")
    elements += arrow(146, 152, 146, 188)
    elements += box(76, 188, 140, 44, word="divide once")
    elements += arrow(146, 232, 146, 268)
    elements += box(96, 268, 100, 44, word="step")
    elements += _back([svg.M(196, 290), svg.H(318), svg.V(30), svg.H(292)], 284, 30)
    elements.append(svg.Text(x=257, y=307, class_=WORDS, text="weights and bias"))
    return Drawing(340, 324, tuple(elements))


def _back(line: list[svg.PathData], x: float, y: float) -> list[svg.Element]:
    """Draw the way back to the shards, with its head at (x, y): up if it ends there, else left."""
    upwards = isinstance(line[-1], svg.V)
    ends = [(x - 4, y + 7), (x + 4, y + 7)] if upwards else [(x + 7, y - 4), (x + 7, y + 4)]
    return [
        svg.Path(d=line, class_=["ink"]),
        svg.Polygon(points=[svg.Point(*at) for at in [(x, y), *ends]], class_=["dot"]),
    ]
