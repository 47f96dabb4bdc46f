"""Make src/logistic_gradient/synthetic.csv again, the data set of the chapter on training.

    .venv/bin/python scripts/make_synthetic_data.py

The data come from scikit-learn's generator with a fixed seed. They are kept as text, so that a page
needs no scikit-learn and no reader's version of it can change a number. The tests make them again
and compare.
"""

from pathlib import Path

import numpy as np
from sklearn.datasets import make_classification
from sklearn.model_selection import train_test_split

PATH = Path(__file__).parents[1] / "src" / "logistic_gradient" / "synthetic.csv"
SEED = 42


def rows() -> tuple[np.ndarray, np.ndarray]:
    """Return features (500, 10) and labels (500,): the 400 training samples, then the 100 others.

    The order is that of train_test_split, which shuffles.
    """
    X, y = make_classification(n_samples=500, n_features=10, random_state=SEED)
    order = train_test_split(np.arange(len(y)), test_size=0.2, random_state=SEED)
    return X[np.concatenate(order)], y[np.concatenate(order)]


def text() -> str:
    """Return the file: a line a sample, its label first; the digits give back the same float64."""
    X, y = rows()
    names = [f"x{j}" for j in range(1, X.shape[1] + 1)]
    lines = [",".join(["y", *names])]
    for label, row in zip(y.tolist(), X.tolist(), strict=True):
        lines.append(",".join([str(label), *map(repr, row)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
