"""Pages become chapters of one document: no id twice, and each link still leads where it led."""

from pathlib import Path

import pytest

from site_build.editions.chapters import Chapter, ChapterError, chapters

MENU = """<nav class="md-nav md-nav--primary"><ul>
<li><a class="md-nav__link" href="{up}.">Home</a>
  <nav class="md-nav md-nav--secondary"><a class="md-nav__link" href="#a">A section</a></nav></li>
<li><label>Derivation</label><nav class="md-nav"><label class="md-nav__title">Derivation</label>
  <a class="md-nav__link" href="{up}one/">One weight</a></nav></li></ul></nav>"""
HOME = """<h1 id="a">Home<a class="headerlink" href="#a">&para;</a></h1>
<a id="in" href="#a">in</a> <a id="on" href="one/#a">on</a> <a id="to" href="one/">to</a>
<a id="out" href="https://example.org/">out</a> <a id="file" href="data.csv">the data</a>"""
ONE = """<h1 id="a">One</h1><a id="up" href="..">up</a>
<svg aria-labelledby="t a"><defs><g id="g"></g></defs><title id="t">T</title>
<use href="#g"></use><path id="p" clip-path="url(#g)"/></svg>
<details><summary>Q</summary>A</details><script>1</script>
<span class="arithmatex" data-tex="x_1"><mjx-container><mjx-math></mjx-math>
<mjx-assistive-mml>x</mjx-assistive-mml></mjx-container></span>"""


def site(folder: Path, head: str = "", home: str = HOME, one: str = ONE) -> Path:
    """Write a site of two pages."""
    for place, up, text in ((folder, "", home), (folder / "one", "../", one)):
        place.mkdir(exist_ok=True)
        page = f"<head>{head}</head>{MENU.format(up=up)}<article>{text}</article>"
        (place / "index.html").write_text(page, "utf-8")
    return folder


def links(chapter: Chapter) -> dict[str, str]:
    return {str(a["id"]).split("--")[1]: str(a["href"]) for a in chapter.article.select("a[href]")}


def test_the_order_is_that_of_the_navigation(tmp_path: Path) -> None:
    found = [(each.part, each.title, each.name) for each in chapters(site(tmp_path))]
    assert found == [("", "Home", "home"), ("Derivation", "One weight", "one")]


def test_links_lead_to_their_places_in_the_document(tmp_path: Path) -> None:
    home, one = chapters(site(tmp_path))
    assert links(home) == {
        "in": "#home--a",
        "on": "#one--a",
        "to": "#one",
        "out": "https://example.org/",
    }
    assert links(one) == {"up": "#home"}
    assert "the data" in home.article.get_text()


def test_files_are_on_the_site_where_it_says_its_address(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://example.org/gradient/">'
    home, _ = chapters(site(tmp_path, head))
    assert links(home)["file"] == "https://example.org/gradient/data.csv"
    assert links(home)["in"] == "#home--a"


def test_what_refers_to_an_id_goes_with_it(tmp_path: Path) -> None:
    _, one = chapters(site(tmp_path))
    svg = one.article.select_one("svg")
    assert svg is not None
    assert svg["aria-labelledby"] == "one--t one--a"
    assert svg.select_one("use[href='#one--g']")
    assert svg.select_one("path[clip-path='url(#one--g)']")


def test_paper_needs_no_scripts_and_folds_nothing(tmp_path: Path) -> None:
    home, one = chapters(site(tmp_path))
    assert one.article.select("details[open]")
    for gone in ("script", "mjx-assistive-mml", ".headerlink"):
        assert not home.article.select(gone)
        assert not one.article.select(gone)
    formula = one.article.select_one("mjx-container")
    assert formula is not None
    assert formula["aria-label"] == "x_1"


def test_a_long_name_in_the_head_of_a_table_may_break(tmp_path: Path) -> None:
    head = "<table><tr><th><code>loss_and_gradient</code></th></tr></table>"
    home, _ = chapters(site(tmp_path, home=head))
    code = home.article.select_one("th code")
    assert code is not None
    assert code.decode_contents() == "loss_<wbr/>and_<wbr/>gradient"


@pytest.mark.parametrize("link", ["#b", "one/#b"])
def test_a_link_to_no_place_is_an_error(tmp_path: Path, link: str) -> None:
    with pytest.raises(ChapterError, match=link):
        chapters(site(tmp_path, home=f'<a href="{link}">lost</a>'))
