"""A Chromium that the machine has, and the pages that it opens."""

import itertools
import time
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
)

from tests.support.built_site import NOT_FOUND, Site
from tests.support.server import SUBPATH

PATIENCE = 10.0  # seconds that a test waits for something to happen in a page
NOWHERE = "no/such/page/"


# What a page sees of its surroundings.
ARRANGED = """() => [
    innerWidth,
    matchMedia("print").matches,
    matchMedia("(prefers-color-scheme: dark)").matches,
]"""
# What a page can be given of a context's options, and what needs to be one with the viewport.
LOOKS = {"color_scheme", "reduced_motion"}
DEVICE = {"has_touch", "is_mobile"}
Scheme = Literal["light", "dark"]
Media = Literal["screen", "print"]


class Contexts:
    """Browser contexts that are used again: what all pages share is fetched and compiled once.

    A context is lent to one visitor at a time, and emptied of what the last one stored.
    """

    def __init__(self, browser: Browser, origin: str) -> None:
        self._browser = browser
        self._origin = origin
        self._idle: dict[str, list[BrowserContext]] = {}

    def new(self, options: dict[str, Any]) -> Page:
        """Open an empty page in a new context."""
        context = self._browser.new_context(**options)
        context.set_default_timeout(1000 * PATIENCE)
        return context.new_page()

    def lend(self, options: dict[str, Any]) -> tuple[Page, str]:
        """Open an empty page in a context that nobody uses; return also what kind it is of."""
        options = {"viewport": size(1280)} | options
        looks = {name: options.pop(name) for name in LOOKS & options.keys()}
        viewport = options["viewport"] if options.keys() & DEVICE else options.pop("viewport")
        kind = repr(sorted(options.items()))
        if idle := self._idle.get(kind):
            page = idle.pop().new_page()
            session = page.context.new_cdp_session(page)
            session.send(
                "Storage.clearDataForOrigin", {"origin": self._origin, "storageTypes": "all"}
            )
            session.detach()
        else:
            page = self.new(options)
        page.set_viewport_size(viewport)
        page.emulate_media(**looks)
        return page, kind

    def take_back(self, context: BrowserContext, kind: str) -> None:
        """Close the pages of a context, and keep it."""
        for page in context.pages:
            page.close()
        context.unroute_all()
        self._idle.setdefault(kind, []).append(context)

    def close(self) -> None:
        """Close all that are not lent."""
        for context in itertools.chain.from_iterable(self._idle.values()):
            context.close()
        self._idle.clear()


class Visitor:
    """Opens pages of the site, as one who has been there before but has nothing stored.

    Each page is in a context of its own as long as the visitor lasts. Who is new, or changes the
    context itself (listens to it, or stops its clock), asks for ``new=True``.
    """

    def __init__(self, contexts: Contexts, origin: str, site: Site) -> None:
        self._contexts = contexts
        self._lent: list[tuple[BrowserContext, str]] = []
        self._own: list[BrowserContext] = []
        self.origin = origin
        self.site = site

    def url(self, address: str) -> str:
        """Return where a page is; the error page is where there is none."""
        if address == NOT_FOUND:
            return f"{self.origin}{self.site.base}{NOWHERE}"
        return f"{self.origin}{SUBPATH}{address}"

    def blank(self, *, new: bool = False, **options: Any) -> Page:
        """Open an empty page; the options are those of Playwright's new_context."""
        if new:
            page = self._contexts.new({"viewport": size(1280)} | options)
            self._own.append(page.context)
        else:
            page, kind = self._contexts.lend(options)
            self._lent.append((page.context, kind))
        return page

    def open(self, address: str, *, new: bool = False, **options: Any) -> Page:
        """Open a page of the site, and wait until its scripts have run and its fonts are there."""
        page = self.blank(new=new, **options)
        page.goto(self.url(address), wait_until="load")
        page.evaluate("document.fonts.ready.then(() => true)")
        return page

    def close(self) -> None:
        """Close every page."""
        while self._own:
            self._own.pop().close()
        while self._lent:
            self._contexts.take_back(*self._lent.pop())


def size(width: int) -> ViewportSize:
    """Return the size of a window, as Playwright wants it."""
    return {"width": width, "height": 800}


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


def wait_until(page: Page, expression: str) -> None:
    """Wait until something holds in a page.

    Playwright's wait_for_function would make code of a text in the page itself, again and again,
    which the page's policy forbids.
    """
    deadline = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, f"in vain: {expression}"
        page.wait_for_timeout(20)


