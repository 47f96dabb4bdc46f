"""The gradient of three samples as one matrix product: X transposed times the errors."""

import numpy as np
import svg

from logistic_gradient import gradient, sigmoid
from site_build.figures.drawing import Drawing, Figure, value

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
    left: float, top: float, rows: list[list[float]], width: int, kind: str
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
        value(
            left + (column + 0.5) * width, top + (row + 0.5) * CELL + 5, entry, [kind, "at-middle"]
        )
        for row, entries in enumerate(rows)
        for column, entry in enumerate(entries)
    ]
    return [*bracket, *cells]


def _label(x: float, y: float, text: str) -> svg.Text:
    return svg.Text(x=x, y=y, class_=["text", "small", "at-middle"], text=text)


def _parts(errors: np.ndarray, total: np.ndarray) -> tuple[list[list[float]], ...]:
    """Return the transposed features and the two columns, as rows of numbers."""
    return X.T.tolist(), errors.reshape(-1, 1).tolist(), total.reshape(-1, 1).tolist()


def _beside(errors: np.ndarray, total: np.ndarray) -> Drawing:
    features, column, result = _parts(errors, total)
    elements: list[svg.Element] = [
        *_matrix(116, 44, features, 56, "text"),
        *_matrix(316, 27, column, 90, "accent-text"),
        svg.Text(x=440, y=83, class_=["text", "at-middle"], text="÷ m ="),
        *_matrix(478, 44, result, 96, "text"),
        _label(200, 152, "Xᵀ: a row for each feature, a column for each sample"),
        _label(361, 18, "p − y"),
        _label(526, 36, "gradient"),
    ]
    return Drawing(640, 164, tuple(elements))


def _below(errors: np.ndarray, total: np.ndarray) -> Drawing:
    features, column, result = _parts(errors, total)
    elements: list[svg.Element] = [
        *_matrix(26, 44, features, 44, "text"),
        *_matrix(176, 27, column, 80, "accent-text"),
        svg.Text(x=272, y=83, class_=["text"], text="÷ m ="),
        _label(216, 18, "p − y"),
        _label(92, 36, "Xᵀ"),
        *_matrix(120, 170, result, 96, "text"),
        _label(168, 162, "gradient"),
    ]
    return Drawing(340, 246, tuple(elements))
