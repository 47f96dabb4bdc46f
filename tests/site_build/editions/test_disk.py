"""What a page says stays as it is; only what a disk cannot answer changes."""

import pytest

from site_build.editions.disk import readable

PAGE = "<html><head>{}</head><body>{}</body></html>"
STARTER = '<script src="../assets/served.js"></script>'


@pytest.mark.parametrize(
    ("link", "from_disk"),
    [
        ("..", "../index.html"),
        (".", "index.html"),
        ("./", "index.html"),
        ("../", "../index.html"),
        ("../api/loss/", "../api/loss/index.html"),
        ("../one-weight/#the-chain", "../one-weight/index.html#the-chain"),
        ("../notation/?notation=statistics", "../notation/index.html?notation=statistics"),
        ("#here", "#here"),
        ("?notation=statistics", "?notation=statistics"),
        ("training.ipynb", "training.ipynb"),
        ("../assets/site.css", "../assets/site.css"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
    ],
)
def test_links_to_folders_name_a_file(link: str, from_disk: str) -> None:
    page = PAGE.format(f'<link rel="next" href="{link}">', f'<a class="x" href="{link}">x</a>')
    expected = PAGE.format(
        f'<link rel="next" href="{from_disk}">', f'<a class="x" href="{from_disk}">x</a>{STARTER}'
    )
    assert readable(page, depth=1) == expected


@pytest.mark.parametrize(
    ("script", "waiting"),
    [
        ("<script>", '<script type="text/plain" data-served="">'),
        ('<script src="a.js">', '<script type="text/plain" data-served="" src="a.js">'),
        (
            '<script src="a.mjs" type="module">',
            '<script type="text/plain" data-served="module" src="a.mjs">',
        ),
        ('<script type="application/json">', '<script type="application/json">'),
    ],
)
def test_scripts_wait_and_data_stay(script: str, waiting: str) -> None:
    page = PAGE.format(f"{script}let a = 1 < 2;</script>", "")
    expected = PAGE.format(f"{waiting}let a = 1 < 2;</script>", STARTER)
    assert readable(page, depth=1) == expected


def test_code_that_shows_a_link_stays() -> None:
    text = '<code>&lt;a href="../"&gt; &lt;script&gt;</code>'
    assert text in readable(PAGE.format("", text), depth=1)


def test_nothing_is_fetched_ahead() -> None:
    page = PAGE.format('<link rel="preload" href="a.woff2" as="font" crossorigin>\n', "")
    assert "preload" not in readable(page, depth=0)
