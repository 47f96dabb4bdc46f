"""Publishes the fonts of the text with the characters that the site shows: half of their weight.

What was cut for an earlier build is kept, for the same font and the same characters.
"""

import hashlib
import string
from pathlib import Path

from site_build.glyphs import cut

SHOWN = (".html", ".mjs", ".json")
ALWAYS = frozenset(string.printable.strip() + " ")  # what readers type


def publish(site: Path, memory: Path) -> None:
    """Cut the fonts of a built site down to the characters of its pages, widgets and notations."""
    files = [path for path in site.rglob("*") if path.suffix in SHOWN]
    shown = ALWAYS.union(*(path.read_text("utf-8") for path in files))
    characters = "".join(sorted(shown))
    encoded = characters.encode()
    memory.mkdir(parents=True, exist_ok=True)
    used = set()
    for font in sorted(site.glob("assets/fonts/**/*.woff2")):
        digest = hashlib.sha256(font.read_bytes() + encoded).hexdigest()
        kept = memory / f"{digest}.woff2"
        if not kept.exists():
            new = kept.with_suffix(".new")
            new.write_bytes(cut(font, characters))
            new.replace(kept)
        font.write_bytes(kept.read_bytes())
        used.add(kept)
    for old in set(memory.iterdir()) - used:
        old.unlink(missing_ok=True)
