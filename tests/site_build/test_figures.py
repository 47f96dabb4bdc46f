"""The figures show the numbers that their example has, in both layouts, with a name."""

import re
from collections import Counter
from math import exp, log, log10
from xml.etree import ElementTree

import pytest

from site_build.figures import FIGURES, inline
from tests.support.twenty_students import PER_HOUR, START

LAYOUTS = ("wide", "narrow")
WORDS = re.compile(r"(?:(?:a|[A-Za-z]{2,}(?:'s)?),?[ -]?)+")  # and neither symbols nor numbers


def texts(name: str, layout: str, kind: str) -> list[str]:
    """Return the texts of one kind that a figure shows."""
    drawing = getattr(FIGURES[name](), layout).svg(classes=["figure"])
    found = ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314 (our own)
    return ["".join(text.itertext()) for text in found if kind in (text.get("class") or "").split()]


def claims(name: str, layout: str, kind: str) -> Counter[str]:
    """Count the texts of one kind that have a number, a sign or a symbol."""
    return Counter(text for text in texts(name, layout, kind) if not WORDS.fullmatch(text))


def shown(*values: float) -> Counter[str]:
    """Write values as the figures do: 4 significant digits, a true minus sign."""
    return Counter(f"{value:.4g}".replace("-", "−") for value in values)


def named(**values: float) -> Counter[str]:
    """Write values as the figures do, each behind its name."""
    return Counter(f"{name} = {value:.4g}".replace("-", "−") for name, value in values.items())


# The student's step, written out anew: the package has no part in it.
W1, W2, X1, X2, Y, ALPHA = 0.1, -0.2, 3.0, 5.0, 1.0, 0.1
Z = W1 * X1 + W2 * X2
P = 1 / (1 + exp(-Z))
E = P - Y
LOSS = -log(P)
Z_NEW = Z - ALPHA * E * (X1**2 + X2**2 + 1)
P_NEW = 1 / (1 + exp(-Z_NEW))

# The three samples.
ROWS = ((1.0, 2.0), (3.0, 4.0), (5.0, 6.0))
ERRORS = [
    1 / (1 + exp(-(0.5 * a - 0.3 * b))) - y for (a, b), y in zip(ROWS, (1, 0, 1), strict=True)
]
TOTALS = [sum(e * row[j] for e, row in zip(ERRORS, ROWS, strict=True)) / 3 for j in (0, 1)]


def chance(score: float) -> float:
    """Return the probability at a score."""
    return 1 / (1 + exp(-score))


RUNGS = (3, 2, 1, 0, -1, -2, -3)
SURE = chance(-4)  # the model is sure of label zero, and label one is true
# Six students, one feature; the loss on the line down the gradient from bias -1 and weight 1.
SIX = tuple(zip((1, 2, 3, 4, 5, 6), (0, 0, 1, 0, 1, 1), strict=True))
CHANCES = [1 / (1 + exp(-(h - 1))) for h, _ in SIX]
SLOPE_B = sum(p - y for p, (_, y) in zip(CHANCES, SIX, strict=True)) / 6
SLOPE_W = sum((p - y) * h for p, (h, y) in zip(CHANCES, SIX, strict=True)) / 6
BEND = sum(
    p * (1 - p) * (SLOPE_B + SLOPE_W * h) ** 2 for p, (h, _) in zip(CHANCES, SIX, strict=True)
)
BOTTOM = 6 * (SLOPE_B**2 + SLOPE_W**2) / BEND
NUDGE = 2 * (2**-52 * LOSS / (9 * P * (1 - P))) ** 0.5  # the best one: forward, then central
NUDGES = (3 * 2**-52 * LOSS / (27 * P * (1 - P) * (1 - 2 * P))) ** (1 / 3)
SAFE = 4 * 6 / ((97 + (85**2 + 42**2) ** 0.5) / 2)  # 4 m over the larger root of the Gram matrix


def on_the_line(t: float) -> float:
    """Return the mean loss of the six after a step of length t."""
    scores = [(h * (1 - t * SLOPE_W) - 1 - t * SLOPE_B, y) for h, y in SIX]
    return sum(log(1 + exp(z)) - y * z for z, y in scores) / 6


SINGLE, DOUBLE = log(2**24), log(2**53)  # the scores at which a probability rounds to one

