"""Answers that are functions: right ones in all forms, and each slip by its name."""

import math
from typing import Any

import numpy as np
import pytest

from logistic_gradient import gradient, hessian, loss
from logistic_gradient.exercises import (
    check_base_rate,
    check_central_difference,
    check_gradient,
    check_gradient_size,
    check_hessian,
    check_hessian_root,
    check_loss,
    check_newton_step,
    check_penalty_gradient,
    check_sigmoid_derivative,
    check_squared_error_slope,
)


def sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def slope(z: Any) -> Any:
    t = np.exp(-abs(z))
    return t / (1 + t) ** 2


def ones(X: Any) -> Any:
    return np.column_stack([X, np.ones(len(X))])


def pencil(w: Any, b: Any, X: Any, y: Any) -> Any:
    error = sigmoid(X @ w + b) - y
    return X.T @ error / len(y), error.mean()


def mean_loss(w: Any, b: Any, X: Any, y: Any) -> Any:
    return np.mean(np.logaddexp(0, (1 - 2 * y) * (X @ w + b)))


def clamped(eps: float) -> Any:
    def result(w: Any, b: Any, X: Any, y: Any) -> Any:
        p = sigmoid(X @ w + b)
        return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))

    return result


def clipped(w: Any, b: Any, X: Any, y: Any) -> Any:
    p = np.clip(sigmoid(X @ w + b), 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def overflowing(w: Any, b: Any, X: Any, y: Any) -> Any:
    return np.mean(np.log1p(np.exp((1 - 2 * y) * (X @ w + b))))


def bends(w: Any, b: Any, X: Any) -> Any:
    return slope(X @ w + b)


def curvature(w: Any, b: Any, X: Any) -> Any:
    return ones(X).T @ np.diag(bends(w, b, X)) @ ones(X) / len(X)


def root(w: Any, b: Any, X: Any) -> Any:
    return np.sqrt(bends(w, b, X) / len(X))[:, None] * ones(X)


def penalised(w: Any, b: Any, X: Any, y: Any, penalty: float) -> Any:
    dw, db = pencil(w, b, X, y)
    return dw + penalty * w, db


def newton(w: Any, b: Any, X: Any, y: Any) -> Any:
    step = np.linalg.solve(curvature(w, b, X), np.append(*pencil(w, b, X, y)))
    return w - step[:-1], b - step[-1]


def central(f: Any, x: float) -> Any:
    return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5


RIGHT = {
    check_base_rate: lambda k, m: math.log(k / (m - k)),
    check_central_difference: central,
    check_gradient: pencil,
    check_gradient_size: lambda u: 1 / (1 + np.exp(u)),
    check_hessian: curvature,
    check_hessian_root: root,
    check_loss: mean_loss,
    check_newton_step: newton,
    check_penalty_gradient: penalised,
    check_sigmoid_derivative: slope,
    check_squared_error_slope: lambda z, y: (sigmoid(z) - y) * slope(z),
}


@pytest.mark.parametrize("check", RIGHT)
def test_the_right_function_is_right(check: Any) -> None:
    verdict = check(RIGHT[check])
    assert verdict, verdict
    assert repr(verdict).startswith("Right. ")
    assert verdict.reason.endswith((".", "?"))
    assert verdict.reveal().endswith(".")


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_functions_may_return_pytorch_tensors(torch: Any, dtype: str) -> None:
    kind = getattr(torch, dtype)

    def by_autograd(w: Any, b: Any, X: Any, y: Any) -> Any:
        w, b = (torch.tensor(a, dtype=kind, requires_grad=True) for a in (w, b))
        z = torch.tensor(X, dtype=kind) @ w + b
        labels = torch.tensor(y, dtype=kind)
        torch.nn.functional.binary_cross_entropy_with_logits(z, labels).backward()
        return w.grad, b.grad

    def logits_loss(w: Any, b: Any, X: Any, y: Any) -> Any:
        w = torch.tensor(w, dtype=kind, requires_grad=True)
        z = torch.tensor(X, dtype=kind) @ w + b
        return torch.nn.functional.binary_cross_entropy_with_logits(z, torch.tensor(y, dtype=kind))

    def second(w: Any, b: Any, X: Any) -> Any:
        return hessian(torch.tensor(w, dtype=kind), b, torch.tensor(X, dtype=kind))

    assert check_gradient(by_autograd)
    assert check_loss(logits_loss)
    assert check_hessian(second)
    assert check_gradient_size(lambda u: torch.sigmoid(torch.tensor(-u, dtype=kind)))


def test_functions_may_return_jax_arrays(jax: Any) -> None:
    def by_jax(w: Any, b: Any, X: Any, y: Any) -> Any:
        return jax.grad(loss, argnums=(0, 1))(jax.numpy.asarray(w), b, jax.numpy.asarray(X), y)

    def second(w: Any, b: Any, X: Any) -> Any:
        X = jax.numpy.asarray(X)
        return jax.hessian(lambda t: loss(t[:-1], t[-1], X, np.zeros(len(X))))(
            jax.numpy.asarray(np.append(w, b))
        )

    assert check_gradient(by_jax)
    assert check_loss(lambda w, b, X, y: loss(w, b, jax.numpy.asarray(X), y))
    assert check_hessian(second)


def test_the_package_is_right() -> None:
    assert check_gradient(gradient)
    assert check_loss(loss)
    assert check_hessian(hessian)


def test_a_function_may_return_lists_and_change_its_arguments() -> None:
    def wasteful(w: Any, b: Any, X: Any, y: Any) -> Any:
        dw, db = pencil(w, b, X, y)
        X[:] = w[:] = y[:] = 0
        return [dw.tolist(), float(db)]

    assert check_gradient(wasteful)


def torch_bce(w: Any, b: Any, X: Any, y: Any) -> Any:
    p = sigmoid(X @ w + b)
    return -np.mean(
        y * np.maximum(np.log(p), -100) + (1 - y) * np.maximum(np.log(np.exp(-X @ w - b) * p), -100)
    )


def perceptron(w: Any, b: Any, X: Any, y: Any) -> Any:
    error = (X @ w + b >= 0) - y
    return X.T @ error / len(y), error.mean()


def fragile(w: Any, b: Any, X: Any, y: Any) -> Any:
    z = X @ w + b
    error = np.exp(z) / (1 + np.exp(z)) - y
    return X.T @ error / len(y), error.mean()


def fragile_below(w: Any, b: Any, X: Any, y: Any) -> Any:
    z = X @ w + b
    error = 1 - np.exp(-z) / (1 + np.exp(-z)) - y
    return X.T @ error / len(y), error.mean()


def with_slope(w: Any, b: Any, X: Any, y: Any) -> Any:
    z = X @ w + b
    error = (sigmoid(z) - y) * slope(z)
    return X.T @ error / len(y), error.mean()


def scaled(factor: Any, bias_factor: Any) -> Any:
    def result(w: Any, b: Any, X: Any, y: Any) -> Any:
        dw, db = pencil(w, b, X, y)
        return factor(*X.shape) * dw, bias_factor(*X.shape) * db

    return result


def stepped(step: Any) -> Any:
    def result(w: Any, b: Any, X: Any, y: Any) -> Any:
        g, H = np.append(*pencil(w, b, X, y)), curvature(w, b, X)
        theta = np.append(w, b) - step(g, H, len(y))
        return theta[:-1], theta[-1]

    return result


def without_bias_step(g: Any, H: Any, _: int) -> Any:
    return np.append(np.linalg.solve(H[:-1, :-1], g[:-1]), 0)


def step_alone(sign: float) -> Any:
    def result(w: Any, b: Any, X: Any, y: Any) -> Any:
        step = np.linalg.solve(curvature(w, b, X), np.append(*pencil(w, b, X, y)))
        return sign * step[:-1], sign * step[-1]

    return result


def plus(weight: Any, bias: float = 0) -> Any:
    def result(w: Any, b: Any, X: Any, y: Any, penalty: float) -> Any:
        dw, db = pencil(w, b, X, y)
        return dw + weight(len(y)) * penalty * w, db + bias * penalty * b

    return result


SLIPS = [
    (check_base_rate, lambda k, m: k / m, "probability as score"),
    (check_base_rate, lambda k, m: math.log((m - k) / k), "wrong sign"),
    (check_base_rate, lambda k, m: math.log(k / m), "logarithm of p"),
    (check_base_rate, lambda k, m: k / (m - k), "odds"),
    (check_base_rate, lambda k, m: math.log10(k / (m - k)), "wrong logarithm"),
    (check_base_rate, lambda _k, _m: None, "nothing returned"),
    (check_base_rate, lambda _k, _m: [0.0], "wrong shape"),
    (check_base_rate, lambda _k, _m: 0.5, "no known mistake"),
    (check_sigmoid_derivative, lambda z: z * (1 - z), "score as probability"),
    (check_sigmoid_derivative, sigmoid, "no derivative"),
    (check_sigmoid_derivative, lambda z: -slope(z), "wrong sign"),
    (check_sigmoid_derivative, lambda z: np.exp(-z) / (1 + np.exp(-z)), "missing square"),
    (check_sigmoid_derivative, lambda z: slope(z) * (1 - 2 * sigmoid(z)), "second derivative"),
    (check_sigmoid_derivative, lambda z: sigmoid(z) * (1 - sigmoid(z)), "cancellation"),
    (check_sigmoid_derivative, lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2, "overflow"),
    (check_sigmoid_derivative, lambda z: math.exp(-z) / (1 + math.exp(-z)) ** 2, "overflow"),
    (check_gradient_size, sigmoid, "turned around"),
    (check_gradient_size, slope, "slope of the sigmoid"),
    (check_gradient_size, lambda u: -sigmoid(-u), "sign kept"),
    (check_gradient_size, lambda u: np.log1p(np.exp(-u)), "loss"),
    (check_gradient_size, lambda u: 1 - sigmoid(u), "cancellation"),
    (check_gradient_size, lambda u: np.exp(-u) / (1 + np.exp(-u)), "overflow"),
    (check_squared_error_slope, lambda z, y: sigmoid(z) - y, "cross-entropy"),
    (check_squared_error_slope, lambda z, y: 2 * (sigmoid(z) - y) * slope(z), "factor 2"),
    (check_squared_error_slope, lambda z, y: (sigmoid(z) - y) * slope(z) / 2, "factor 1/2"),
    (check_squared_error_slope, lambda z, y: (y - sigmoid(z)) * slope(z), "wrong sign"),
    (check_squared_error_slope, lambda z, _y: slope(z), "missing error"),
    (check_squared_error_slope, lambda z, _y: sigmoid(z) * slope(z), "no known mistake"),
    (check_squared_error_slope, lambda z, _y: (sigmoid(z) - 1) * slope(z), "no known mistake"),
    (check_loss, lambda *a: -mean_loss(*a), "wrong sign"),
    (check_loss, lambda *a: len(a[3]) * mean_loss(*a), "missing 1/m"),
    (check_loss, lambda w, b, X, y: mean_loss(w, b, X, y) * len(y) / len(w), "1/n instead of 1/m"),
    (check_loss, lambda *a: mean_loss(*a) / math.log(2), "wrong logarithm"),
    (check_loss, lambda *a: mean_loss(*a) / math.log(10), "wrong logarithm"),
    (check_loss, lambda w, _b, X, y: mean_loss(w, 0, X, y), "missing bias"),
    (check_loss, lambda w, b, X, y: mean_loss(w, b, X, 1 - y), "other label"),
    (check_loss, lambda w, b, X, y: -np.mean(y * np.log(sigmoid(X @ w + b))), "one label only"),
    (
        check_loss,  # another slip in each case
        lambda *a: mean_loss(*a) * (len(a[3]) if len(a[3]) < 5 else -1),
        "no known mistake",
    ),
    (check_loss, clamped(0), "infinite loss"),
    (check_loss, clamped(1e-12), "eps clamp"),
    (check_loss, clamped(1e-15), "eps clamp"),
    (check_loss, clipped, "eps clamp"),
    (check_loss, torch_bce, "clamp at 100"),
    (check_loss, overflowing, "overflow"),
    (check_gradient, scaled(lambda *_: -1, lambda *_: -1), "wrong sign"),
    (check_gradient, scaled(lambda m, _n: m, lambda m, _n: m), "missing 1/m"),
    (check_gradient, scaled(lambda m, _n: m, lambda *_: 1), "missing 1/m"),
    (check_gradient, scaled(lambda *_: 1, lambda m, _n: m), "missing 1/m"),
    (check_gradient, scaled(lambda m, n: m / n, lambda *_: 1), "1/n instead of 1/m"),
    (check_gradient, scaled(lambda *_: 1, lambda *_: 0), "missing bias"),
    (check_gradient, scaled(lambda *_: 1, lambda *_: 2), "double bias"),
    (check_gradient, scaled(lambda *_: 2, lambda *_: 2), "factor 2"),
    (check_gradient, scaled(lambda m, _n: m, lambda *_: 0), "missing 1/m, missing bias"),
    (check_gradient, scaled(lambda *_: -1, lambda *_: 0), "wrong sign, missing bias"),
    (check_gradient, lambda w, _b, X, y: pencil(w, 0, X, y), "score without bias"),
    (check_gradient, with_slope, "slope of the sigmoid left in"),
    (
        check_gradient,
        lambda w, b, X, y: (X.T @ (X @ w + b - y) / len(y), (X @ w + b - y).mean()),
        "score as probability",
    ),
    (check_gradient, perceptron, "class instead of probability"),
    (check_gradient, fragile, "overflow"),
    (check_gradient, scaled(lambda *_: 1, lambda m, n: m / n), "1/n instead of 1/m"),
    (check_gradient, fragile_below, "overflow"),
    (check_gradient, lambda *a: pencil(*a)[0], "one part missing"),
    (check_gradient, lambda *a: (*pencil(*a), 0.0), "one part missing"),
    (check_gradient, lambda *_: np.zeros(2), "one part missing"),
    (check_gradient, lambda *a: (pencil(*a)[0][:, None], pencil(*a)[1]), "wrong shape"),
    (check_gradient, lambda *a: (pencil(*a)[0] ** 2, pencil(*a)[1]), "no known mistake"),
    (check_penalty_gradient, lambda *a: pencil(*a[:4]), "missing penalty"),
    (check_penalty_gradient, plus(lambda _: -1), "wrong sign"),
    (check_penalty_gradient, plus(lambda _: 1, 1), "bias penalised"),
    (check_penalty_gradient, plus(lambda _: 2), "factor 2"),
    (check_penalty_gradient, plus(lambda _: 0.5), "factor 1/2"),
    (check_penalty_gradient, plus(lambda m: 1 / m), "penalty over m"),
    (check_penalty_gradient, plus(lambda m: m), "penalty times m"),
    (check_penalty_gradient, plus(lambda _: -1, 1), "wrong sign, bias penalised"),
    (
        check_penalty_gradient,
        lambda w, b, X, y, penalty: (len(y) * pencil(w, b, X, y)[0] + penalty * w, 0.0),
        "no known mistake",
    ),
    (
        check_penalty_gradient,
        lambda w, b, X, y, penalty: (
            len(y) * pencil(w, b, X, y)[0] + penalty * w,
            len(y) * pencil(w, b, X, y)[1],
        ),
        "missing 1/m",
    ),
    (check_hessian, lambda *a: -curvature(*a), "wrong sign"),
    (check_hessian, lambda *a: len(a[2]) * curvature(*a), "missing 1/m"),
    (check_hessian, lambda *a: curvature(*a)[:-1, :-1], "missing bias"),
    (check_hessian, lambda *a: root(*a) @ root(*a).T, "transposed"),
    (check_hessian, lambda _w, _b, X: ones(X).T @ ones(X) / len(X), "missing p (1 - p)"),
    (check_hessian, lambda _w, _b, X: ones(X).T @ ones(X) / len(X) / 4, "bound instead of Hessian"),
    (
        check_hessian,
        lambda w, b, X: ones(X).T @ np.diag(bends(w, b, X) ** 2) @ ones(X) / len(X),
        "p (1 - p) squared",
    ),
    (
        check_hessian,
        lambda w, b, X: ones(X).T @ np.diag(bends(w, b, X) ** 0.5) @ ones(X) / len(X),
        "square root of p (1 - p)",
    ),
    (
        check_hessian,
        lambda w, b, X: (
            np.column_stack([np.ones(len(X)), X]).T
            @ np.diag(bends(w, b, X))
            @ np.column_stack([np.ones(len(X)), X])
            / len(X)
        ),
        "bias first",
    ),
    (
        check_hessian,
        lambda w, b, X: ones(ones(X)).T @ np.diag(bends(w, b, X)) @ ones(ones(X)) / len(X),
        "double bias",
    ),
    (check_hessian, lambda *a: 3 * curvature(*a), "no known mistake"),
    (check_hessian_root, curvature, "the Hessian itself"),
    (check_hessian_root, lambda *a: root(*a) * len(a[2]) ** 0.5, "missing 1/m"),
    (check_hessian_root, lambda *a: root(*a) / len(a[2]) ** 0.5, "1/m without its root"),
    (
        check_hessian_root,
        lambda w, b, X: bends(w, b, X)[:, None] * ones(X) / len(X) ** 0.5,
        "bend without its root",
    ),
    (check_hessian_root, lambda _w, _b, X: ones(X) / len(X) ** 0.5, "missing p (1 - p)"),
    (check_hessian_root, lambda *a: root(*a)[:, :-1], "missing bias"),
    (check_hessian_root, lambda *a: root(*a).T, "transposed"),
    (check_hessian_root, lambda *_: None, "nothing returned"),
    (check_newton_step, stepped(lambda g, H, _m: -np.linalg.solve(H, g)), "wrong sign"),
    (check_newton_step, stepped(lambda g, *_: g), "no Hessian"),
    (check_newton_step, step_alone(1), "step instead of parameters"),
    (check_newton_step, step_alone(-1), "step instead of parameters"),
    (check_newton_step, stepped(lambda g, H, _m: H @ g), "missing inverse"),
    (
        check_newton_step,
        stepped(lambda g, H, m: m * np.linalg.solve(H, g)),
        "missing 1/m in the gradient",
    ),
    (
        check_newton_step,
        stepped(lambda g, H, m: np.linalg.solve(m * H, g)),
        "missing 1/m in the Hessian",
    ),
    (check_newton_step, stepped(lambda g, H, _m: g / np.diag(H)), "diagonal only"),
    (check_newton_step, stepped(without_bias_step), "missing bias"),
    (check_central_difference, lambda f, x: (f(x + 1e-7) - f(x)) / 1e-7, "one side"),
    (check_central_difference, lambda f, x: (f(x) - f(x - 1e-7)) / 1e-7, "one side"),
    (check_central_difference, lambda f, x: (f(x + 1e-5) - f(x - 1e-5)) / 1e-5, "factor 2"),
    (check_central_difference, lambda f, x: (f(x + 1e-5) - f(x)) / 2e-5, "factor 1/2"),
    (check_central_difference, lambda f, x: (f(x - 1e-5) - f(x + 1e-5)) / 2e-5, "wrong sign"),
    (check_central_difference, lambda f, x: (f(x + 1e-3) - f(x - 1e-3)) / 2e-3, "step too large"),
    (
        check_central_difference,
        lambda f, x: (f(x + 1e-11) - f(x - 1e-11)) / 2e-11,
        "step too small",
    ),
    (check_central_difference, lambda f, x: (f(x + 1e-20) - f(x)) / 1e-20, "no difference"),
    (check_central_difference, lambda f, x: f(x + 1e-5) - f(x - 1e-5), "wrong formula"),
    (check_central_difference, lambda f, x: 2.6 * central(f, x), "wrong formula"),
    (check_central_difference, lambda f, x: 1.25 * central(f, x), "wrong formula"),
    (check_central_difference, lambda _f, _x: None, "nothing returned"),
]


@pytest.mark.parametrize(
    ("check", "function", "mistake"), SLIPS, ids=[f"{c.__name__}-{m}" for c, _, m in SLIPS]
)
def test_each_slip_has_its_name(check: Any, function: Any, mistake: str) -> None:
    verdict = check(function)
    assert not verdict
    assert verdict.mistake == mistake
    assert repr(verdict).startswith(f"Not yet: {mistake}. ".rstrip())
    assert verdict.reason.endswith((".", "?"))
    assert verdict.solution not in verdict.reason


@pytest.mark.parametrize("h", [1e-6, 1e-5, 1e-4])
def test_eight_digits_are_asked_of_a_difference(h: float) -> None:
    assert check_central_difference(lambda f, x: (f(x + h) - f(x - h)) / (2 * h))


def test_an_overflow_is_quoted() -> None:
    verdict = check_sigmoid_derivative(lambda z: math.exp(-z) / (1 + math.exp(-z)) ** 2)
    assert verdict.reason.startswith("The function raised OverflowError: ")


def test_a_complex_step_is_welcome() -> None:
    assert check_central_difference(lambda f, x: f(x + 1e-20j).imag / 1e-20)


@pytest.mark.parametrize(
    "check", [check for check in RIGHT if check is not check_central_difference]
)
def test_each_call_of_a_checker_tries_the_same_cases(check: Any) -> None:
    tried: list[list[Any]] = [[], []]
    for cases in tried:
        check(lambda *case, cases=cases: cases.append(case) or RIGHT[check](*case))
    assert len(tried[0]) > 1
    for one, other in zip(*tried, strict=True):
        for a, b in zip(one, other, strict=True):
            np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize("check", RIGHT)
def test_what_is_no_function_raises(check: Any) -> None:
    with pytest.raises(TypeError, match="function is a float: it must be a function"):
        check(1.0)


@pytest.mark.parametrize("check", RIGHT)
def test_what_the_function_raises_comes_through_with_a_note(check: Any) -> None:
    def broken(*_: Any) -> Any:
        raise KeyError("p")

    with pytest.raises(KeyError) as caught:
        check(broken)
    assert "The checker called your function with" in caught.value.__notes__[0]


def test_the_note_describes_the_arguments() -> None:
    def broken(*_: Any) -> Any:
        raise KeyError("p")

    with pytest.raises(KeyError) as caught:
        check_gradient(broken)
    assert caught.value.__notes__ == [
        "The checker called your function with an array of shape (3,), 0.8, an array of shape "
        "(7, 3), an array of shape (7,)."
    ]


@pytest.mark.parametrize(
    ("check", "function", "message"),
    [
        (
            check_gradient_size,
            lambda _u: "small",
            "the returned value is 'small': every value must be a number",
        ),
        (check_gradient_size, lambda _u: 1j, "must hold real numbers"),
        (check_hessian_root, lambda *_: 1.0, "^R has shape \\(\\): it must be a matrix"),
        (check_hessian_root, lambda *_: "root", "^R is 'root': every value must be a number"),
        (
            check_central_difference,
            lambda _f, _x: [1.0, 2.0],
            r"^the returned value has shape \(2,\): it must be a single number",
        ),
        (check_central_difference, lambda _f, _x: "one", "^the returned value is 'one': every"),
    ],
)
def test_a_function_that_returns_no_numbers_raises(check: Any, function: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check(function)
