"""A page fits the screen it is on, and can be printed."""

import re

from tests.support.reader import Reader

WIDTHS = (320, 360, 768, 1280)

# Parts that stick out on the right, or that a part which does not scroll cuts off.
LOST = """() => {
    const lost = [];
    const edge = document.documentElement.clientWidth;
    for (const part of document.querySelectorAll("article *")) {
        if (part.closest("mjx-assistive-mml, svg, .md-code__nav, .headerlink")) continue;
        const box = part.getBoundingClientRect();
        if (box.width === 0 || box.right <= edge + 1) continue;
        let frame = part.parentElement;
        const holds = () => /auto|scroll/.test(getComputedStyle(frame).overflowX)
            && frame.getBoundingClientRect().right <= edge + 1;
        while (frame.tagName !== "ARTICLE" && !holds()) frame = frame.parentElement;
        if (frame.tagName === "ARTICLE") lost.push(part.outerHTML.slice(0, 100));
    }
    return lost;
}"""


def test_only_frames_scroll_sideways_and_never_the_page(reader: Reader, address: str) -> None:
    for width in WIDTHS:
        page = reader.look(address, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{width} px"
        assert page.evaluate(LOST) == [], f"{width} px"


def test_slanted_text_has_the_one_weight_that_its_font_has(reader: Reader, address: str) -> None:
    page = reader.look(address)
    others = page.evaluate(
        """() => [...document.body.querySelectorAll("*")].filter(part => {
            const {fontStyle, fontWeight} = getComputedStyle(part);
            const own = [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim());
            return own && fontStyle !== "normal" && fontWeight !== "400";
        }).map(part => part.outerHTML.slice(0, 100))"""
    )
    assert others == []


def test_formulas_in_the_dark_have_the_colour_of_the_text(
    reader: Reader, formula_address: str
) -> None:
    page = reader.look(formula_address, "dark")
    other = page.locator("mjx-container > mjx-math").evaluate_all(
        """formulas => formulas.map(formula => [
            formula.closest(".arithmatex").dataset.tex,
            getComputedStyle(formula).color,
            getComputedStyle(formula.closest(".arithmatex").parentElement).color,
        ]).filter(([_, formula, text]) => formula !== text)"""
    )
    assert other == []


def test_the_print_shows_each_figure_once_and_all_parts(reader: Reader, address: str) -> None:
    """All but widgets, whose figures are printed, and the closing list of what was checked."""
    page = reader.look(address, width=720, media="print")  # about the width of a sheet
    hidden = page.locator("article").evaluate(
        """article => [...article.querySelectorAll(
            "h1, h2, h3, p, table, pre, figure, figcaption, mjx-container"
        )].filter(part => !part.closest("details[data-proofread=list], .widget-live") && (
            !part.checkVisibility() || part.getBoundingClientRect().height < 1
        )).map(part => part.outerHTML.slice(0, 100))"""
    )
    assert hidden == []
    assert (
        page.locator("figure").evaluate_all(
            """figures => figures.map(figure => [...figure.querySelectorAll("svg")].filter(
            svg => svg.checkVisibility() && svg.getBoundingClientRect().height > 50
        ).length).filter(count => count !== 1)"""
        )
        == []
    )


def test_the_print_of_a_dark_page_is_dark_on_white(reader: Reader, address: str) -> None:
    page = reader.look(address, "dark", media="print")
    colours: list[str] = page.locator("article").evaluate(
        """article => [...new Set([...article.querySelectorAll(
            "h1, h2, p, td, code, code span, figcaption, mjx-math, svg .text, svg .accent-text"
        )].map(part => {
            const style = getComputedStyle(part);
            return part.closest("svg") ? style.fill : style.color;
        }))]"""
    )
    assert colours
    assert [colour for colour in colours if contrast_with_white(colour) < 4.5] == []


def contrast_with_white(colour: str) -> float:
    """Return the contrast as WCAG 2 defines it."""
    channels = [float(part) for part in re.findall(r"[\d.]+", colour)]
    if colour.startswith("color(srgb"):
        channels = [channel * 255 for channel in channels[:3]] + channels[3:]
    opacity = channels[3] if len(channels) > 3 else 1.0
    shades = [(channel * opacity + 255 * (1 - opacity)) / 255 for channel in channels[:3]]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shades]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
