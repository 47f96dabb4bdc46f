"""The plain edition of the site: each page says what its HTML says, and each link leads on."""

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import Tag

from proofread.site import Proof
from site_build.plain.edition import Edition, Entry
from tests.support.built_site import NOT_FOUND, Site, built_site
from tests.support.plain_edition import differences, targets

WHOLE = "llms-full.txt"
LIMIT = 1_000_000  # bytes that programs can still be expected to take at once


@pytest.fixture(scope="module")
def site() -> Site:
    return built_site()


def pages(site: Site) -> dict[str, str]:
    """The pages of the plain edition by the addresses of their HTML."""
    addresses = [address for address in site.addresses if address != NOT_FOUND]
    return {each: Path(f"{site.file(each)}.md").read_text("utf-8") for each in addresses}


def article(site: Site, address: str) -> Tag:
    found = site.soup(address).find("article")
    assert isinstance(found, Tag)
    return found


def address_of(site: Site) -> str:
    """Return the site's own address, or nothing where it does not know it."""
    own = site.soup("").select_one("link[rel=canonical]")
    return str(own["href"]) if own else ""


def broken(site: Site, file: str, text: str) -> list[str]:
    """Return the links of a file that lead to nothing on the site."""
    base = address_of(site) or "https://site.invalid/"
    found = []
    for target in targets(text):
        address = urlsplit(urljoin(urljoin(base, file), target))
        if not address.geturl().startswith(base):
            continue
        there = address._replace(fragment="").geturl()[len(base) :]
        if not exists(site, file if target.startswith("#") else there, address.fragment):
            found.append(target)
    return found


def exists(site: Site, file: str, anchor: str) -> bool:
    """Say whether a file is there, and the anchor in the HTML that it repeats, if there is one."""
    if not Path(site.folder, file).is_file():
        return False
    one = [file.removesuffix("index.html.md")]
    repeated = list(pages(site)) if file == WHOLE else one
    return not anchor or any(site.soup(each).find(id=anchor) for each in repeated)


def test_each_page_says_what_its_html_says(site: Site) -> None:
    found = {
        address: list(differences(article(site, address), text))
        for address, text in pages(site).items()
    }
    assert not {address: problems for address, problems in found.items() if problems}


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [
        ("worked-example/", "about 33%", "about 34%"),
        ("worked-example/", r"\approx 0.331812227832", r"\approx 0.331812227833"),
        ("worked-example/", "w_1 x_1", "w_2 x_1"),
        ("real-data/", "step 0: mean loss", "step 1: mean loss"),
        ("api/gradient/", "[-2.0045633165,", "[2.0045633165,"),
        ("why-sigmoid/", "Equation (1)", "Equation (2)"),
        ("", "One student runs", "<!-- = p -->One student runs"),
        ("", "One student runs", "{{ page }} One student runs"),
        ("", "## The derivation", '??? note "The derivation"'),
        ("", "## The derivation", '<div class="a">'),
    ],
)
def test_a_page_that_says_something_else_is_noticed(
    site: Site, address: str, old: str, new: str
) -> None:
    text = pages(site)[address]
    assert old in text
    assert list(differences(article(site, address), text.replace(old, new, 1)))


def test_every_link_leads_somewhere(site: Site) -> None:
    files = {f"{address}index.html.md": text for address, text in pages(site).items()}
    for name in ("llms.txt", WHOLE):
        files[name] = Path(site.folder, name).read_text("utf-8")
    assert sum(len(targets(text)) for text in files.values()) > len(files)
    found = {name: broken(site, name, text) for name, text in files.items()}
    assert not {name: links for name, links in found.items() if links}
    assert broken(site, "rules/index.html.md", "[a](none.md)") == ["none.md"]
    assert broken(site, "rules/index.html.md", "[a](#none)") == ["#none"]


def test_each_page_names_its_plain_one(site: Site) -> None:
    for address in pages(site):
        link = site.soup(address).select_one("head link[rel=alternate][type='text/markdown']")
        assert link is not None, address
        assert link["href"] == "index.html.md"


def test_the_index_lists_every_page_in_reading_order(site: Site) -> None:
    text = Path(site.folder, "llms.txt").read_text("utf-8")
    listed = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): \S.*\.$", text, re.MULTILINE)
    assert len(listed) == text.count("\n- ")
    assert all(each.startswith(address_of(site)) for each in listed)
    places = [each.removeprefix(address_of(site)) for each in listed]
    assert sorted(places) == sorted(f"{address}index.html.md" for address in pages(site))
    links = [str(link["href"]) for link in site.soup("").select(".md-nav--primary a[href]")]
    paths = [place.removesuffix("index.html.md") or "." for place in places]
    assert [link for link in dict.fromkeys(links) if link in paths] == paths


def test_all_pages_in_one_file(site: Site) -> None:
    whole = Path(site.folder, WHOLE).read_bytes()
    assert len(whole) < LIMIT
    headings = re.findall(r"^# .+$", whole.decode(), re.MULTILINE)
    for text in pages(site).values():
        title = text.partition("\n")[0]
        assert title.startswith("# ")
        assert title in headings


def test_what_has_changed_since_the_build_before_is_written_anew(tmp_path: Path) -> None:
    def written(source: str, other: str) -> str:
        (tmp_path / "docs" / "a.md").write_text(source, "utf-8")
        places = {"a.md": "a.md", "b.md": other}
        sections = {"Start": [Entry("A", "a.md", "")]}
        Edition("Site", "About", "", sections, places).write(Proof(tmp_path), tmp_path)
        return (tmp_path / "a.md").read_text("utf-8")

    (tmp_path / "docs").mkdir()
    assert written("# A\n\nOne [page](b.md).\n", "b.md") == "# A\n\nOne [page](b.md).\n"
    assert written("# A\n\nTwo [page](b.md).\n", "b.md") == "# A\n\nTwo [page](b.md).\n"
    assert written("# A\n\nTwo [page](b.md).\n", "b/c.md") == "# A\n\nTwo [page](b/c.md).\n"
