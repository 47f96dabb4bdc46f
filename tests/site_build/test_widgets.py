"""A place for a widget names a module that there is, and its page loads what that needs."""

from pathlib import Path

import pytest

from site_build.widgets import places, scripts, style_sheets, unknown

FILES = ("widgets/a-b.mjs", "widgets/c.mjs", "widgets/c.css", "widgets/kit/d.mjs")


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<p>data-widget</p>", []),
        ("<code>&lt;div data-widget=&quot;a&quot;&gt;</code>", []),
        ('<div class="widget" data-widget="a-b">', ["a-b"]),
        ("<div data-widget='a-b'><div data-widget=c>", ["a-b", "c"]),
        (
            '<div data-widget="c"></div><div data-widget="a-b"></div><p data-widget="c">',
            ["c", "a-b"],
        ),
        ('<div data-widget="">', [""]),
    ],
)
def test_the_places_of_a_page(html: str, names: list[str]) -> None:
    assert places(html) == names


def test_a_known_name_is_no_problem() -> None:
    assert list(unknown(["a-b", "c"], FILES)) == []


@pytest.mark.parametrize("name", ["a", "kit/d", "../widgets/c", "C", ""])
def test_an_unknown_name_is_told(name: str) -> None:
    (problem,) = unknown(["c", name], FILES)
    assert f"docs/widgets/{name}.mjs" in problem


def test_style_sheets_are_for_pages_with_widgets() -> None:
    assert style_sheets([], FILES) == []
    assert style_sheets(["a-b"], FILES) == ["widgets/widgets.css"]
    assert style_sheets(["a-b", "c"], FILES) == ["widgets/widgets.css", "widgets/c.css"]


def test_every_place_of_this_site_is_seen_by_the_style() -> None:
    """The class carries the style, the attribute the script: one without the other does nothing."""
    docs = Path(__file__).parents[2] / "docs"
    lines = [
        line
        for page in docs.rglob("*.md")
        for line in page.read_text("utf-8").splitlines()
        if line.startswith("<div") and ("data-widget=" in line or 'class="widget"' in line)
    ]
    assert [
        line for line in lines if not line.startswith('<div class="widget" data-widget="')
    ] == []


def test_the_script_that_starts_them_is_loaded_where_there_are_any() -> None:
    assert scripts(["c"]) == ["widgets/kit/mount.mjs"]
    assert scripts([]) == []