EXPECTED = {
    ("cancelled-error", "text"): shown(-20, -15, -10, -5, 0, 0, 10, 20, 30, 40, 50)
    + Counter(["score z", "size of the gradient in z, as a power of ten"]),
    ("cancelled-error", "accent-text"): Counter(["p − y"] * 2) + named(z=SINGLE) + named(z=DOUBLE),
    ("clamped-gradient", "text"): shown(0, 0.5, 1, 0, 10, 20, 30, 40, 50)
    + Counter(["score z", "gradient in z, label zero", "derived: p − y"]),
    ("clamped-gradient", "accent-text"): named(z=SINGLE) + named(z=log(1e12 - 1)),
    ("computation-graph", "text"): shown(W1, X1, W1 * X1, W2, X2, W2 * X2, 0, Z, P, Y, LOSS)
    + Counter(["w₁", "x₁", "w₂", "x₂", "b", "z", "p", "y", "ℓ", "×", "×", "+", "σ"]),
    ("computation-graph", "accent-text"): shown(
        E * X1, E * W1, E, E * X2, E * W2, E, E, E, -1 / P, 1
    ),
    ("loss-and-probability", "text"): shown(0, 1, 2, 3, 4, 5, 0, 0.25, 0.5, 0.75, 1)
    + Counter(["probability p of passing"]),
    ("loss-and-probability", "accent-text"): named(p=0.9) + shown(-log(0.9), -log(1 - 0.9)),
    ("loss-and-score", "text"): shown(
        *(0, 2, 4, 6), *(0, 0.2, 0.4, 0.6), *(-6, -4, -2, 0, 2, 4, 6) * 2
    )
    + Counter(["score z"] * 2),
    ("loss-and-score", "accent-text"): named(slope=SURE - 1)
    + named(slope=(SURE - 1) * SURE * (1 - SURE)),
    ("score-odds-probability", "text"): shown(*RUNGS, *(exp(z) for z in RUNGS)),
    ("score-odds-probability", "accent-text"): shown(*map(chance, RUNGS)),
    ("separated-samples", "text"): shown(*(0, 1, 2, 3, 4, 5, 6) * 2),
    ("separated-samples", "accent-text"): shown(),
    ("shards-and-sum", "text"): shown(),
    ("shards-and-sum", "accent-text"): shown(),
    ("sigmoid-slope", "text"): shown(*(0, 0.5, 1), *(0, 0.1, 0.2, 0.3), *(-6, -4, -2, 0, 2, 4, 6))
    + named(highest=0.25)
    + Counter(["score z", "probability p"]),
    ("sigmoid-slope", "accent-text"): named(z=Z, p=P, slope=P * (1 - P)),
    ("error-against-nudge", "text"): shown(
        *(-16, -12, -8, -4, 0) * 2, log10(NUDGE), log10(9 * P * (1 - P) * NUDGE)
    ),
    ("error-against-nudge", "accent-text"): shown(
        log10(NUDGES), log10(27 * P * (1 - P) * (1 - 2 * P) * NUDGES**2 / 2)
    ),
    ("error-against-score", "text"): shown(
        *(-1, -0.5, 0, 0.5, 1), *(-6, -4, -2, 0, 2, 4, 6), *(0.6, 0.99)
    )
    + Counter(["score z", "error p − y"]),
    ("error-against-score", "accent-text"): shown(0.99 - 1, 0.6 - 1),
    ("error-weighted-features", "text"): shown(0, 1, 2, 3, 4, 0, 1, 2, 3),
    ("error-weighted-features", "accent-text"): shown(),
    ("loss-and-bound", "text"): shown(*(0, 0.5, 1, 1.5, 2) * 2)
    + shown(on_the_line(0), on_the_line(BOTTOM))
    + named(loss=on_the_line(SAFE)),
    ("loss-and-bound", "accent-text"): named(safe=SAFE) + shown(BOTTOM),
    ("losses-by-rate", "text"): shown(*(-3, -2, -1, 0), *(0, 25, 50, 75, 100)),
    ("losses-by-rate", "accent-text"): shown(),
    ("paths-on-the-loss", "text"): shown(*range(-5, 2), *(0, 0.5, 1, 1.5, 2)),
    ("paths-on-the-loss", "accent-text"): shown(),
    ("sigmoid-two-points", "text"): shown(0, 0.5, 1, -6, -4, -2, 0, 2, 4, 6)
    + Counter(["score z", "probability p"]),
    ("sigmoid-two-points", "accent-text"): named(**{"z": Z, "p": P, "z′": Z_NEW, "p′": P_NEW}),
    ("slopes-of-losses", "text"): shown(
        *(-2, -1.5, -1, -0.5, 0), *(-4, -2, 0, 2, 4), -1 / (1 + exp(-4))
    )
    + Counter(["score z"]),
    ("slopes-of-losses", "accent-text"): shown(-exp(4) * exp(4) / (1 + exp(4)) ** 3),
    ("separated", "text"): shown(*(0, 0.5, 1, 0, 1, 2, 3, 4, 5, 6) * 2)
    + Counter(["weight = 1"] * 2),
    ("separated", "accent-text"): Counter(["weight = 8"] * 2),
    ("students-drawn", "text"): shown(0, 0.5, 1, 0, 1, 2, 3, 4, 5, 6),
    ("students-drawn", "accent-text"): shown(1.75, 3.5),  # first to pass, last to fail
    ("students-fitted", "text"): shown(0, 0.25, 0.5, 0.75, 1, 0, 1, 2, 3, 4, 5, 6),
    ("students-fitted", "accent-text"): shown(-START / PER_HOUR),
    ("three-factors", "text"): Counter(["w₁", "z", "p", "ℓ", "∂z/∂w₁", "∂p/∂z", "∂ℓ/∂p"]),
    ("three-factors", "accent-text"): shown(X1, P * (1 - P), -1 / P) + named(product=E * X1),
    ("three-samples", "text"): shown(*ROWS[0], *ROWS[1], *ROWS[2], *TOTALS)
    + Counter(["Xᵀ", "p − y", "/ m ="]),
    ("three-samples", "accent-text"): shown(*ERRORS),
    ("training", "text"): shown(
        *(0.2, 0.3, 0.4, 0.5, 0.6, 0.7), *(-3, -2, -1, 0), *(0, 50, 100) * 2
    )
    + shown(*(0, 40, 80, 120), *(-1, -0.5, 0, 0.5, 1)),
    ("training", "accent-text"): named(smallest=0.270594892538),
}


