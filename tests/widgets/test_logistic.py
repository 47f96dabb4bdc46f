"""The widgets' mathematics against 50 digits, and against the package to the shown digits."""

from typing import Any

import numpy as np
import pytest

import logistic_gradient as lg
from logistic_gradient.optimize import lipschitz_constant
from tests.support.node import evaluate
from tests.support.oracle import Oracle

ULPS = 4
TINY = np.finfo(float).tiny
NAMES = {  # the package's TrainingStep, in the widgets' spelling
    "learning_rate": "learningRate",
    "dl_dp": "dlDp",
    "dp_dz": "dpDz",
    "dl_dz": "dlDz",
    "w_new": "wNew",
    "b_new": "bNew",
    "z_new": "zNew",
    "p_new": "pNew",
    "loss_new": "lossNew",
}


def values(name: str, arguments: list[Any]) -> list[float]:
    """Call a function of logistic.mjs with each argument, or with each list of arguments."""
    found: list[float] = evaluate(
        "widgets/logistic.mjs", f"data.map((a) => m.{name}(...[a].flat()))", arguments
    )
    return found


def scores() -> list[float]:
    rng = np.random.default_rng(20260101)
    powers = [float(f"1e{k}") for k in range(-300, 309, 4)]
    edges = [36.7, 37.4, 354.0, 355.0, 707.0, 708.3, 708.4, 709.7, 709.8, 744.0, 745.1, 745.2]
    positive = [*powers, *edges, *rng.uniform(0, 750, 800), *rng.uniform(0, 3, 400), 1.7e308]
    return [0.0, *positive, *(-z for z in positive)]


@pytest.mark.parametrize("name", ["sigmoid", "sigmoidDerivative", "softplus"])
def test_functions_of_the_score_hold_over_the_whole_range(oracle: Oracle, name: str) -> None:
    z = scores()
    exact = {
        "sigmoid": oracle.sigmoid,
        "sigmoidDerivative": oracle.sigmoid_derivative,
        "softplus": oracle.softplus,
    }[name]
    worst_of(oracle, values(name, z), [exact(each) for each in z])


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize(("name", "exact"), [("lossFromScore", "loss"), ("residual", "residual")])
def test_functions_of_score_and_label_hold(oracle: Oracle, name: str, exact: str, y: int) -> None:
    z = scores()
    computed = values(name, [[each, y] for each in z])
    worst_of(oracle, computed, [getattr(oracle, exact)(y, each) for each in z])


def worst_of(oracle: Oracle, computed: list[float], exact: list[Any]) -> None:
    normal = [abs(e) >= TINY for e in exact]
    pairs = list(zip(computed, exact, normal, strict=True))
    assert max(oracle.ulps(c, e) for c, e, is_normal in pairs if is_normal) <= ULPS
    assert all(abs(c) <= 1.01 * TINY for c, _, is_normal in pairs if not is_normal)


def probabilities() -> list[float]:
    rng = np.random.default_rng(20260102)
    gaps = [2.0**-k for k in range(2, 53)]
    near = [*(0.5 - gap for gap in gaps[:-1]), *(0.5 + gap for gap in gaps), *(1 - g for g in gaps)]
    p = [float(f"1e{k}") for k in range(-307, 0)] + near + [0.25, 0.75, *rng.uniform(0, 1, 1000)]
    return [each for each in p if each not in {0.0, 0.5, 1.0}]


def test_logit_holds_near_zero_near_one_half_and_near_one(oracle: Oracle) -> None:
    p = probabilities()
    assert oracle.worst_ulps(values("logit", p), [oracle.logit(each) for each in p]) <= ULPS
    assert values("logit", [0.5, 0, 1]) == [0, -np.inf, np.inf]


@pytest.mark.parametrize("y", [0, 1])
def test_binary_cross_entropy_holds(oracle: Oracle, y: int) -> None:
    p = [each for each in probabilities() if each > 1e-300]
    computed = values("binaryCrossEntropy", [[y, each] for each in p])
    exact = [oracle.binary_cross_entropy(y, each) for each in p]
    assert oracle.worst_ulps(computed, exact) <= ULPS
    assert values("binaryCrossEntropy", [[y, y], [y, 1 - y]]) == [0, np.inf]


def problems() -> list[dict[str, Any]]:
    """Random data sets of many sizes, whose numbers have few digits and are not near an optimum."""
    rng = np.random.default_rng(20260103)
    return [
        {
            "X": rng.normal(size=(m, n)).round(3).tolist(),
            "y": rng.integers(0, 2, m).tolist(),
            "w": rng.normal(size=n).round(3).tolist(),
            "b": round(float(rng.normal()), 3),
        }
        for m, n in [(1, 1), (1, 3), (2, 1), (5, 2), (20, 1), (20, 2), (50, 4)]
    ]


