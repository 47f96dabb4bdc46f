"""Links in the files that readers take away: they lead to the site, or they are words."""

import json

import pytest

from site_build.downloads import Rewrite, jupyter_file, links, python_file

SITE = "https://example.org/here/"


def rewriting(site: str | None) -> Rewrite:
    addresses = {"index.md": "./", "one.md": "one/", "notebooks/deep.md": "notebooks/deep/"}
    return links(addresses, "notebooks", site)


@pytest.mark.parametrize(
    ("markdown", "absolute", "words"),
    [
        ("[one](../one.md)", f"[one]({SITE}one/)", "one"),
        ("[a\n# b](../one.md#c-d).", f"[a\n# b]({SITE}one/#c-d).", "a\n# b."),
        ("[home](../index.md#c)", f"[home]({SITE}#c)", "home"),
        ("[x](deep.md) (y)", f"[x]({SITE}notebooks/deep/) (y)", "x (y)"),
    ],
)
def test_a_link_to_a_page_leads_to_the_site_or_goes(
    markdown: str, absolute: str, words: str
) -> None:
    assert rewriting(SITE)(markdown) == absolute
    assert rewriting(None)(markdown) == words
    assert rewriting("")(markdown) == words


@pytest.mark.parametrize(
    "markdown",
    [
        "[there](https://example.com/one.md)",
        "[above](#the-data)",
        "`[one](../one.md)`",
        r"$\left[ f \right](x)$",
        "[none](../none.md)",
        "95%<!-- = share[0] -->",
    ],
)
def test_all_else_stays(markdown: str) -> None:
    assert rewriting(SITE)(markdown) == markdown
    assert rewriting(None)(markdown) == markdown


def test_only_cells_of_markdown_are_rewritten() -> None:
    head = '# ---\n# title: "[one](../one.md)"\n# ---\n\n'
    code = '\n\n# %% alt="a"\nprint("[one](../one.md)")\n'
    text = head + "# %% [markdown]\n# [one](../one.md)" + code
    assert python_file(text, rewriting(None)) == head + "# %% [markdown]\n# one" + code
    cells = [
        {"cell_type": "markdown", "source": ["# T\n", "\n", "[one](../one.md)\n", "é"]},
        {"cell_type": "code", "source": ["[one](../one.md)"]},
    ]
    made = json.loads(jupyter_file(json.dumps({"cells": cells}), rewriting(SITE)))["cells"]
    assert made[0]["source"] == ["# T\n", "\n", f"[one]({SITE}one/)\n", "é"]
    assert made[1] == cells[1]
