"""Gives each HTML page its content security policy, as strict as what the page holds allows.

A script runs if it is a file of the site, or if it stood in the page when the site was built: the
policy names the SHA-256 of each. So whatever gets into a page later, by whatever mistake, is text.
"""

import base64
import hashlib
import re

from site_build.runnable import MARK

CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
SCRIPT = re.compile(
    r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE
)
LOADS = re.compile(r"<(?:script|style|link)\b", re.IGNORECASE)
SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
DATA = re.compile(r"\stype\s*=\s*\"?application/(?:ld\+)?json\b", re.IGNORECASE)

# A page opened from a disk is of no origin: there 'self' matches its files in Chromium, but neither
# in Firefox nor by the standard. A page from the web may load no such file, whatever a policy says.
OWN = ("'self'", "file:")
# `mkdocs serve` writes the script that reloads a page into each answer, and no two are the same.
RELOADING = "'unsafe-inline'"
# What MicroPython needs where a worker inherits the policy of its page. It lets in no JavaScript.
COMPILING = "'wasm-unsafe-eval'"


def with_policy(page: str, *, reloading: bool = False) -> str:
    """Return an HTML page with its policy, which stands before all that the page loads or runs.

    With ``reloading`` it lets in the inline script by which ``mkdocs serve`` reloads the page, and
    with it any other.

    Raises:
        ValueError: the page does not begin with its character set, or it has a policy already.

    """
    charset = CHARSET.search(page)
    if charset is None or LOADS.search(page, 0, charset.start()):
        raise ValueError('a page has to begin with <meta charset="utf-8">')
    if "http-equiv=" in page[: page.find("</head>")]:
        raise ValueError("a page may have no http-equiv of its own")
    content = policy(page, reloading=reloading)
    meta = f'\n      <meta http-equiv="Content-Security-Policy" content="{content}">'
    return page[: charset.end()] + meta + page[charset.end() :]


def policy(page: str, *, reloading: bool = False) -> str:
    """Return the policy of an HTML page."""
    inline = [RELOADING] if reloading else [f"'{name}'" for name in hashes(page)]
    compiling = [COMPILING] if MARK in page else []
    directives = {
        "default-src": ["'none'"],
        "script-src": [*OWN, *inline, *compiling],
        "style-src": OWN,
        "style-src-attr": ["'unsafe-inline'"],  # MathJax sizes its boxes with it
        "font-src": [*OWN, "data:"],  # the fonts of formulas are in their style sheet
        "img-src": [*OWN, "data:"],  # the theme's style sheet holds its icons
        "connect-src": ["'self'"],  # the search index, formulas in another notation
        "worker-src": ["'self'"],  # the search, Python in the page
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def hashes(page: str) -> list[str]:
    """Return the hash of each script that stands in an HTML page, each once, in order.

    >>> hashes('<script>a()</script> <script src="b.js"></script>')
    ['sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=']
    """
    texts = [
        match["text"]
        for match in SCRIPT.finditer(page)
        if not (SOURCE.search(match["attributes"]) or DATA.search(match["attributes"]))
    ]
    return list(dict.fromkeys(map(_hash, texts)))


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
