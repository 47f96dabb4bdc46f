"""Arrows leave and meet the boxes that compute what flows along them."""

import re
from collections.abc import Callable, Iterator
from math import exp, log, prod

import pytest

from tests.support.drawing import figure
from tests.support.graph import Arrow, Box, Graph, read

LAYOUTS = ("wide", "narrow")


def drawn(name: str, layout: str) -> str:
    return str(getattr(figure(name), layout).svg(classes=["figure"]))


def multiply(flows: list[Arrow], back: float) -> tuple[float, list[float]]:
    values = [arrow.value() for arrow in flows]
    assert len(values) == 2
    return prod(values), [back * values[1], back * values[0]]


def add(flows: list[Arrow], back: float) -> tuple[float, list[float]]:
    assert len(flows) == 3
    return sum(arrow.value() for arrow in flows), [back] * 3


def sigmoid(flows: list[Arrow], back: float) -> tuple[float, list[float]]:
    (z,) = [arrow.value() for arrow in flows]
    p = 1 / (1 + exp(-z))
    return p, [back * p * (1 - p)]


def loss(flows: list[Arrow], back: float) -> tuple[float, list[float]]:
    values = {arrow.tex: arrow.value() for arrow in flows}
    assert values.keys() == {"p", "y"}
    p, y = values["p"], values["y"]
    slopes = {"p": back * ((1 - y) / (1 - p) - y / p), "y": 0.0}  # the label does not move
    return -y * log(p) - (1 - y) * log(1 - p), [slopes[arrow.tex] for arrow in flows]


DOES: dict[str, Callable[[list[Arrow], float], tuple[float, list[float]]]]
DOES = {"×": multiply, "+": add, "σ": sigmoid, "loss": loss}


def judge_computation(graph: Graph) -> None:
    """Compute each box forward and backward, from what flows into it and out of it."""
    assert sorted(word for box in graph.boxes for word in box.words) == ["+", "loss", "×", "×", "σ"]
    for box in graph.boxes:
        (after,), before = graph.out_of(box), graph.into(box)
        (word,) = box.words
        value, slopes = DOES[word](before, after.value(back=True))
        assert after.value() == pytest.approx(value, rel=1e-9)
        for arrow, slope in zip(before, slopes, strict=True):
            if arrow.tex != "y":
                assert arrow.value(back=True) == pytest.approx(slope, rel=1e-9)
    free = [arrow for arrow in graph.arrows if arrow.source is None]
    assert sorted(arrow.tex for arrow in free) == ["b", "w_1", "w_2", "x_1", "x_2", "y"]
    assert [graph.name_at(arrow.start) for arrow in free] == [arrow.tex for arrow in free]
    (last,) = [arrow for arrow in graph.arrows if arrow.target is None]
    assert last.tex == r"\ell"
    for arrow in graph.arrows:
        if arrow.tex in {"z", "p", r"\ell"}:
            assert graph.has_beside(arrow, arrow.tex)


def judge_chain(graph: Graph) -> None:
    """Each rate on an arrow is that of the box it meets in the one that it leaves."""
    names = [name_in(box) for box in graph.boxes]
    assert names == ["w_1", "z", "p", r"\ell"]
    assert len(graph.arrows) == 3
    for k, arrow in enumerate(graph.arrows):
        assert (arrow.source, arrow.target) == (graph.boxes[k], graph.boxes[k + 1])
        rate = rf"\partial {names[k + 1]}/\partial {names[k]}"
        assert rate in {label.tex for label in arrow.labels if label.value is not None}
        assert nearest_arrow(graph, rate) is arrow


def name_in(box: Box) -> str:
    (tex,) = {label.tex for label in box.labels if label.tex}
    return tex


def nearest_arrow(graph: Graph, tex: str) -> Arrow:
    (place,) = [name.place for name in graph.names if name.tex == tex]
    return min(
        graph.arrows,
        key=lambda arrow: abs(arrow.middle[0] - place[0]) + abs(arrow.middle[1] - place[1]),
    )


JUDGES = {"computation-graph": judge_computation, "three-factors": judge_chain}
each = pytest.mark.parametrize("layout", LAYOUTS)
named = pytest.mark.parametrize("name", JUDGES)


@named
@each
def test_arrows_lead_from_box_to_box(name: str, layout: str) -> None:
    JUDGES[name](read(drawn(name, layout)))


def lies(drawing: str) -> Iterator[str]:
    """Move each end of each arrow, its head with it, and turn each arrow around."""
    pattern = re.compile(
        r'<line class="ink" x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"/>\s*'
        r'<polygon class="dot" points="[^"]+"/>'
    )
    for match in pattern.finditer(drawing):
        x1, y1, x2, y2 = map(float, match.groups())
        for dx, dy in ((0, 0), (-30, 0), (30, 0), (0, -30), (0, 30)):
            for ends in ((x1 + dx, y1 + dy, x2, y2), (x1, y1, x2 + dx, y2 + dy), (x2, y2, x1, y1)):
                if ends == (x1, y1, x2, y2):
                    continue
                a, b, c, d = ends
                changed = (
                    f'<line class="ink" x1="{a}" y1="{b}" x2="{c}" y2="{d}"/>'
                    f'<polygon class="dot" points="{c},{d} {c},{d} {c},{d}"/>'
                )
                yield drawing[: match.start()] + changed + drawing[match.end() :]


@named
@each
def test_an_arrow_that_leads_elsewhere_is_noticed(name: str, layout: str) -> None:
    drawing = drawn(name, layout)
    found = list(lies(drawing))
    assert len(found) >= 20
    survivors = []
    for lie in found:
        try:
            graph = read(lie)
            JUDGES[name](graph)
        except (AssertionError, ValueError):
            continue
        if graph.ways != read(drawing).ways:  # else an arrow is longer at an end that is free
            survivors.append(lie)
    assert survivors == []


@named
@each
def test_boxes_that_change_places_are_noticed(name: str, layout: str) -> None:
    drawing = drawn(name, layout)
    first, second = ("σ", "×") if name == "computation-graph" else (">z<", ">p<")
    swapped = drawing.replace(first, "\0").replace(second, first).replace("\0", second)
    if name == "three-factors":
        swapped = drawing.replace('data-tex="z"', "\0").replace('data-tex="p"', 'data-tex="z"')
        swapped = swapped.replace("\0", 'data-tex="p"')
    with pytest.raises((AssertionError, ValueError)):
        JUDGES[name](read(swapped))
