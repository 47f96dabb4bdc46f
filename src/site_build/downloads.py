"""Makes of a notebook the files that a reader takes away, on whose disk no page lies beside them.

A link to a page leads to the site where the site knows its own address. Where it does not, the
words stay and the link goes. Code is never touched.
"""

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias
from urllib.parse import urljoin

Rewrite: TypeAlias = Callable[[str], str]

CELL = re.compile(r"^(?=# %%)", re.MULTILINE)
MARKDOWN = "# %% [markdown]"
LINK = re.compile(
    r"`[^`]*`|!?\[(?P<words>[^\]]*)\]\((?P<path>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)"
)  # or a span of code, in which there is none


def links(addresses: Mapping[str, str], folder: str, site: str | None) -> Rewrite:
    """Return what rewrites Markdown of that folder, with links relative to it, for any place.

    ``addresses`` are those of the files of docs/ on the ``site``, whose own address may not be
    known. What no file of the site answers stays as it is: addresses of other hosts, and what only
    looks like a link.
    """

    def one(match: re.Match[str]) -> str:
        path = match["path"] and posixpath.normpath(posixpath.join(folder, match["path"]))
        if path not in addresses:
            return match[0]
        if not site:
            return match["words"]
        start, end = match.start("path") - match.start(), match.end() - match.start() - 1
        address = urljoin(site, addresses[path]) + (match["anchor"] or "")
        return match[0][:start] + address + match[0][end:]

    return lambda markdown: LINK.sub(one, markdown)


def python_file(text: str, rewrite: Rewrite) -> str:
    r"""Return the text of a notebook with its cells of Markdown rewritten.

    >>> print(python_file("# %% [markdown]\n# a\n\n# %%\na = 1\n", str.upper), end="")
    # %% [MARKDOWN]
    # A
    <BLANKLINE>
    # %%
    a = 1
    """
    cells = CELL.split(text)
    return "".join(rewrite(cell) if cell.startswith(MARKDOWN) else cell for cell in cells)


def jupyter_file(notebook: str, rewrite: Rewrite) -> str:
    """Return a notebook in Jupyter's format with its cells of Markdown rewritten."""
    content = json.loads(notebook)
    for cell in content["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = rewrite("".join(cell["source"])).splitlines(keepends=True)
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
