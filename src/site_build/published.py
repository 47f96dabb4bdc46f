"""Which files of docs/ are published beside the pages: a closed list, none of which says anything.

Whatever says something to a reader belongs on a page or in a figure, where it is judged.
"""

import re
from collections.abc import Iterable, Iterator

from mkdocs.structure.files import File, InclusionLevel

from proofread.traces import suspicious

#: Style, scripts and marks, fonts in folders of their own, and the licences of these.
LISTED = re.compile(r"assets/[^/]+\.(?:css|mjs|svg)|assets/fonts/.+\.woff2|assets/fonts/.+/LICENSE")
WRITES = re.compile(r"<(?:text|tspan|foreignObject|script|style|image|use|title|desc)\b")
CONTENT = re.compile(r"\bcontent\s*:\s*(\"[^\"]*\"|'[^']*'|[^;}]*)")


def refused(files: Iterable[File], folder: str) -> Iterator[str]:
    """Yield what is wrong with each file of a folder that is neither a page nor on the list."""
    for file in files:
        own = file.src_dir == folder and file.inclusion is not InclusionLevel.EXCLUDED
        if not own or file.is_documentation_page():
            continue
        path = file.src_uri
        if LISTED.fullmatch(path) is None:
            yield f"{path}: neither a page nor of a kind that is published"
        elif path.endswith(".svg") and WRITES.search(file.content_string):
            yield f"{path}: a picture with text; draw a figure, whose labels are judged"
        elif path.endswith(".css"):
            for text in CONTENT.findall(file.content_string):
                if suspicious(re.sub(r"counters?\(.*?\)|\\[0-9a-fA-F]+", "8", text)):
                    yield f"{path}: content {text} writes a number or a sign"
