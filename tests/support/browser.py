"""A Chromium that the machine has, and the pages that it opens for those who use them."""

import itertools
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.support.built_site import NOT_FOUND, Site
from tests.support.open_page import NOTE_SCRIPTS, PATIENCE, arrive
from tests.support.server import SUBPATH

NOWHERE = "no/such/page/"

# What a page can be given of a context's options, and what needs to be one with the viewport.
LOOKS = {"color_scheme", "reduced_motion"}
DEVICE = {"has_touch", "is_mobile"}


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
        context.add_init_script(NOTE_SCRIPTS)
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
        arrive(page, self.url(address))
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
