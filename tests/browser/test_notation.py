"""A reader chooses a notation, and every formula of the page follows; nothing else is fetched."""

import base64
import html
import json
import re
import unicodedata
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page, Route, expect

from tests.support.browser import Visitor, size
from tests.support.built_site import NOT_FOUND, Site
from tests.support.open_page import arrive, settle
from tests.support.reader import Reader

PAGE = "many-weights/"
KEY = "logistic-gradient.notation"
FILES = re.compile(r".*/assets/notation/.*")

# The MathML of each formula, by our TeX: what a screen reader gets.
FORMULAS = """() => [...document.querySelectorAll("article .arithmatex[data-tex]")].map(formula => [
    formula.localName,
    formula.dataset.tex.trim().split(/\\s+/).join(" "),
    formula.innerHTML,
    formula.closest(".every-notation") !== null,
])"""


def said(page: Page, tex: str) -> str:
    """Return what a formula says to a screen reader."""
    formula = page.locator(f'.arithmatex[data-tex="{tex}"] math').first
    return re.sub(r"\s", "", formula.text_content() or "")


def choice(page: Page) -> str:
    return page.get_by_label("Notation of formulas").input_value()


def test_choosing_changes_every_formula_and_back(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    before = page.evaluate(FORMULAS)
    page.get_by_label("Notation of formulas").select_option("Statistics")
    expect(page.locator("[role=status]", has_text="Notation of formulas")).to_have_text(
        "Notation of formulas: Statistics."
    )
    file = visitor.site.folder / "assets/notation/statistics/many-weights.json"
    theirs = json.loads(file.read_text("utf-8"))
    changed = 0
    for (tag, tex, ours, fixed), (_, _, shown, _) in zip(
        before, page.evaluate(FORMULAS), strict=True
    ):
        expected = ours if fixed else theirs[tag].get(tex)
        changed += expected is not None
        assert (shown != ours) == (expected is not None), tex
    assert changed > 30
    assert (said(page, "m"), said(page, "n")) == ("n", "d")
    page.get_by_label("Notation of formulas").select_option("This site's notation")
    expect(page.locator("[role=status]", has_text="This site's")).to_have_count(1)
    assert page.evaluate(FORMULAS) == before


def test_nothing_is_fetched_until_a_notation_is_chosen(visitor: Visitor) -> None:
    page = visitor.blank(new=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(visitor.url(PAGE), wait_until="networkidle")
    assert not list(filter(FILES.match, asked))
    page.get_by_label("Notation of formulas").select_option("With a hat")
    expect(page.locator("[role=status]", has_text="With a hat")).to_have_count(1)
    assert [url.rpartition("/notation/")[2] for url in filter(FILES.match, asked)] == [
        "with-a-hat/many-weights.json"
    ]


def test_the_choice_is_remembered_from_page_to_page(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    page.get_by_label("Notation of formulas").select_option("Neural networks")
    arrive(page, visitor.url("worked-example/"))
    assert choice(page) == "neural-networks"
    expect(page.locator('.arithmatex[data-tex="p"] math').first).to_have_text("a")
    expect(page.locator(".notation-line--shown")).to_have_count(0)  # a choice needs no words


def test_an_address_wins_and_says_so_for_this_tab(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    page.evaluate(f"localStorage.setItem('{KEY}', 'statistics')")
    arrive(page, visitor.url(f"{PAGE}?notation=with-a-hat"))
    expect(page.locator(".notation-line--shown")).to_contain_text("With a hat, as the address asks")
    assert said(page, "n") == "n"
    arrive(page, visitor.url("worked-example/"))
    assert choice(page) == "with-a-hat"
    page.get_by_label("Notation of formulas").select_option("Statistics")
    arrive(page, visitor.url(PAGE))
    assert choice(page) == "statistics"


def test_a_choice_rewrites_the_address_that_asks_for_another(visitor: Visitor) -> None:
    page = visitor.open(f"{PAGE}?notation=statistics#many-samples")
    page.get_by_label("Notation of formulas").select_option("This site's notation")
    assert page.url == visitor.url(f"{PAGE}?notation=here#many-samples")
    page.reload()
    assert (choice(page), said(page, "n")) == ("here", "n")


@pytest.mark.parametrize("name", ["nonsense", "", "constructor", "<b>x</b>"])
def test_an_address_that_asks_for_no_notation_says_so(visitor: Visitor, name: str) -> None:
    page = visitor.open(f"{PAGE}?notation={name}")
    assert (choice(page), said(page, "n")) == ("here", "n")
    expect(page.locator(".notation-line--shown")).to_contain_text("does not have")


def test_a_file_that_does_not_come_leaves_our_formulas(visitor: Visitor) -> None:
    page = visitor.blank()
    page.route(FILES, lambda route: route.abort())
    arrive(page, visitor.url(f"{PAGE}?notation=statistics"))
    expect(page.locator(".notation-line--shown")).to_contain_text("could not be loaded")
    assert (choice(page), said(page, "n")) == ("here", "n")
    assert page.locator("article .arithmatex").first.is_visible()


def test_our_formulas_do_not_flash_before_others(visitor: Visitor) -> None:
    """They keep their place unseen until the others have come, or for three seconds."""
    held: list[Route] = []
    page = visitor.blank(new=True)
    page.route(FILES, lambda route: held.append(route))
    page.goto(visitor.url(f"{PAGE}?notation=statistics"), wait_until="domcontentloaded")
    seen = page.locator("article .arithmatex").first
    assert seen.evaluate("formula => getComputedStyle(formula).visibility") == "hidden"
    expect(seen).to_be_visible(timeout=5000)


def test_a_canonical_reader_sees_no_shift(visitor: Visitor) -> None:
    page = visitor.blank(new=True)
    arrive(page, visitor.url(PAGE))
    settle(page)
    shift = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list => done(
            list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
        )).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 500))"""
    )
    assert shift < 0.05


def test_the_keyboard_reaches_the_choice(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    page.get_by_label("Notation of formulas").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=status]", has_text="Neural networks")).to_have_count(1)
    assert choice(page) == "neural-networks"


@pytest.mark.parametrize("width", [320, 360, 980, 1280])
def test_the_choice_can_be_hit_on_any_screen(visitor: Visitor, width: int) -> None:
    page = visitor.open(f"{PAGE}?notation=with-a-hat", viewport=size(width))
    box = page.locator(".notation").bounding_box()
    assert box is not None
    assert box["width"] >= 40
    assert box["height"] >= 30
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    hit = "([x, y]) => document.elementFromPoint(x, y).closest('.notation') !== null"
    assert page.evaluate(hit, middle)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_names_in_figures_follow(visitor: Visitor) -> None:
    page = visitor.open("worked-example/?notation=with-a-hat")
    expect(page.locator(".notation-line--shown")).to_have_count(1)
    texts = page.locator("svg.figure text").all_text_contents()
    assert any("ŷ" in text for text in texts)
    assert not any(re.search(r"\bp\b", text) for text in texts)


def test_the_table_of_conventions_stays(visitor: Visitor) -> None:
    page = visitor.open("notation/")
    table = page.locator("div.every-notation table")
    before = table.inner_html()
    page.get_by_label("Notation of formulas").select_option("Machine learning")
    expect(page.locator("[role=status]", has_text="Machine learning")).to_have_count(1)
    assert table.inner_html() == before
    assert page.locator('.arithmatex[data-tex="p"] math').first.text_content() == "h(x)"


def test_without_scripts_there_is_no_choice(reader: Reader) -> None:
    page = reader.look(PAGE, scripts=False)
    assert not page.locator(".notation").is_visible()


def test_each_glyph_of_the_other_notations_is_in_the_fonts(site: Site) -> None:
    """A glyph that the style sheet lacks would be drawn in another font, at another size."""
    sheet = (site.folder / "assets" / "mathematics.css").read_text("utf-8")
    held: set[int] = set()
    for data in re.findall(r"base64,([\w+/=]+)", sheet):
        held |= TTFont(BytesIO(base64.b64decode(data))).getBestCmap().keys()
    files = list((site.folder / "assets" / "notation").rglob("*.json"))
    assert len(files) > 100
    for file in files:
        text = file.read_text("utf-8")
        for sign, glyph in set(re.findall(r'<mjx-c class=\\"(mjx-c[0-9A-F]+)[^>]*>([^<]+)<', text)):
            assert re.search(rf"\b{sign}\b", sheet), (file, sign)
            signs = html.unescape(glyph)
            seen = {ord(each) for each in signs if unicodedata.category(each) != "Cf"}
            assert seen <= held, (file, glyph)


def test_each_page_with_formulas_has_its_files(site: Site, formula_address: str) -> None:
    """The header names each file, and each file is there."""
    if formula_address == NOT_FOUND:
        return
    soup = site.soup(formula_address)
    options = soup.select("#notation-choice option[data-file]")
    for option in options:
        file = (site.file(formula_address).parent / str(option["data-file"])).resolve()
        assert file.is_file(), file
        known = json.loads(file.read_text("utf-8"))
        assert set(known) == {"span", "div", "text"}
        assert file.stat().st_size < 200_000
