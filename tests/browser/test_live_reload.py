"""An author who serves the site sees each edit, though every page has its policy."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import expect

from tests.support.browser import Visitor
from tests.support.small_site import prepare


@contextmanager
def served(project: Path) -> Iterator[str]:
    """Serve a project as scripts/serve.py does; yield its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-P", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command,
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as server:
        try:
            yield address_in(server)
        finally:
            server.terminate()


def address_in(server: "subprocess.Popen[str]") -> str:
    """Read where the server says that it listens."""
    assert server.stdout is not None
    said = ""
    for line in server.stdout:
        said += line
        if found := re.search(r"Serving on (http://\S+)", line):
            return found[1]
    raise AssertionError(said)


def test_an_edit_shows_without_a_reload_by_hand(visitor: Visitor, tmp_path: Path) -> None:
    prepare(tmp_path, "# Before\n")
    with served(tmp_path) as address:
        page = visitor.blank()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{address}sub/page/", wait_until="load")
        expect(page.locator("h1")).to_contain_text("Before")
        (tmp_path / "docs" / "sub" / "page.md").write_text("# After\n", "utf-8")
        expect(page.locator("h1")).to_contain_text("After", timeout=30_000)
    assert "Enabled live reload" in said
    assert [text for text in said if "Content Security Policy" in text] == []
