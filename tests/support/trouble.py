"""What the browser complains about while a page is open."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page

from tests.support.browser import NOWHERE


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
