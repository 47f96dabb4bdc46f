"""What all figures share: two widths, one style, and the way into a page."""

import html
from collections.abc import Iterable
from dataclasses import dataclass

import svg

LINE = 17  # height of a line of text

# Inside a page the colours come from docs/assets/site.css. A figure that is opened alone needs
# its own, which follow the reader's system.
ALONE = """
.ink{stroke:#333;fill:none}.text{fill:#222}.accent{stroke:#b3261e;fill:none}.accent-text{fill:#b3261e}
.soft{stroke:#999;fill:none}.fill{fill:#eef2fb;stroke:#333}.band{fill:#eef2fb}.dot{fill:#333}.accent-dot{fill:#b3261e}
.at-middle{text-anchor:middle}.at-end{text-anchor:end}.small{font-size:13px}
svg{background:#fff;font:15px sans-serif}
@media (prefers-color-scheme:dark){
.ink{stroke:#ddd}.text{fill:#eee}.accent{stroke:#ff9d94}.accent-text{fill:#ff9d94}.soft{stroke:#888}
.fill{fill:#2b3040;stroke:#ddd}.band{fill:#2b3040}.dot{fill:#ddd}.accent-dot{fill:#ff9d94}svg{background:#1b1d24}}
"""


@dataclass(frozen=True)
class Drawing:
    """One layout of a figure, in units of a CSS pixel."""

    width: int
    height: int
    elements: tuple[svg.Element, ...]

    def svg(self, *, classes: list[str], label: str | None = None, style: str = "") -> str:
        """Return the drawing as an SVG element; the label is what a screen reader says."""
        elements: Iterable[svg.Element] = self.elements
        if style:
            elements = [svg.Style(text=style), *elements]
        return svg.SVG(
            viewBox=svg.ViewBoxSpec(0, 0, self.width, self.height),
            width=self.width,
            height=self.height,
            class_=classes,
            elements=list(elements),
            # svg.py writes attributes as they are.
            extra={"role": "img", "aria-label": html.escape(label)} if label else {},
        ).as_str()


@dataclass(frozen=True)
class Figure:
    """A picture in two layouts; the style sheet shows the one that fits the screen."""

    wide: Drawing
    narrow: Drawing

    def inline(self, label: str) -> str:
        """Return both layouts as they stand in a page, with their text equivalent."""
        return self.wide.svg(classes=["figure", "figure-wide"], label=label) + self.narrow.svg(
            classes=["figure", "figure-narrow"], label=label
        )

    def standalone(self) -> str:
        """Return the wide layout as a file of its own."""
        return self.wide.svg(classes=["figure"], style=ALONE)


def box(
    x: float, y: float, width: float, height: float, *, word: str = "", small: bool = False
) -> list[svg.Element]:
    """Draw a box with a word in its middle, or a small one in its lower half."""
    center, middle = x + width / 2, y + height / 2
    place = middle + LINE - 3 if small else middle + 5
    kind = "small" if small else "strong"
    return [
        svg.Rect(x=x, y=y, width=width, height=height, rx=8, class_=["fill"]),
        *(
            [svg.Text(x=center, y=place, class_=["text", kind, "at-middle"], text=word)]
            if word
            else []
        ),
    ]


def arrow(x1: float, y1: float, x2: float, y2: float) -> list[svg.Element]:
    """Draw a straight arrow that points right or down."""
    across = y1 == y2
    back = [(x2 - 7, y2 - 4), (x2 - 7, y2 + 4)] if across else [(x2 - 4, y2 - 7), (x2 + 4, y2 - 7)]
    head = [svg.Point(x, y) for x, y in [(x2, y2), *back]]
    return [
        svg.Line(x1=x1, y1=y1, x2=x2, y2=y2, class_=["ink"]),
        svg.Polygon(points=head, class_=["dot"]),
    ]
