"""A figure fits the screen, has a name, and its labels can be read.

Without scripts: where they run, a widget may have taken its place.
"""

import pytest

from tests.support.reader import Reader

WIDTHS = [1280, 360]
CLASHES = """drawings => drawings.flatMap(drawing => {
    const frame = drawing.viewBox.baseVal;
    const texts = [...drawing.querySelectorAll("text")].map(text => {
        const box = text.getBBox();
        const rows = box.height * 0.25;  // a line of text is higher than its letters
        return {
            text: text.textContent,
            left: box.x, right: box.x + box.width,
            top: box.y + rows, bottom: box.y + box.height - rows,
        };
    });
    const outside = texts.filter(t =>
        t.left < 0 || t.top < 0 || t.right > frame.width || t.bottom > frame.height
    ).map(t => `${t.text} sticks out`);
    const touching = texts.flatMap((a, place) => texts.slice(place + 1).filter(b =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    ).map(b => `${a.text} lies on ${b.text}`));
    return [...outside, ...touching];
})"""


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_lies_on_another(reader: Reader, figure_address: str, width: int) -> None:
    page = reader.look(figure_address, width=width, scripts=False)
    assert page.locator("svg.figure:visible").evaluate_all(CLASHES) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_figure_shows_one_layout_with_a_name(
    reader: Reader, figure_address: str, width: int
) -> None:
    page = reader.look(figure_address, width=width, scripts=False)
    layouts = page.locator("figure").evaluate_all(
        """figures => figures.map(figure => [...figure.querySelectorAll("svg")].map(svg => ({
            name: svg.getAttribute("role") === "img" ? svg.getAttribute("aria-label") : null,
            wide: svg.classList.contains("figure-wide"),
            seen: svg.checkVisibility() && svg.getBoundingClientRect().height > 50,
        })))"""
    )
    for figure in layouts:
        assert len(figure) == 2
        assert all(layout["name"] for layout in figure)
        assert [layout["wide"] for layout in figure if layout["seen"]] == [width == 1280]
    assert page.locator("main svg.figure").count() == sum(map(len, layouts))
