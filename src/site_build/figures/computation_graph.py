"""The student's training step as a graph: values forward, derivatives backward, on each edge."""

from dataclasses import dataclass

import svg

from site_build.figures.drawing import LINE, Drawing, Figure, arrow, box
from site_build.figures.labels import Formula, Quantity, name, sign, value
from site_build.figures.student import STUDENT, students_step

#: What each box does to what flows into it; each with a formula that says so.
DOES = {
    "×": Formula(r"w_1 \times x_1 = w_1 x_1"),
    "+": Formula("z = w_1 x_1 + w_2 x_2 + b", STUDENT),
    "σ": Formula(r"p = \sigma(z)"),
}


@dataclass(frozen=True)
class Edge:
    """What flows along one edge: a value forward, the derivative of the loss in it backward.

    An edge without a ``name`` is a product; the loss changes with it as with the score.
    """

    name: str
    tex: str
    value: float
    derivative: float | None = None

    @property
    def forward(self) -> Quantity:
        """What the number is that flows forward."""
        return Quantity(self.tex, STUDENT, beside=self.tex if self.name else "")

    @property
    def backward(self) -> Quantity:
        """What the number is that flows backward."""
        wrt, beside = (self.tex, self.tex) if self.name else ("z", "")
        return Quantity(rf"\partial \ell/\partial {wrt}", STUDENT, beside=beside)


@dataclass(frozen=True)
class Edges:
    """All edges of the graph, from the inputs to the loss."""

    first: tuple[Edge, Edge, Edge]
    second: tuple[Edge, Edge, Edge]
    bias: Edge
    score: Edge
    probability: Edge
    label: Edge
    loss: Edge


def edges() -> Edges:
    """Compute what flows along the edges in the student's step."""
    step = students_step()
    residual = float(step.dl_dz)

    def product(j: int) -> tuple[Edge, Edge, Edge]:
        w, x = float(step.w[j]), float(step.x[j])
        sub = "₁₂"[j]
        return (
            Edge(f"w{sub}", f"w_{j + 1}", w, float(step.dw[j])),
            Edge(f"x{sub}", f"x_{j + 1}", x, residual * w),
            Edge("", f"w_{j + 1} x_{j + 1}", w * x, residual),
        )

    return Edges(
        first=product(0),
        second=product(1),
        bias=Edge("b", "b", float(step.b), float(step.db)),
        score=Edge("z", "z", float(step.z), residual),
        probability=Edge("p", "p", float(step.p), float(step.dl_dp)),
        label=Edge("y", "y", float(step.y)),
        loss=Edge("ℓ", r"\ell", float(step.loss), 1.0),
    )


def computation_graph() -> Figure:
    """Draw the graph from left to right for wide screens, from top to bottom for narrow ones."""
    flow = edges()
    return Figure(wide=_left_to_right(flow), narrow=_top_to_bottom(flow))


def _name(x: float, y: float, edge: Edge) -> svg.Text:
    return name(x, y, edge.name, edge.tex, ["text", "variable", "at-middle"])


def _across(x1: float, x2: float, y: float, edge: Edge) -> list[svg.Element]:
    """Draw an edge from left to right: its value above, the derivative below."""
    middle = (x1 + x2) / 2
    return [
        *arrow(x1, y, x2, y),
        _value(middle, y - 7, "middle", edge),
        *_derivative(middle, y + LINE, "middle", edge),
    ]


def _down(x: float, y1: float, y2: float, edge: Edge) -> list[svg.Element]:
    """Draw an edge from top to bottom, with the value above the derivative beside it."""
    middle = (y1 + y2) / 2
    return [
        *arrow(x, y1, x, y2),
        _value(x + 7, middle - 2, "start", edge),
        *_derivative(x + 7, middle + LINE - 3, "start", edge),
    ]


def _value(x: float, y: float, anchor: str, edge: Edge) -> svg.Text:
    return value(x, y, edge.value, edge.forward, ["text", f"at-{anchor}"])


def _derivative(x: float, y: float, anchor: str, edge: Edge) -> list[svg.Element]:
    if edge.derivative is None:
        return []
    return [value(x, y, edge.derivative, edge.backward, ["accent-text", f"at-{anchor}"])]


def _node(x: float, y: float, width: float, height: float, does: str) -> list[svg.Element]:
    """Draw a box that does something to what flows into it."""
    place = x + width / 2, y + height / 2 + 5
    return [
        *box(x, y, width, height),
        sign(*place, does, DOES[does], ["text", "strong", "at-middle"]),
    ]


def _left_to_right(flow: Edges) -> Drawing:
    rows = {"w": 34, "x": 96}
    elements: list[svg.Element] = []
    for top, (w, x, product) in ((0, flow.first), (136, flow.second)):
        for edge, y in ((w, rows["w"]), (x, rows["x"])):
            elements += [_name(14, top + y + 5, edge), *_across(28, 122, top + y, edge)]
        elements += _node(122, top + 14, 40, 104, "×")
        elements += _across(162, 256, top + 65, product)
    elements += [_name(14, 311, flow.bias), *_across(28, 256, 306, flow.bias)]
    elements += _node(256, 14, 40, 322, "+")
    elements += [*_across(296, 396, 175, flow.score), _name(314, 168, flow.score)]
    elements += _node(396, 150, 50, 50, "σ")
    elements += [*_across(446, 556, 175, flow.probability), _name(460, 168, flow.probability)]
    elements += box(556, 138, 74, 74, word="loss")
    elements += [_name(593, 60, flow.label), *_down(593, 70, 138, flow.label)]
    elements += [*_across(630, 712, 175, flow.loss), _name(722, 180, flow.loss)]
    return Drawing(736, 350, tuple(elements))


def _top_to_bottom(flow: Edges) -> Drawing:
    columns = (14, 80, 146, 212, 278)
    inputs = (*flow.first[:2], *flow.second[:2])
    elements: list[svg.Element] = []
    for x, edge in zip(columns, inputs, strict=False):
        elements += [_name(x, 16, edge), *_down(x, 24, 84, edge)]
    for left, (_, _, product) in ((0, flow.first), (132, flow.second)):
        elements += _node(left + 2, 84, 120, 34, "×")
        elements += _down(left + 47, 118, 178, product)
    elements += [_name(columns[4], 16, flow.bias), *_down(columns[4], 24, 178, flow.bias)]
    elements += _node(2, 178, 336, 34, "+")
    elements += [_name(128, 247, flow.score), *_down(146, 212, 272, flow.score)]
    elements += _node(116, 272, 60, 40, "σ")
    elements += [_name(128, 347, flow.probability), *_down(146, 312, 372, flow.probability)]
    elements += [_name(290, 310, flow.label), *_down(290, 318, 372, flow.label)]
    elements += box(96, 372, 220, 40, word="loss")
    elements += [_name(128, 447, flow.loss), *_down(146, 412, 472, flow.loss)]
    return Drawing(340, 480, tuple(elements))