def agree(computed: Any, expected: Any) -> None:
    """To twelve shown digits, with room for numbers in which digits cancel."""
    computed, expected = np.asarray(computed, float), np.asarray(expected, float)
    assert computed.shape == expected.shape
    np.testing.assert_allclose(computed, expected, rtol=5e-13, atol=5e-15)


def test_loss_gradient_and_hessian_agree_with_the_package() -> None:
    given = problems()
    found = evaluate(
        "widgets/logistic.mjs",
        """data.map(({ w, b, X, y }) => ({
            loss: m.loss(w, b, X, y), ...m.gradient(w, b, X, y), H: m.hessian(w, b, X),
            both: m.lossAndGradient(w, b, X, y), L: m.lipschitz(X) }))""",
        given,
    )
    for one, of in zip(given, found, strict=True):
        loss, (dw, db) = lg.loss_and_gradient(**one)
        agree(of["loss"], loss)
        agree([*of["dw"], of["db"]], [*dw, db])
        assert of["both"] == {name: of[name] for name in ("loss", "dw", "db")}
        agree(of["H"], lg.hessian(one["w"], one["b"], one["X"]))
        agree(of["L"], lipschitz_constant(one["X"]))


def test_a_newton_step_solves_its_equations() -> None:
    given = [one for one in problems() if len(one["y"]) > 3]
    found = evaluate(
        "widgets/logistic.mjs",
        """data.map(({ w, b, X, y }) => {
            const { dw, db } = m.gradient(w, b, X, y);
            return m.solve(m.hessian(w, b, X), [...dw, db]);
        })""",
        given,
    )
    for one, step in zip(given, found, strict=True):
        dw, db = lg.gradient(**one)
        exact = np.linalg.solve(lg.hessian(one["w"], one["b"], one["X"]), [*dw, db])
        np.testing.assert_allclose(step, exact, rtol=1e-11)


def test_pivots_are_chosen_by_size() -> None:
    A, r = [[1e-20, 1.0], [1.0, 1.0]], [1.0, 2.0]
    found = evaluate("widgets/logistic.mjs", "m.solve(data.A, data.r)", {"A": A, "r": r})
    np.testing.assert_allclose(found, np.linalg.solve(A, r), rtol=1e-15)


def test_each_quantity_of_a_training_step_agrees_with_the_package() -> None:
    rng = np.random.default_rng(20260104)
    student = {"w": [0.1, -0.2], "b": 0.0, "x": [3.0, 5.0], "y": 1, "learning_rate": 0.1}
    given = [student] + [
        {
            "w": rng.normal(size=2).round(2).tolist(),
            "b": round(float(rng.normal()), 2),
            "x": (10 * rng.normal(size=2)).round(1).tolist(),
            "y": int(rng.integers(2)),
            "learning_rate": 10.0 ** int(rng.integers(-3, 1)),
        }
        for _ in range(40)
    ]
    found = evaluate(
        "widgets/logistic.mjs",
        "data.map((a) => m.trainingStep(a.w, a.b, a.x, a.y, a.learning_rate))",
        given,
    )
    fields = lg.TrainingStep.__dataclass_fields__
    assert {NAMES.get(name, name) for name in fields} == found[0].keys()
    for arguments, step in zip(given, found, strict=True):
        expected = lg.training_step(**arguments)
        for name in fields:
            agree(step[NAMES.get(name, name)], getattr(expected, name))


def test_sums_keep_what_rounding_takes() -> None:
    assert evaluate("widgets/logistic.mjs", "m.sum([1, 1e100, 1, -1e100])") == 2
    assert evaluate("widgets/logistic.mjs", "m.sum([1e308, 1e308])") == np.inf


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("residual(0, 2)", "y is 2: a label must be zero or one"),
        ("loss([1], 0, [], [])", "X has no samples"),
        ("loss([1], 0, [[1]], [1, 0])", "X has 1 samples and y 2 labels"),
        ("gradient([1, 2], 0, [[1]], [1])", "w has 2 weights and x 1 features"),
        ("solve([[1, 2], [2, 4]], [1, 1])", "A is singular"),
        ("solve([[1, 2]], [1, 1])", "A must have 2 rows and columns"),
        ("trainingStep([1], 0, [1], 1, 0)", "learningRate is 0: it must be above zero"),
        ("trainingStep([1e200], 0, [1e200], 1, 1)", "x and w are too large"),
        ("trainingStep([-1], 0, [1e150], 1, 1e100)", "the learning rate is too large"),
    ],
)
def test_bad_input_is_told_what_is_wrong(call: str, says: str) -> None:
    with pytest.raises(RuntimeError, match="RangeError") as error:
        evaluate("widgets/logistic.mjs", f"m.{call}")
    assert says in str(error.value)
