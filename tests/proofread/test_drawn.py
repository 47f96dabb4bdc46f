"""What a figure says is compared with what the page computes, names included."""

from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.claim import Verdict
from proofread.drawn import makes_claim
from proofread.page import Page
from proofread.spelling import spelt
from proofread.totality import leftovers

pytestmark = pytest.mark.usefixtures("recorded_answers")

ROOT = Path(__file__).parents[2]
SOURCE = """\
# Page

<!-- python:
from math import exp
z, x_1, safe = -0.7, 3, 0.25
p = 1 / (1 + exp(0.7))
slope = (p - 1) * 3
-->
<!-- let student: x = (3, 5), y = 1, w = (0.1, -0.2), b = 0 -->

A score of -0.7<!-- = z -->, a 33%<!-- = p --> chance, a feature of 3<!-- = x_1 -->, a slope of
-2.0<!-- = slope -->, and a step of 0.25<!-- = safe -->.
Here $z = -0.7$<!-- at: student -->.
"""
P = "0.3318122278318339"
TICKS = """<g data-ticks="x"><text x="10">−2</text><text x="20">0</text><text x="30">2</text></g>
<g data-ticks="y"><text y="30">0</text><text y="20">0.5</text><text y="10">1</text></g>"""
AT = 'data-at="student"'
CHANCE = f'<text data-value="{P}" data-tex="p" {AT}>0.3318</text>'
NAMED = CHANCE.replace(">0", ">p = 0")
SAFE = '<text data-value="0.25" data-python="safe">safe = 0.25</text>'
SCORE = '<text>score z</text><text data-value="-0.7" data-tex="1/10 - 8/10">z = −0.7</text>'
HERE = f'<text data-formula="z = -0.7" {AT}>z = −0.7</text>'
SIGN = '<text>error <tspan data-formula="\\partial \\ell/\\partial z = p - y">p − y</tspan></text>'
PAIR = f"""<text x="0" y="0" data-tex="w_1">w₁</text><text x="100" y="0" data-tex="x_1">x₁</text>
<text x="95" y="9" data-value="3" data-tex="x_1" {AT} data-beside="x_1">3</text>
<text x="5" y="9" data-value="-2.0045633165045" data-tex="\\partial \\ell/\\partial w_1" {AT}
 data-beside="w_1">−2.005</text>"""


@pytest.fixture(scope="module")
def page() -> Page:
    return Page.parse(SOURCE, "docs/page.md")


@pytest.fixture(scope="module")
def verdicts(page: Page) -> list[Verdict]:
    verdicts = check_page(page, ROOT)
    assert [verdict for verdict in verdicts if not verdict.holds] == []
    return verdicts


@pytest.mark.parametrize(
    "labels",
    [
        CHANCE, NAMED, SAFE, SCORE, SIGN, HERE, PAIR, TICKS,
        CHANCE.replace("0.3318<", "chance = 33.2%<"),
        '<text data-tex="w_1">w₁</text>',
        '<text data-tex="z">z</text>',
        "<text>cross-entropy</text>",
    ],
)  # fmt: skip
def test_labels_that_hold(page: Page, verdicts: list[Verdict], labels: str) -> None:
    assert leftovers(f"<article><svg>{labels}</svg></article>", page, verdicts, root=ROOT) == []


@pytest.mark.parametrize(
    ("labels", "old", "new"),
    [
        (CHANCE, ">0.3318<", ">0.3319<"),
        (CHANCE, ">0.3318<", ">0.33 or 0.34<"),
        (CHANCE, ">0.3318<", ">0.3318 + 1<"),
        (CHANCE, P, "nan"),
        (CHANCE, P, "0.33185"),  # which the page does not compute
        (CHANCE, 'data-tex="p"', 'data-tex="z"'),  # the value of another name
        (CHANCE, 'data-tex="p"', 'data-tex="q"'),
        (CHANCE, ' data-tex="p"', ""),  # a number of nothing
        (CHANCE, ' data-at="student"', ""),  # true nowhere else
        (CHANCE, "student", "nobody"),
        (NAMED, "p =", "z ="),
        (NAMED, "p =", "w₁ ="),
        (NAMED, "p =", "p ≈"),
        (NAMED, "p =", "p"),
        ("<text>score z</text>" + NAMED, "p =", "z ="),
        (SAFE, '"safe"', '"p"'),
        (SAFE, '"safe"', '"0.25"'),
        (SCORE, "z = −", "p = −"),
        (SCORE, "score z", "score p"),
        (SCORE, "8/10", "7/10"),
        (SIGN, ">p − y", ">p + y"),
        (SIGN, ">p − y", ">y − p"),
        (SIGN, "p - y", "p + y"),
        (SIGN, "error <", "error = <"),
        (SIGN, ' data-formula="\\partial \\ell/\\partial z = p - y"', ""),
        (PAIR, ">w₁", ">w₂"),
        (PAIR, 'data-tex="w_1"', 'data-tex="w_2"'),
        (PAIR, 'x="95"', 'x="25"'),  # beside the other name
        (PAIR, 'data-beside="w_1"', 'data-beside="x_1"'),
        (PAIR, 'data-tex="x_1">x₁', 'data-tex="x_2">x₂'),
        (TICKS, "−2", "2"),
        (TICKS, "−2", "−2 +"),
        (TICKS, "0.5", "0.6"),
        (TICKS, '"20">0.5', '"21">0.5'),
        (TICKS, '"y"', '"x"'),
        (TICKS, '<text x="30">2</text>', ""),  # of two, any third could be
        ('<text data-tex="w_1">w₁</text>', "₁<", "¹<"),
        ('<text data-tex="w_1">w₁</text>', '"w_1">w₁', '"q_1">q₁'),  # which nobody declares
        ('<text data-tex="w_1">w₁</text>', ">w₁<", "><"),
        ('<text data-tex="z">z</text>', ">z<", ">p<"),
        ('<text data-tex="z">z</text>', '"z"', '"q"'),
        (CHANCE, P, "a third"),
        (HERE, AT, ""),
        (HERE, AT, 'data-at="nobody"'),
        ("<text>cross-entropy</text>", "cross-entropy", "p − y"),
        ("<text>cross-entropy</text>", "cross-entropy", "Xᵀ"),
    ],
)
def test_labels_that_do_not(
    page: Page, verdicts: list[Verdict], labels: str, old: str, new: str
) -> None:
    assert labels.count(old)
    lie = labels.replace(old, new, 1)
    assert leftovers(f"<article><svg>{lie}</svg></article>", page, verdicts, root=ROOT)


def test_without_symbols_no_name_is_known(page: Page, verdicts: list[Verdict]) -> None:
    assert leftovers(f"<article><svg>{CHANCE}</svg></article>", page, verdicts)


@pytest.mark.parametrize("text", ["p − y", "/ m =", "a·b", "∂z", "²", "Ⅷ", "a -> b", "x ≤ y"])
def test_signs_make_a_claim(text: str) -> None:
    assert makes_claim(text)


def test_what_cannot_be_spelt_matches_nothing() -> None:
    assert spelt(r"w_q") == r"w\_q"
    assert spelt(r"w^{qQ}") == r"w\^qQ"
    assert spelt(r"w_1") != spelt(r"w^1")
    assert "\\" in spelt(r"\frac{1}{2}")
