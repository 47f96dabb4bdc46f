"""The gradient of three samples as one matrix product: X transposed times the errors."""

import numpy as np
import svg

from logistic_gradient import gradient, sigmoid
from site_build.figures.drawing import Drawing, Figure, number

X = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
Y = np.array([1.0, 0.0, 1.0])
W = np.array([0.5, -0.3])
CELL = 34  # width of an entry of X, and height of a row


def three_samples() -> Figure:
    """Draw the product in one row for wide screens, the result below it for narrow ones."""
    errors = sigmoid(X @ W) - Y
    total, _ = gradient(W, 0.0, X, Y)
    return Figure(wide=_beside(errors, total), narrow=_below(errors, total))


def _matrix(
    left: float, top: float, rows: list[list[str]], width: int, kind: str
) -> list[svg.Element]:
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
        svg.Text(
            x=left + (column + 0.5) * width,
            y=top + (row + 0.5) * CELL + 5,
            class_=[kind, "at-middle"],
            text=text,
        )
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return [*bracket, *cells]


def _label(x: float, y: float, text: str) -> svg.Text:
    return svg.Text(x=x, y=y, class_=["text", "small", "at-middle"], text=text)


def _parts(errors: np.ndarray, total: np.ndarray) -> tuple[list[list[str]], ...]:
    return (
        [[number(x) for x in feature] for feature in X.T],
        [[number(error)] for error in errors],
        [[number(entry)] for entry in total],
    )


def _beside(errors: np.ndarray, total: np.ndarray) -> Drawing:
    features, column, result = _parts(errors, total)
    elements: list[svg.Element] = [
        svg.Text(x=94, y=83, class_=["text", "at-middle"], text="⅓"),
        *_matrix(116, 44, features, 56, "text"),
        *_matrix(316, 27, column, 90, "accent-text"),
        svg.Text(x=434, y=83, class_=["text", "at-middle"], text="="),
        *_matrix(462, 44, result, 96, "text"),
        _label(200, 152, "Xᵀ: a row for each feature, a column for each sample"),
        _label(361, 18, "p − y"),
        _label(510, 36, "gradient"),
    ]
    return Drawing(640, 164, tuple(elements))


def _below(errors: np.ndarray, total: np.ndarray) -> Drawing:
    features, column, result = _parts(errors, total)
    elements: list[svg.Element] = [
        svg.Text(x=12, y=83, class_=["text", "at-middle"], text="⅓"),
        *_matrix(26, 44, features, 44, "text"),
        *_matrix(176, 27, column, 80, "accent-text"),
        svg.Text(x=272, y=83, class_=["text"], text="="),
        _label(216, 18, "p − y"),
        _label(92, 36, "Xᵀ"),
        *_matrix(120, 170, result, 96, "text"),
        _label(168, 162, "gradient"),
    ]
    return Drawing(340, 246, tuple(elements))
