"""Keeps short formulas, and short brackets of long ones, in one line.

MathJax lets a formula in running text break before any sign, also inside of brackets. There readers
lose the thread: ``(p`` on one line and ``− y)`` on the next.
"""

import re

TOKEN = re.compile(
    r"(?P<place><mjx-break)\b(?P<space>[^>]*> </mjx-break><mjx-mspace)?"
    r"|<mjx-mo\b[^>]*><mjx-c\b[^>]*>(?P<bracket>[()[\]])</mjx-c>"
)
AT_MOST = 2  # places to break; more of them make the bracket too long for a narrow screen


def keep_together(formula: str) -> str:
    """Mark the places at which the style sheet forbids a break."""
    kept: list[int] = []
    count = 0
    inside: list[list[int]] = []  # of each open bracket, the places in it
    for token in TOKEN.finditer(formula):
        if token["space"]:  # between two factors
            kept.append(token.end("place"))
        elif token["place"]:
            count += 1
            last = token.end("place")
            for places in inside:
                places.append(last)
        elif token["bracket"] in "([":
            inside.append([])
        elif inside and len(places := inside.pop()) <= AT_MOST:
            kept += places
    if count == 1:  # such as `p > y`
        kept.append(last)
    for end in sorted(set(kept), reverse=True):
        formula = f'{formula[:end]} class="kept"{formula[end:]}'
    return formula
