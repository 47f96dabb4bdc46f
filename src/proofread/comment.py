"""Reads the comments by which an author tells the checker what a page means.

The list of first words is closed: a comment that starts otherwise fails, so that a slip of the pen
cannot switch a check off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent

BINDING = re.compile(r"\s*=(?!=)(?P<body>.*)", re.DOTALL)
KEYED = re.compile(r"\s*(?P<word>[a-z]+)(?P<name>[ ][\w-]+)?\s*:(?P<body>.*)", re.DOTALL)

#: Words whose meaning belongs to the equations: behind a formula, and anywhere on a page.
ANNOTATIONS = {"at", "with", "tight", "sides", "means"}
DECLARATIONS = {"let", "symbol", "law"}
WORDS = {"python", "needs", "alt", "drawn", "cited", "unchecked", "note", "equation"}
WORDS |= {"convention", "notation"} | ANNOTATIONS | DECLARATIONS


@dataclass(frozen=True)
class Remark:
    """A comment as read: ``=`` or its first word, and the rest."""

    word: str
    body: str


def read_comment(content: str) -> Remark | None:
    """Return what a comment says, or None where its first word is not on the list.

    >>> read_comment(" = p ")
    Remark(word='=', body='p')
    >>> read_comment(" needs: torch ")
    Remark(word='needs', body='torch')
    >>> read_comment(" p = ")
    """
    if binding := BINDING.fullmatch(content):
        return Remark("=", binding["body"].strip())
    keyed = KEYED.fullmatch(content)
    if keyed is None or keyed["word"] not in WORDS:
        return None
    # Code on lines of its own may be indented as a whole, as it is inside a list.
    return Remark(keyed["word"], dedent(keyed["body"]).strip())
