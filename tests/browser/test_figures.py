"""The labels of a figure can be read: none lies on another or sticks out of the picture."""

import pytest
from tests.support.browser import Visitor, size

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


@pytest.mark.parametrize("width", [1280, 360])
def test_no_label_lies_on_another(visitor: Visitor, address: str, width: int) -> None:
    page = visitor.open(address, viewport=size(width))
    assert page.locator("svg.figure:visible").evaluate_all(CLASHES) == []
