"""Each named result is listed, leads to its formula, and has a number that everyone gets."""

import posixpath

import bs4

from tests.support.browser import Visitor
from tests.support.built_site import Site
from tests.support.open_page import press

RESULTS = "results/"


def rows(site: Site) -> list[bs4.Tag]:
    return site.soup(RESULTS).select(".results tbody tr")


def tex(part: bs4.Tag) -> str:
    formula = part.select_one(".arithmatex")
    assert formula is not None
    return " ".join(str(formula["data-tex"]).split())


def test_each_entry_leads_to_its_formula_and_number(site: Site) -> None:
    found = rows(site)
    assert len(found) >= 25
    for row in found:
        for link in row.select("a"):
            page, _, anchor = str(link["href"]).partition("#")
            frame = site.soup(posixpath.normpath(f"{RESULTS}{page}") + "/").find(id=anchor)
            assert isinstance(frame, bs4.Tag), link["href"]
            number = frame.select_one("a.equation-number")
            assert number is not None
            assert tex(frame) == tex(row)
            assert number.get_text().endswith(f" {row.select('a')[0].get_text()}")


def test_the_numbers_count_up_through_the_site(site: Site) -> None:
    numbers = [row.select("a")[0].get_text() for row in rows(site)]
    assert numbers == [f"({number})" for number in range(1, len(numbers) + 1)]
    shown = [
        link for address in site.addresses for link in site.soup(address).select(".equation-number")
    ]
    assert len(shown) == len(numbers)


def test_a_number_is_a_link_with_a_name_and_a_place_of_its_own(visitor: Visitor) -> None:
    page = visitor.open("one-weight/", viewport={"width": 360, "height": 800})
    number = page.get_by_role("link", name="Equation: The gradient of one weight (15)")
    formula = page.locator("#eq-gradient-of-one-weight .arithmatex")
    box, beside = number.bounding_box(), formula.bounding_box()
    assert box is not None
    assert beside is not None
    assert box["x"] >= beside["x"] + beside["width"]
    assert box["x"] + box["width"] <= 360
    press(number)
    assert page.url.endswith("#eq-gradient-of-one-weight")
