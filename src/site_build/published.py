"""Which files of docs/ are published beside the pages: a closed list, none of which says anything.

Whatever says something to a reader belongs on a page or in a figure, where it is judged.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.structure.files import File, InclusionLevel

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


def refused(files: Iterable[File], folder: str) -> Iterator[str]:
    """Yield what is wrong with each file of a folder that is neither a page nor on the list."""
    vendored = {path.resolve() for package in packages() for path in package.paths.values()}
    for file in files:
        own = file.src_dir == folder and file.inclusion is not InclusionLevel.EXCLUDED
        if not own or file.is_documentation_page():
            continue
        path = file.src_uri
        if path.startswith(VENDORED):
            if Path(file.abs_src_path or "").resolve() not in vendored:
                yield f"{path}: third_party.toml does not list it"
        elif LISTED.fullmatch(path) is None:
            yield f"{path}: neither a page nor of a kind that is published"
        elif path.endswith(".svg") and WRITES.search(file.content_string):
            yield f"{path}: a picture with text; draw a figure, whose labels are judged"
        elif path.endswith(".css"):
            for text in CONTENT.findall(file.content_string):
                if suspicious(re.sub(r"counters?\(.*?\)|\\[0-9a-fA-F]+", "8", text)):
                    yield f"{path}: content {text} writes a number or a sign"
        elif path.endswith(".mjs") and path not in NUMBERS:
            for text in odd_strings(file.content_string):
                yield f"{path}: {text!r} could show a number or a sign that nobody computed"
