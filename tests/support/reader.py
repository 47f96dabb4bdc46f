"""A reader who looks at pages and changes nothing, so that all tests share what is open."""

from typing import Literal

from playwright.sync_api import Page

from tests.support.browser import Contexts, Visitor, size
from tests.support.built_site import Site
from tests.support.open_page import arrive, lay_out, open_details, settle
from tests.support.trouble import Trouble

Scheme = Literal["light", "dark"]
Media = Literal["screen", "print"]

# What a page sees of its surroundings.
ARRANGED = """() => [
    innerWidth,
    matchMedia("print").matches,
    matchMedia("(prefers-color-scheme: dark)").matches,
]"""


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
        arrive(self.page, self._visitor.url(address))
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