def test_each_figure_has_expected_numbers() -> None:
    """A new figure belongs into the table above."""
    assert {name for name, _ in EXPECTED} >= FIGURES.keys()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("name", "kind"), EXPECTED)
def test_what_it_says_is_that_of_the_example(name: str, kind: str, layout: str) -> None:
    assert claims(name, layout, kind) == EXPECTED[name, kind]


@pytest.mark.parametrize("name", FIGURES)
def test_both_layouts_say_the_same(name: str) -> None:
    """What one names and the other does not would be lost on some screens."""
    wide, narrow = (
        Counter(texts(name, layout, "variable") + texts(name, layout, "strong"))
        for layout in LAYOUTS
    )
    assert wide == narrow


@pytest.mark.parametrize("name", FIGURES)
def test_both_layouts_carry_the_text_equivalent(name: str) -> None:
    label = 'A "quoted" <tag> & more, x < y'
    parsed = ElementTree.fromstring(f"<both>{FIGURES[name]().inline(label)}</both>")  # noqa: S314 (our own)
    assert [(svg.get("role"), svg.get("aria-label")) for svg in parsed] == [("img", label)] * 2


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_stands_alone_as_well(name: str) -> None:
    root = ElementTree.fromstring(FIGURES[name]().standalone())  # noqa: S314 (our own)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "http" not in (root.findtext("{http://www.w3.org/2000/svg}style") or "")


def test_an_image_of_a_page_becomes_its_figure() -> None:
    name = next(iter(FIGURES))
    page = f'<p><img alt="x &lt; &quot;y&quot;" src="../figures/{name}.svg" /></p>'
    drawing = FIGURES[name]().inline('x < "y"')
    assert inline(page) == f"<p>{drawing}</p>"


def test_other_images_stay() -> None:
    page = '<img alt="a" src="figures/none.svg"><img alt="b" src="photo.svg">'
    assert inline(page) == page


@pytest.mark.parametrize("layout", LAYOUTS)
def test_dots_of_the_two_labels_differ_in_colour_and_size(layout: str) -> None:
    drawing = getattr(FIGURES["separated-samples"](), layout).svg(classes=["figure"])
    circles = ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}circle")  # noqa: S314 (our own)
    kinds = [(circle.get("class"), circle.get("r")) for circle in circles]
    assert kinds == [("dot", "5")] * 3 + [("accent-dot", "7")] * 3
