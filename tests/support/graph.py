"""Reads a figure of boxes and arrows back: what each arrow leaves and meets, and its labels."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from xml.etree import ElementTree

from tests.support.drawing import SVG, Place

HAIR = 0.03  # pixels: places are written with two decimals
REACH = 22  # pixels between a name and the arrow that starts or ends at it


@dataclass(frozen=True)
class Label:
    """A text of the figure: where it stands, what it says, and what it is the value of."""

    place: Place
    text: str
    tex: str
    value: float | None


@dataclass(frozen=True)
class Box:
    """A box, by two corners, and the texts inside it."""

    corners: tuple[float, float, float, float]
    labels: tuple[Label, ...]

    @property
    def words(self) -> set[str]:
        """What stands in it."""
        return {label.text for label in self.labels}

    def has(self, place: Place, *, inside: bool = False) -> bool:
        """Whether a place lies on its edge, or anywhere in it."""
        left, top, right, bottom = self.corners
        x, y = place
        within = left - HAIR <= x <= right + HAIR and top - HAIR <= y <= bottom + HAIR
        edge = min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) <= HAIR
        return within and (inside or edge)


@dataclass
class Arrow:
    """An arrow from one box to another, or from and to the outside, and what flows along it."""

    start: Place
    end: Place
    source: Box | None
    target: Box | None
    labels: list[Label] = field(default_factory=list)

    @property
    def middle(self) -> Place:
        """Where its labels stand."""
        return (self.start[0] + self.end[0]) / 2, (self.start[1] + self.end[1]) / 2

    def value(self, *, back: bool = False) -> float:
        """Return what flows forward along it, or the derivative that flows back."""
        (found,) = [
            label.value
            for label in self.labels
            if label.value is not None and label.tex.startswith(r"\partial \ell/") == back
        ]
        return found

    @property
    def tex(self) -> str:
        """What its forward value is the value of."""
        (found,) = {label.tex for label in self.labels if not label.tex.startswith(r"\partial")}
        return found


@dataclass(frozen=True)
class Graph:
    """All boxes and arrows of a drawing, and the names that stand outside of boxes."""

    boxes: list[Box]
    arrows: list[Arrow]
    names: list[Label]

    @property
    def ways(self) -> list[tuple[Box | None, Box | None, str]]:
        """Where the arrows lead, from a box or a name to a box or to the outside."""
        return [(arrow.source, arrow.target, self.name_at(arrow.start)) for arrow in self.arrows]

    def into(self, box: Box) -> list[Arrow]:
        """Return the arrows that meet a box."""
        return [arrow for arrow in self.arrows if arrow.target == box]

    def out_of(self, box: Box) -> list[Arrow]:
        """Return the arrows that leave a box."""
        return [arrow for arrow in self.arrows if arrow.source == box]

    def name_at(self, place: Place) -> str:
        """Return the name nearest to a place, as TeX, or nothing where none is near."""
        near = min(self.names, key=lambda name: math.dist(name.place, place))
        return near.tex if math.dist(near.place, place) <= REACH else ""

    def has_beside(self, arrow: Arrow, tex: str) -> bool:
        """Whether a name stands beside an arrow, within its length."""
        (left, top), (right, bottom) = arrow.start, arrow.end
        return any(
            left - REACH <= name.place[0] <= right + REACH
            and top - REACH <= name.place[1] <= bottom + REACH
            for name in self.names
            if name.tex == tex
        )


def read(drawing: str) -> Graph:
    """Read a drawing; each label with a value belongs to the arrow whose middle is nearest."""
    root = ElementTree.fromstring(drawing)  # noqa: S314 (our own drawing)
    labels = [_label(text) for text in root.iter(f"{SVG}text")]
    boxes = []
    for rect in root.iter(f"{SVG}rect"):
        x, y, width, height = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        empty = Box((x, y, x + width, y + height), ())
        held = tuple(label for label in labels if empty.has(label.place, inside=True))
        boxes.append(Box(empty.corners, held))
    tips = [_tip(head) for head in root.iter(f"{SVG}polygon")]
    arrows = []
    for line, tip in zip(root.iter(f"{SVG}line"), tips, strict=True):
        start, end = ((float(line.attrib[f"x{n}"]), float(line.attrib[f"y{n}"])) for n in (1, 2))
        assert math.dist(end, tip) <= HAIR, "an arrow whose head is elsewhere"
        across, down = end[0] - start[0], end[1] - start[1]
        assert min(across, down) == 0 < max(across, down), "aslant, or against its head"
        ends = [next((box for box in boxes if box.has(at)), None) for at in (start, end)]
        arrows.append(Arrow(start, end, *ends))
    held = {id(label) for box in boxes for label in box.labels}
    outside = [label for label in labels if id(label) not in held]
    for label in outside:
        if label.value is not None:
            min(arrows, key=lambda arrow: math.dist(arrow.middle, label.place)).labels.append(label)
    return Graph(boxes, arrows, [label for label in outside if label.value is None])


def _label(text: ElementTree.Element) -> Label:
    place = float(text.attrib["x"]), float(text.attrib["y"])
    value = text.get("data-value")
    return Label(
        place, "".join(text.itertext()), text.get("data-tex", ""), float(value) if value else None
    )


def _tip(head: ElementTree.Element) -> Place:
    x, y = head.attrib["points"].split()[0].split(",")
    return float(x), float(y)
