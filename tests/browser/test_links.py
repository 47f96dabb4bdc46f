"""Each link leads somewhere: to a file of the site, and in it to the place that it names."""

from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.support.built_site import NOT_FOUND, Site

HERE = "http://site.invalid"
NAMING = ("href", "src", "data-file", "poster")  # attributes that hold an address
ROLES = ("aria-controls", "aria-describedby", "aria-labelledby", "for")  # ... and ids of this page


def targets(site: Site, address: str) -> list[tuple[str, str]]:
    """Return the path and the fragment of each address on a page that lies within the site."""
    base = HERE + site.base
    here = base if address == NOT_FOUND else urljoin(base, address)
    written = (
        str(tag[name]) for tag in site.soup(address)(True) for name in NAMING if tag.has_attr(name)
    )
    parts = [urlsplit(urljoin(here, each)) for each in written]
    return [
        (unquote(part.path), unquote(part.fragment))
        for part in parts
        if f"{part.scheme}://{part.netloc}" == HERE
    ]


def file_at(site: Site, path: str) -> Path | None:
    """Return what a web server sends for a path: a file, and for a folder its page."""
    if not path.startswith(site.base):
        return None
    file = site.folder / path.removeprefix(site.base)
    return file / "index.html" if path.endswith("/") else file


@cache
def ids(site: Site, address: str) -> Counter[str]:
    return Counter(str(tag["id"]) for tag in site.soup(address)(id=True))


def test_each_link_within_the_site_leads_to_a_file_and_a_place(site: Site, address: str) -> None:
    found = targets(site, address)
    assert len(found) > 20
    broken = []
    for path, fragment in set(found):
        file = file_at(site, path)
        if file is None or not file.is_file():
            broken.append(path)
        elif fragment and file.suffix == ".html":
            page = file.relative_to(site.folder).as_posix().removesuffix("index.html")
            if fragment not in ids(site, page):
                broken.append(f"{path}#{fragment}")
    assert broken == []


def test_no_place_has_the_name_of_another(site: Site, address: str) -> None:
    assert [name for name, count in ids(site, address).items() if count > 1] == []


def test_what_refers_to_a_part_of_the_page_finds_it(site: Site, address: str) -> None:
    known = ids(site, address)
    lost = [
        f"{role}={name}"
        for tag in site.soup(address)(True)
        for role in ROLES
        if tag.has_attr(role)
        for name in str(tag[role]).split()
        if name not in known
    ]
    assert lost == []


def test_other_sites_are_linked_to_safely(site: Site, address: str) -> None:
    """Encrypted, and never in a window that could steer this one."""
    outside = [
        tag for tag in site.soup(address)("a", href=True) if urlsplit(str(tag["href"])).netloc
    ]
    assert [str(tag) for tag in outside if urlsplit(str(tag["href"])).scheme != "https"] == []
    assert [str(tag) for tag in site.soup(address)("a", target=True)] == []
