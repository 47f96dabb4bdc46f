"""A web server for the built site, on this machine alone."""

import posixpath
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.support.built_site import NOT_FOUND, Site

# GitHub Pages serves the site of a project below the project's name.
SUBPATH = "/logistic-gradient/"


class Handler(SimpleHTTPRequestHandler):
    """Serves the site below SUBPATH and below its own base, with the error page for the rest."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 (as in the base class)
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
    }

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        self.site = site
        super().__init__(*args, directory=str(site.folder), **kwargs)

    def translate_path(self, path: str) -> str:
        for prefix in sorted({SUBPATH, self.site.base}, key=len, reverse=True):
            if path.startswith(prefix):
                return super().translate_path("/" + path.removeprefix(prefix))
        return posixpath.join(str(self.site.folder), "no-such-file")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = self.site.file(NOT_FOUND).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (as in the base class)
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """The server itself; a browser that hangs up is no event."""

    daemon_threads = True
    request_queue_size = 64  # a page asks for many files at once, and waits long for one refused

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(site: Site) -> Iterator[str]:
    """Serve the site; yield the origin, such as http://127.0.0.1:8000."""
    with Server(("127.0.0.1", 0), partial(Handler, site=site)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
