"""A place for a widget names a module that there is, and its page loads what that needs."""

from pathlib import Path

import pytest

from site_build.widgets import places, scripts, unknown

FILES = ("widgets/a-b.mjs", "widgets/a-b.css", "widgets/c.mjs", "widgets/c.css", "widgets/e.mjs")


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
    module, style = unknown(["c", name], FILES)
    assert f"docs/widgets/{name}.mjs" in module
    assert f"docs/widgets/{name}.css" in style


def test_a_widget_without_a_style_sheet_is_told() -> None:
    (problem,) = unknown(["e"], FILES)
    assert "docs/widgets/e.css" in problem


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
