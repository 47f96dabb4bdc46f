"""What holds for every widget: it starts where it stands, and takes nothing from anyone."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route, ViewportSize

from tests.browser.test_accessibility import violations
from tests.support.browser import Visitor, size
from tests.support.built_site import Site
from tests.support.open_page import arrive, settle
from tests.support.trouble import Trouble
from tests.support.widgets import LIVE, open_widget, start

WIDTHS = (320, 360, 640, 768, 1280)
LOW = ViewportSize(width=1280, height=250)  # no place is near the top
LARGEST = 60_000  # bytes, compressed, of all that a page loads for its widgets
#: What is loaded with the page: what waits for a place to come near, and the buttons of examples.
AT_ONCE = {"kit/mount.mjs", "python-in-the-page.mjs", "kit/dom.mjs"}

SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(
        ...list.getEntries().filter(entry => !entry.hadRecentInput).map(entry => entry.value)
    )).observe({type: "layout-shift", buffered: true});
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_when_a_widget_starts(
    visitor: Visitor, site: Site, widget_address: str, width: int
) -> None:
    """The page itself is at rest already when the widget's script comes in."""
    page = visitor.blank(new=True, viewport=size(width))
    held: list[Route] = []
    module = f"**/widgets/{first_widget(site, widget_address)}.mjs"
    page.route(module, lambda route: held.append(route), times=1)
    page.add_init_script(f"({SHIFTS})()")
    arrive(page, visitor.url(widget_address))
    page.evaluate("document.fonts.ready.then(() => true)")
    page.locator("[data-widget]").first.evaluate("place => place.scrollIntoView()")
    for _ in range(100):  # a place near the top is near the screen at once
        if not held:
            page.wait_for_timeout(100)
    settle(page)
    page.wait_for_timeout(200)
    page.evaluate("window.shifts = []")
    place = page.locator("[data-widget]").first
    before = place.bounding_box()
    held[0].continue_()
    start(page)
    page.wait_for_timeout(200)
    after = place.bounding_box()
    assert before
    assert after
    assert after["height"] == pytest.approx(before["height"], abs=1)
    assert sum(page.evaluate("window.shifts")) < 0.001
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_a_running_widget(
    visitor: Visitor, widget_address: str, width: int
) -> None:
    page = open_widget(visitor, widget_address, viewport=size(width)).page
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    settle(page)
    assert violations(page, only=["color-contrast", "link-in-text-block"]) == []


def test_every_control_has_a_name_and_room_for_a_finger(
    visitor: Visitor, widget_address: str
) -> None:
    widget = open_widget(visitor, widget_address, viewport=size(360))
    small = widget.locator("input:not([type=radio], [type=checkbox]), button").evaluate_all(
        """controls => controls.filter(control => control.checkVisibility()).filter(control => {
            const box = control.getBoundingClientRect();
            return box.width < 24 || box.height < 24;
        }).map(control => control.outerHTML.slice(0, 100))"""
    )
    assert small == []


def test_the_tab_key_passes_through(visitor: Visitor, widget_address: str) -> None:
    """Each control gets the focus, visibly, and none keeps it."""
    widget = open_widget(visitor, widget_address)
    page = widget.page
    controls = widget.locator("input:not([type=radio]), select, textarea, button:enabled")
    wanted = controls.evaluate_all(
        """controls => controls.filter(c => c.checkVisibility()).map((control, number) => {
            control.dataset.wanted = number;
            return number;
        })"""
    )
    widget.locator("[data-wanted='0']").focus()
    reached = []
    for _ in range(4 * len(wanted) + 20):
        here = page.evaluate(
            """() => {
                const at = document.activeElement;
                const style = getComputedStyle(at);
                const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
                return [at.closest(".widget-live") !== null, at.dataset.wanted ?? null, seen];
            }"""
        )
        if not here[0]:
            break
        assert here[2], f"control {here[1]} has the focus, and nothing shows it"
        reached.append(here[1])
        page.keyboard.press("Tab")
    else:
        pytest.fail("the tab key never leaves the widget")
    assert [number for number in wanted if str(number) not in reached] == []


def test_paper_and_readers_without_scripts_get_the_figure(
    visitor: Visitor, widget_address: str
) -> None:
    page = open_widget(visitor, widget_address).page
    figure = page.locator("[data-widget] > :not(.widget-live)").first
    assert not figure.is_visible()
    page.emulate_media(media="print")
    assert figure.is_visible()
    assert not page.locator(LIVE).first.is_visible()
    still = visitor.open(widget_address, java_script_enabled=False)
    assert still.locator("[data-widget] svg.figure:visible, [data-widget] svg.picture").count() > 0
    assert still.locator(".widget-live").count() == 0


def test_a_widget_that_cannot_start_leaves_the_figure(
    visitor: Visitor, widget_address: str
) -> None:
    page = visitor.blank(viewport=LOW)
    page.route("**/widgets/vendor/**", lambda route: route.abort())
    page.route("**/widgets/kit/frame.mjs", lambda route: route.abort())
    arrive(page, visitor.url(widget_address))
    with page.expect_event("console", lambda message: message.type == "error"):
        page.locator("[data-widget]").first.evaluate("place => place.scrollIntoView()")
    settle(page)
    assert page.locator(".widget-live").count() == 0
    assert page.locator("[data-widget] > :not(.widget-live)").first.is_visible()


def test_widgets_are_light_and_loaded_when_they_come_near(
    visitor: Visitor, site: Site, widget_address: str
) -> None:
    page = visitor.blank(new=True, viewport=LOW)
    trouble = Trouble(page, visitor.origin)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(visitor.url(widget_address), wait_until="networkidle")
    early = {path for path in asked if "/widgets/" in path}
    assert {path.partition("/widgets/")[2] for path in early if path.endswith("js")} <= AT_ONCE
    start(page)
    page.wait_for_load_state("networkidle")
    base = urlsplit(visitor.url("")).path
    files = {path.removeprefix(base) for path in asked if "/widgets/" in path}
    assert len(files) > len(early)
    sizes = {file: len(gzip.compress((site.folder / file).read_bytes(), 9)) for file in files}
    assert sum(sizes.values()) < LARGEST, sizes
    assert trouble.found == []


def test_other_pages_load_nothing_for_widgets(site: Site) -> None:
    with_widgets = set(site.addresses_with("[data-widget]"))
    loading = {a for a in site.addresses if "widgets/kit/mount.mjs" in scripts(site, a)}
    assert loading == with_widgets


def scripts(site: Site, address: str) -> str:
    return "".join(str(tag.get("src", "")) for tag in site.soup(address)("script"))


def first_widget(site: Site, address: str) -> str:
    place = site.soup(address).select_one("[data-widget]")
    assert place is not None
    return str(place["data-widget"])
