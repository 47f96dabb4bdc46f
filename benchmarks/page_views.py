"""What readers of a site load and wait for: views of its pages with Lighthouse, their medians."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO, Any

from site_build import node
from site_build.editions import chromium

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "scripts"))

import javascript  # noqa: E402 (of the scripts' folder)

PRESETS = ("mobile", "desktop")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LCP, CLS, TBT = "largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time"

Results = dict[str, Any]


@dataclass
class Visits:
    """The process that visits pages, one after another."""

    stdin: IO[str]
    stdout: IO[str]

    def ask(self, **task: object) -> Results:
        """Return what one visit found; raise RuntimeError where the browser could not make it."""
        self.stdin.write(json.dumps(task) + "\n")
        self.stdin.flush()
        line = self.stdout.readline()
        if not line:
            raise RuntimeError(f"The browser ended at {task}")
        answer: Results = json.loads(line)
        return answer


@contextmanager
def visits() -> Iterator[Visits]:
    """Start a browser with Lighthouse; install Lighthouse first, where it is missing."""
    if not javascript.prepare(Path(sys.executable), HERE):
        raise RuntimeError("Lighthouse could not be installed; the network is needed once")
    with subprocess.Popen(  # noqa: S603 (our own script, no shell)
        [node.executable(), HERE / "page_visits.mjs"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "CHROME_PATH": _browser()},
    ) as process:
        assert process.stdin is not None  # noqa: S101 (both are pipes, see above)
        assert process.stdout is not None  # noqa: S101
        try:
            yield Visits(process.stdin, process.stdout)
        finally:
            process.stdin.close()
            process.wait(30)


def pages_of(site: Path) -> list[str]:
    """Return the addresses of a site's pages, relative to its home page, which is the first."""
    found = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return sorted("" if address == "." else f"{address}/" for address in found)


def measure(base: str, pages: Sequence[str], runs: int) -> Iterator[Results]:
    """Yield the medians of each page: both presets, and the visit from another page."""
    with visits() as browser:
        for page in pages:
            result: Results = {"page": page}
            for preset in PRESETS:
                views = []
                for run in range(runs):
                    # Only performance differs from one run to the next.
                    categories = CATEGORIES[: 1 if run else None]
                    task = {"url": base + page, "preset": preset, "categories": categories}
                    views.append(browser.ask(**task))
                result[preset] = medians(views)
            origin = base if page else base + pages_after_home(pages)
            result["next"] = browser.ask(url=base + page, **{"from": origin})
            yield result


def pages_after_home(pages: Sequence[str]) -> str:
    """Return the page from which a reader comes home: the first of the others, if there are any."""
    return next((page for page in pages if page), "")


def medians(views: Sequence[Mapping[str, Any]]) -> Results:
    """Return the median of each score and metric; what only the first view has stays as it is."""
    first = views[0]
    numbers = ("requests", "bytes")
    return {
        **{
            group: {name: _median(view[group].get(name) for view in views) for name in first[group]}
            for group in ("scores", "metrics")
        },
        **{name: median(view[name] for view in views) for name in numbers},
        "failed": first["failed"],
    }


def _median(values: Iterator[float | None]) -> float:
    return median(value for value in values if value is not None)


def _browser() -> str:
    found = os.environ.get("CHROME_PATH") or chromium.executable()
    if not found:
        raise RuntimeError("No Chromium was found; CHROME_PATH can say where it is")
    return found