class Trouble:
    """Collects what a reader's browser complains about, and each request to another host."""

    def __init__(self, page: Page, origin: str) -> None:
        self._origin = origin
        self.found: list[str] = []
        page.context.on("request", lambda request: self._requested(request.url))
        page.context.on("requestfailed", lambda request: self._add("failed", request.url))
        page.on("websocket", lambda socket: self._add("opened a web socket", socket.url))
        page.on(
            "response",
            lambda response: (
                None
                # 304: the browser asked whether what it has is still good.
                if response.ok or response.status == 304 or response.url.endswith(NOWHERE)
                else self._add(f"status {response.status}", response.url)
            ),
        )
        page.on("pageerror", lambda error: self._add("uncaught", str(error)))
        page.on("console", self._said)

    def _add(self, what: str, where: str) -> None:
        self.found.append(f"{what}: {where}")

    def _requested(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob"} and not url.startswith(f"{self._origin}/"):
            self._add("asked another host", url)

    def _said(self, message: ConsoleMessage) -> None:
        expected = message.location["url"].endswith(NOWHERE)
        if message.type in {"error", "warning"} and not expected:
            self._add(f"console {message.type}", message.text)


class Reader:
    """Opens a page once for all tests that look at it, everything unfolded.

    Each scheme has a window of its own, and so has a reader without scripts. The windows last as
    long as the browser: what the pages share is fetched and read once. A page stays open as long
    as the next test looks at the same address.
    """

    def __init__(self, contexts: Contexts, origin: str, site: Site) -> None:
        self._visitor = Visitor(contexts, origin, site)
        self._windows: dict[tuple[str, bool], Window] = {}

    def look(
        self,
        address: str,
        scheme: Scheme = "light",
        width: int = 1280,
        *,
        media: Media = "screen",
        scripts: bool = True,
    ) -> Page:
        """Return the open page, on a screen of this width or on paper. Looking changes nothing."""
        window = self._window(scheme, scripts)
        window.show(address)
        window.arrange(width, media)
        return window.page

    def take(self, address: str, scheme: Scheme = "light") -> Page:
        """Return the page to someone who uses it: nobody has before, and nobody will after."""
        page = self.look(address, scheme)
        self._window(scheme, scripts=True).address = None
        return page

    def trouble(self, address: str, scheme: Scheme) -> list[str]:
        """Return what the browser complained about since it opened the page."""
        window = self._window(scheme, scripts=True)
        window.show(address)
        window.page.wait_for_load_state("networkidle")
        return window.trouble.found

    def _window(self, scheme: Scheme, scripts: bool) -> "Window":
        if (scheme, scripts) not in self._windows:
            self._windows[scheme, scripts] = Window(self._visitor, scheme, scripts)
        return self._windows[scheme, scripts]

    def close(self) -> None:
        """Close everything."""
        self._visitor.close()
        self._windows.clear()


class Window:
    """A window in which one page after the other is opened; `address` is that of the page."""

    def __init__(self, visitor: Visitor, scheme: Scheme, scripts: bool) -> None:
        self._visitor = visitor
        self._scheme: Scheme = scheme
        self._scripts = scripts
        self.page = visitor.blank(new=True, color_scheme=scheme, java_script_enabled=scripts)
        self.trouble = Trouble(self.page, visitor.origin)
        self.address: str | None = None

    def show(self, address: str) -> None:
        """Open a page, unless it is open."""
        if address == self.address:
            return
        self.address = None
        self._set(1280, "screen")
        self.page.goto("about:blank")  # what the last page still asked for is given up before
        self.trouble.found.clear()
        self.page.goto(self._visitor.url(address), wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => true)")
        open_details(self.page)
        lay_out(self.page)
        self._settle()
        self.address = address

    def arrange(self, width: int, media: Media) -> None:
        """Give the page a width and a medium, unless it has them; wait until it is drawn."""
        if self.page.evaluate(ARRANGED) != [width, media == "print", self._scheme == "dark"]:
            self._set(width, media)
            self._settle()

    def _set(self, width: int, media: Media) -> None:
        self.page.emulate_media(media=media, color_scheme=self._scheme)
        self.page.set_viewport_size(size(width))

    def _settle(self) -> None:
        if self._scripts:  # without them no frame is announced, and nothing is set in motion
            settle(self.page)
