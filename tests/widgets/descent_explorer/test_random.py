"""The mini-batches of the descent explorer, drawn again from their seeds."""

import numpy as np
import pytest

import logistic_gradient as lg
from tests.support.descent_explorer import FOLDER, agree, walk
from tests.support.node import evaluate


def orders(seed: int, m: int, epochs: int) -> list[list[int]]:
    """The minimal standard generator, and exchanges from the last place on."""
    state, found = seed + 1, []
    draws = 0

    def draw() -> float:
        nonlocal state, draws
        state, draws = state * 48271 % (2**31 - 1), draws + 1
        return state / (2**31 - 1)

    while draws < 8:
        draw()
    for _ in range(epochs):
        order = list(range(m))
        for i in range(m - 1, 0, -1):
            k = int(draw() * (i + 1))
            order[i], order[k] = order[k], order[i]
        found.append(order)
    return found


@pytest.mark.parametrize("data", ["students", "separable", "points"])
@pytest.mark.parametrize(("batch", "seed"), [(5, 3), (1, 0), (7, 12345), (20, 2**31 - 3)])
def test_mini_batches_can_be_replayed(data: str, batch: int, seed: int) -> None:
    found = walk(data=data, method="batches", batch=batch, seed=seed, rate=0.8, b=0.3, steps=60)
    X, y = np.array(found["X"]), np.array(found["y"])
    w, b, places = np.zeros(X.shape[1]), 0.3, []
    for order in orders(seed, len(X), 61):
        for first in range(0, len(X), batch):
            places.append((w, b))
            rows = order[first : first + batch]
            dw, db = lg.gradient(w, b, X[rows], y[rows])
            w, b = w - found["rate"] * dw, b - found["rate"] * db
    agree([p["w"] for p in found["places"]], [w for w, _ in places[:61]])
    agree([p["b"] for p in found["places"]], [b for _, b in places[:61]])
    agree([p["loss"] for p in found["places"]], [lg.loss(w, b, X, y) for w, b in places[:61]])


def test_each_order_holds_every_sample_once_and_seeds_differ() -> None:
    found = evaluate(
        f"{FOLDER}/random.mjs",
        """data.map((seed) => {
            const random = m.generator(seed);
            return [m.permutation(random, 20), m.permutation(random, 20)];
        })""",
        list(range(50)),
    )
    assert [[[int(i) for i in order] for order in pair] for pair in found] == [
        orders(seed, 20, 2) for seed in range(50)
    ]
    assert all(sorted(order) == list(range(20)) for pair in found for order in pair)
    assert len({tuple(order) for pair in found for order in pair}) == 100
