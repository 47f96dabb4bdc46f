"""What a search engine or a shared link shows of a page: its own title and description."""

from collections import Counter

from tests.support.built_site import NOT_FOUND, Site


def said(site: Site, address: str, name: str) -> str:
    tag = site.soup(address).select_one(f'meta[name="{name}"], meta[property="{name}"]')
    return str(tag["content"]) if tag is not None else ""


def test_a_page_says_what_it_is_about(site: Site, address: str) -> None:
    if address == NOT_FOUND:
        return
    description = said(site, address, "description")
    assert 80 <= len(description) <= 220
    assert said(site, address, "og:description") == description
    title = site.soup(address).select_one("title")
    assert title is not None
    assert title.get_text().startswith(f"{said(site, address, 'og:title')} – ")
    assert said(site, address, "og:site_name") == "The Logistic Gradient"
    assert said(site, address, "og:type") == "article"
    assert said(site, address, "twitter:card") == "summary"


def test_no_two_pages_describe_themselves_alike(site: Site) -> None:
    for name in ("description", "og:title"):
        counts = Counter(
            said(site, address, name) for address in site.addresses if address != NOT_FOUND
        )
        assert counts.most_common(1)[0][1] == 1, counts.most_common(1)
