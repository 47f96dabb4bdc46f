"""Which files of docs/ are published beside the pages: a closed list, none of which says anything.

Whatever says something to a reader belongs on a page or in a figure, where it is judged.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from proofread.traces import suspicious
from site_build.script_texts import odd_strings
from site_build.third_party import packages

#: Style, scripts and marks, fonts in folders of their own, and the licences of these; widgets.
LISTED = re.compile(
    r"assets/[^/]+\.(?:css|mjs|svg)|assets/fonts/.+\.woff2|assets/fonts/.+/LICENSE"
    r"|widgets/(?:[a-z-]+/)?[a-z0-9-]+\.mjs|widgets/[a-z-]+\.css"
)
#: Where other projects' scripts lie, each of which third_party.toml has to list.
VENDORED = "widgets/vendor/"
#: The scripts by which all others write and read numbers, signs and all.
NUMBERS = {"widgets/kit/format.mjs", "widgets/kit/parse.mjs"}
WRITES = re.compile(r"<(?:text|tspan|foreignObject|script|style|image|use|title|desc)\b")
CONTENT = re.compile(r"\bcontent\s*:\s*(\"[^\"]*\"|'[^']*'|[^;}]*)")


@lru_cache(maxsize=256)  # where the site is served, most files are as they were
def _odd(script: str) -> tuple[str, ...]:
    return tuple(odd_strings(script))


def refused(paths: Iterable[str], folder: Path) -> Iterator[str]:
    """Yield what is wrong with each of these files below docs/, none of which is a page."""
    vendored = {path.resolve() for package in packages() for path in package.paths.values()}
    for path in paths:
        file = folder / path
        if path.startswith(VENDORED):
            if file.resolve() not in vendored:
                yield f"{path}: third_party.toml does not list it"
        elif LISTED.fullmatch(path) is None:
            yield f"{path}: neither a page nor of a kind that is published"
        elif path.endswith(".svg") and WRITES.search(file.read_text("utf-8")):
            yield f"{path}: a picture with text; draw a figure, whose labels are judged"
        elif path.endswith(".css"):
            for text in CONTENT.findall(file.read_text("utf-8")):
                if suspicious(re.sub(r"counters?\(.*?\)|\\[0-9a-fA-F]+", "8", text)):
                    yield f"{path}: content {text} writes a number or a sign"
        elif path.endswith(".mjs") and path not in NUMBERS:
            for text in _odd(file.read_text("utf-8")):
                yield f"{path}: {text!r} could show a number or a sign that nobody computed"
