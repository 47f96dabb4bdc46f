"""Opens pages with widgets, and types into their fields as a person would."""

from typing import Any

from playwright.sync_api import Locator, Page

from tests.support.browser import Visitor
from tests.support.open_page import arrive, settle

LIVE = ".widget--live > .widget-live"
#: What each hostile text must be told, as far as the words go; the last number stays in force.
HOSTILE = {
    "": "Type a number",
    "   ": "Type a number",
    "abc": "is not a number",
    "NaN": "is not a number",
    "1e400": "too large",
    "-1e400": "too large",
    "Infinity": "Infinity cannot",
    "3,5": "behind a point: 3.5",
    "1 2": "is not a number",
    "<b>1</b>": "is not a number",
}


def open_widget(visitor: Visitor, address: str, query: str = "", **options: Any) -> Locator:
    """Open a page, go to its first widget, and return the widget once it runs."""
    page = visitor.blank(**options)
    arrive(page, visitor.url(address) + query)
    return start(page)


def start(page: Page) -> Locator:
    """Go to the first widget of a page; return it once it runs."""
    page.locator("[data-widget]").first.evaluate("place => place.scrollIntoView()")
    widget = page.locator(LIVE).first
    widget.locator(".widget-title").wait_for()
    settle(page)
    return widget


def field(widget: Locator, label: str) -> Locator:
    """Return the text field with a label."""
    return widget.get_by_role("textbox", name=label, exact=True)


def enter(widget: Locator, label: str, text: str) -> None:
    """Type a text over what stands in a field, and leave the field."""
    box = field(widget, label)
    box.click()
    box.press("ControlOrMeta+a")
    box.press("Delete")
    box.press_sequentially(text)
    box.press("Tab")


def complaint(widget: Locator, label: str) -> str:
    """Return the message beside a field, as it is tied to the field; empty if there is none."""
    box = field(widget, label)
    invalid = box.get_attribute("aria-invalid") == "true"
    message = box.page.locator(f"#{box.get_attribute('aria-describedby')}").inner_text()
    assert invalid == bool(message), "the message and the field's state disagree"
    return message


def shown(widget: Locator, name: str) -> list[str]:
    """Return the texts that a widget shows under a name, without what keeps them together."""
    found = widget.locator(f"[data-shows='{name}']").all_inner_texts()
    return [text.replace("\u00a0", " ") for text in found]
