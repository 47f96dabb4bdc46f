"""What a test does with an open page before it looks: unfold it, lay it out, wait."""

import time

from playwright.sync_api import Locator, Page

PATIENCE = 10.0  # seconds that a test waits for something to happen in a page


# Notes each script of a page that has run, or could not be had; it comes before those of the page.
NOTE_SCRIPTS = """
    window.scriptsDone = new Set();
    for (const event of ["load", "error"]) {
        document.addEventListener(event, ({target}) => window.scriptsDone.add(target), true);
    }
"""
# Pages ask for their scripts once they have been painted; there are none where none may run.
SCRIPTS_DONE = """
    !document.documentElement.classList.contains("js") ||
    !document.querySelector("body > template") &&
    [...document.querySelectorAll("body > script[src]")].every((each) => scriptsDone.has(each))
"""


def arrive(page: Page, url: str) -> None:
    """Open an address, and wait until the scripts of the page have run and its fonts are there."""
    page.goto(url, wait_until="load")
    wait_until(page, SCRIPTS_DONE)
    page.evaluate("document.fonts.ready.then(() => true)")


def open_details(page: Page) -> None:
    """Unfold everything that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def lay_out(page: Page) -> bool:
    """Have all of the page laid out, also what is far below the screen; tell whether that is new.

    What a browser has put off has no place, no size and perhaps old colours, which no reader sees.
    """
    new: bool = page.evaluate(
        """() => {
            const {classList} = document.documentElement;
            return !classList.contains("whole") && (classList.add("whole"), true);
        }"""
    )
    return new


def settle(page: Page) -> None:
    """Wait until nothing moves any more, but for what is put off: time stands still there."""
    page.evaluate(
        """async () => {
            await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
            const seen = {contentVisibilityAuto: true};
            const moving = document.getAnimations().filter(
                ({effect}) => effect.target.checkVisibility(seen)
            ).map(({finished}) => finished);
            await Promise.allSettled(moving);
        }"""
    )


def press(button: Locator) -> None:
    """Go to a button, and click it once it stands still: what is put off grows as one comes near.

    Playwright clicks in the frame after it has scrolled. Were the page to grow between the two
    halves of a click, there would be none.
    """
    button.scroll_into_view_if_needed()
    settle(button.page)
    button.click()


def wait_until(page: Page, expression: str) -> None:
    """Wait until something holds in a page.

    Playwright's wait_for_function would make code of a text in the page itself, again and again,
    which the page's policy forbids.
    """
    deadline = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, f"in vain: {expression}"
        page.wait_for_timeout(20)
