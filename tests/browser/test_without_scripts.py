"""With scripts off, a page shows all that it says."""

from tests.support.reader import Reader

# What a reader must see. A figure has two layouts, of which one shows.
PARTS = "h1, h2, h3, h4, p, li, table, pre, figcaption, figure, mjx-container"
HIDDEN = """article => [...article.querySelectorAll(PARTS)].filter(part => {
    const box = part.getBoundingClientRect();
    return !part.checkVisibility({opacityProperty: true, visibilityProperty: true})
        || box.width < 1 || box.height < 1;
}).map(part => part.outerHTML.slice(0, 100))""".replace("PARTS", repr(PARTS))

# What widgets add where scripts run; without them the figures in their places say it.
WIDGETS = ".widget-live *"

# Marks each glyph once in each font, and returns them in the order of the page.
MARK_GLYPHS = """() => {
    const seen = new Set();
    return [...document.querySelectorAll("mjx-math mjx-c")].filter(glyph => {
        const key = glyph.textContent + getComputedStyle(glyph).fontFamily;
        return glyph.textContent && !seen.has(key) && seen.add(key);
    }).map(glyph => {
        glyph.dataset.glyph = "";
        return glyph.textContent;
    });
}"""


def test_all_parts_are_seen(reader: Reader, address: str) -> None:
    page = reader.look(address, scripts=False)
    article = page.locator("article")
    assert article.locator("h1").inner_text()
    assert article.evaluate(HIDDEN) == []


def test_the_text_is_the_same_as_with_scripts(reader: Reader, address: str) -> None:
    """Beside widgets nothing is written by a script alone: code, output and headings are there."""
    without, with_scripts = (
        reader.look(address, scripts=enabled)
        .locator("article")
        .locator(f":is(h1, h2, h3, p, li, td, pre code):not({WIDGETS})")
        .all_text_contents()
        for enabled in (False, True)
    )
    assert without == with_scripts


def test_the_glyphs_have_their_fonts(reader: Reader, formula_address: str) -> None:
    """A formula whose font lacks a glyph has a size all the same, but another font's letters."""
    page = reader.look(formula_address, scripts=False)
    glyphs: list[str] = page.evaluate(MARK_GLYPHS)
    browser = page.context.new_cdp_session(page)
    browser.send("DOM.enable")
    browser.send("CSS.enable")
    root = browser.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    marked = {"nodeId": root, "selector": "[data-glyph]"}
    nodes = browser.send("DOM.querySelectorAll", marked)["nodeIds"]
    strangers = [
        (glyph, font["familyName"])
        for glyph, node in zip(glyphs, nodes, strict=True)
        for font in browser.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        if not font["isCustomFont"]
    ]
    assert glyphs
    assert strangers == []


def test_there_is_no_search_box(reader: Reader, address: str) -> None:
    """The search is a script: a box that does nothing is worse than none."""
    page = reader.look(address, scripts=False)
    assert not page.locator(".md-search").is_visible()
    assert not page.locator("label[for=__search]:visible").count()
    assert page.locator("button.md-code__button").count() == 0
