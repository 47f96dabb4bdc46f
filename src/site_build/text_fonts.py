"""Publishes the fonts of the text with the characters that the site shows: half of their size.

The slanted font is cut down to the one weight that the style sheet asks for, which halves it again.
What was cut for an earlier build is kept, for the same font and the same characters.
"""

import hashlib
import string
from functools import lru_cache
from pathlib import Path

from site_build.glyphs import cut

SHOWN = (".html", ".mjs", ".json")
SLANTED = ("italic", 400)  # in the name of its file, and its weight
ALWAYS = frozenset(string.printable.strip() + " ")  # what readers type


@lru_cache(maxsize=512)  # where the site is served, most pages are as they were
def _characters(text: str) -> frozenset[str]:
    return frozenset(text)


def publish(site: Path, memory: Path) -> None:
    """Cut the fonts of a built site down to the characters of its pages, widgets and notations."""
    files = [path for path in site.rglob("*") if path.suffix in SHOWN]
    shown = ALWAYS.union(*(_characters(path.read_text("utf-8")) for path in files))
    characters = "".join(sorted(shown))
    encoded = characters.encode()
    memory.mkdir(parents=True, exist_ok=True)
    used = set()
    for font in sorted(site.glob("assets/fonts/**/*.woff2")):
        weight = SLANTED[1] if SLANTED[0] in font.stem else None
        digest = hashlib.sha256(font.read_bytes() + encoded + str(weight).encode()).hexdigest()
        kept = memory / f"{digest}.woff2"
        if not kept.exists():
            new = kept.with_suffix(".new")
            new.write_bytes(cut(font, characters, weight))
            new.replace(kept)
        font.write_bytes(kept.read_bytes())
        used.add(kept)
    for old in set(memory.iterdir()) - used:
        old.unlink(missing_ok=True)
