"""Judges the map of the site: it lists the pages, each with the day of the build, and no more."""

import re
from collections.abc import Iterable, Iterator

TEXT = re.compile(r">\s*([^<>]*[^<>\s])\s*<")


def odd_texts(sitemap: str, site: str | None, pages: Iterable[str], today: str) -> Iterator[str]:
    """Yield what is neither the address of a page nor today, and the pages that are not there.

    ``pages`` are addresses within the ``site``. Where its own address is not known, the map is
    empty.
    """
    addresses = {f"{(site or '').rstrip('/')}/{page}" for page in pages}
    shown = TEXT.findall(sitemap)
    yield from (f"{text!r} is neither a page nor today" for text in shown
                if text not in addresses | {today})  # fmt: skip
    if site:
        yield from (f"{address!r} is missing" for address in sorted(addresses - set(shown)))
