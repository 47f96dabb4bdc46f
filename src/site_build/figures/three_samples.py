"""The gradient of three samples as one matrix product: X transposed times the errors."""

import numpy as np
import svg

from logistic_gradient import gradient, sigmoid
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Formula, Quantity, sign, value

X = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
Y = np.array([1.0, 0.0, 1.0])
W = np.array([0.5, -0.3])
POINT = "three"  # what the page calls these samples
CELL = 34  # width of an entry of X, and height of a row
PRODUCT = Formula(r"\mathbf{X}^\top (\mathbf{p} - \mathbf{y}) / m = \nabla_{\mathbf{w}} J")

Entries = list[list[tuple[float, str]]]  # rows of numbers, each with its TeX


def three_samples() -> Figure:
    """Draw the product in one row for wide screens, the result below it for narrow ones."""
    errors = sigmoid(X @ W) - Y
    total, _ = gradient(W, 0.0, X, Y)
    return Figure(wide=_beside(errors, total), narrow=_below(errors, total))


def _matrix(left: float, top: float, rows: Entries, width: int, kind: str) -> list[svg.Element]:
    """Draw numbers between brackets; each column is as wide as given."""
    height = len(rows) * CELL
    right = left + len(rows[0]) * width
    bracket = [
        svg.Path(
            d=[svg.M(x + dx, top), svg.H(x), svg.V(top + height), svg.H(x + dx)], class_=["ink"]
        )
        for x, dx in ((left, 7), (right, -7))
    ]
    cells = [
        value(
            left + (column + 0.5) * width,
            top + (row + 0.5) * CELL + 5,
            entry,
            Quantity(tex, POINT),
            [kind, "at-middle"],
        )
        for row, entries in enumerate(rows)
        for column, (entry, tex) in enumerate(entries)
    ]
    return [*bracket, *cells]


SMALL = ["text", "small", "at-middle"]


def _parts(errors: np.ndarray, total: np.ndarray) -> tuple[Entries, ...]:
    """Return the transposed features and the two columns, with what each entry is."""
    return (
        [
            [(x, f"x_{{{i}{j}}}") for i, x in enumerate(row, 1)]
            for j, row in enumerate(X.T.tolist(), 1)
        ],
        [[(error, f"p_{i} - y_{i}")] for i, error in enumerate(errors.tolist(), 1)],
        [[(slope, rf"\partial J/\partial w_{j}")] for j, slope in enumerate(total.tolist(), 1)],
    )


def _beside(errors: np.ndarray, total: np.ndarray) -> Drawing:
    features, column, result = _parts(errors, total)
    elements: list[svg.Element] = [
        *_matrix(116, 44, features, 56, "text"),
        *_matrix(316, 27, column, 90, "accent-text"),
        sign(440, 83, "/ m =", PRODUCT, ["text", "at-middle"]),
        *_matrix(478, 44, result, 96, "text"),
        sign(200, 36, "Xᵀ", PRODUCT, SMALL),
        svg.Text(
            x=200, y=152, class_=SMALL, text="a row for each feature, a column for each sample"
        ),
        sign(361, 18, "p − y", PRODUCT, SMALL),
        svg.Text(x=526, y=36, class_=SMALL, text="gradient"),
    ]
    return Drawing(640, 164, tuple(elements))


def _below(errors: np.ndarray, total: np.ndarray) -> Drawing:
    features, column, result = _parts(errors, total)
    elements: list[svg.Element] = [
        *_matrix(26, 44, features, 44, "text"),
        *_matrix(176, 27, column, 80, "accent-text"),
        sign(272, 83, "/ m =", PRODUCT, ["text"]),
        sign(216, 18, "p − y", PRODUCT, SMALL),
        sign(92, 36, "Xᵀ", PRODUCT, SMALL),
        *_matrix(120, 170, result, 96, "text"),
        svg.Text(x=168, y=162, class_=SMALL, text="gradient"),
    ]
    return Drawing(340, 246, tuple(elements))
