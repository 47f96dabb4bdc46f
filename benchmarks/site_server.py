"""Serves a built site on this machine as a host such as GitHub Pages does: compressed, cached."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
TEXTS = ("text/", "image/svg", "application/json", "application/wasm", "application/xml")
FRESH = "max-age=600"  # what GitHub Pages answers; a reader's next pages come within ten minutes


@contextmanager
def serving(site: Path, port: int = 0) -> Iterator[str]:
    """Serve the folder; yield the address of its home page, such as http://127.0.0.1:8000/."""

    @cache
    def packed(path: Path) -> bytes:
        return gzip.compress(path.read_bytes(), 6, mtime=0)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = site / unquote(urlsplit(self.path).path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            status = HTTPStatus.OK if path.is_file() else HTTPStatus.NOT_FOUND
            if status == HTTPStatus.NOT_FOUND:
                path = site / "404.html"
            kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or ""
            packs = kind.startswith(TEXTS)
            body = packed(path) if packs else path.read_bytes()
            self.send_response(status)
            charset = "; charset=utf-8" if kind.startswith("text/") else ""
            self.send_header("Content-Type", kind + charset)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", FRESH)
            if packs:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (as in the base class)
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of a browser that hangs up."""

    with Server(("127.0.0.1", port), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
