"""Cuts a font down to the glyphs that the site uses.

MathJax's main font weighs 94 KB; a site uses a few dozen of its glyphs, which weigh 8 KB. So few
bytes can travel inside the style sheet: the mathematics is painted with the first text, and the
browser makes no request for a font.
"""

import base64
import logging
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.varLib import instancer

# MathJax's fonts carry a table of language tags that no browser reads; dropping it is no news.
logging.getLogger("fontTools.subset").setLevel(logging.ERROR)


@cache
def data_address(font: Path, characters: frozenset[str]) -> str:
    """Return a `data:` address of the font with the glyphs of these characters alone."""
    return f"data:font/woff2;base64,{base64.b64encode(cut(font, characters)).decode()}"


def cut(font: Path, characters: Iterable[str], weight: int | None = None) -> bytes:
    """Return the font with the glyphs of these characters alone, in one weight if that is given.

    A font that has none of them stays whole: MathJax sets its spaces and line breaks with such.
    """
    options = subset.Options(flavor="woff2", hinting=False)
    opened = subset.load_font(str(font), options)
    subsetter = subset.Subsetter(options)
    own = opened.getBestCmap().keys()
    subsetter.populate(unicodes=own & {ord(character) for character in characters} or own)
    subsetter.subset(opened)
    if weight is not None:
        instancer.instantiateVariableFont(opened, {"wght": weight}, inplace=True)
    file = BytesIO()
    subset.save_font(opened, file, options)
    opened.close()
    return file.getvalue()
