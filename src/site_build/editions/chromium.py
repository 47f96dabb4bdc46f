"""Finds and runs a Chromium, or one of its kin, that the machine has. It reaches no other host."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",  # there is none, and to imitate one takes more time than to draw without
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # What asks for another host gets an error, and that is seen.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def executable() -> str | None:
    """Find the browser, by its usual names and in its usual places."""
    found = (shutil.which(name) for name in NAMES)
    installed = (place for place in PLACES if Path(place).is_file())
    return next(filter(None, (*found, *installed)), None)


@contextmanager
def running(path: str) -> Iterator[Browser]:
    """Run a browser without a window."""
    root = sys.platform != "win32" and os.geteuid() == 0
    flags = [*FLAGS, "--no-sandbox"] if root else list(FLAGS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()
