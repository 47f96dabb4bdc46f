"""Beside the pages nothing is published that could say something unjudged."""

from pathlib import Path

import pytest
from mkdocs.structure.files import File, InclusionLevel

from site_build.mkdocs_files import beside_pages
from site_build.published import refused
from site_build.third_party import ROOT


def judge(
    folder: Path, name: str, content: str = "", inclusion: InclusionLevel = InclusionLevel.INCLUDED
) -> list[str]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    file = File(name, str(folder), str(folder / "site"), use_directory_urls=True)
    file.inclusion = inclusion
    return list(refused(beside_pages([file], str(folder)), folder))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.md", "# Page"),
        ("assets/site.css", "p { color: #123456; } p::before { content: ''; }"),
        ("assets/a.mjs", "let a = 1;"),
        ("assets/favicon.svg", '<svg><path d="M 1 2"/></svg>'),
        ("assets/fonts/a/files/a.woff2", ""),
        ("assets/fonts/a/LICENSE", "Version 2.0"),
        ("widgets/step-player.mjs", "export const a = 1;"),
        ("widgets/kit/format.mjs", "export const a = 1;"),
        ("widgets/widgets.css", "p { color: #123456; }"),
    ],
)
def test_what_is_published(tmp_path: Path, name: str, content: str) -> None:
    assert judge(tmp_path, name, content) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("old.html", "<p>1 + 1 = 3</p>"),
        ("assets/old.html", "<p>1 + 1 = 3</p>"),
        ("notes.txt", "1 + 1 = 3"),
        ("LICENSE", "1 + 1 = 3"),
        ("assets/LICENSE", "1 + 1 = 3"),
        ("assets/photo.png", ""),
        ("assets/paper.pdf", ""),
        ("assets/data.json", "{}"),
        ("picture.svg", "<svg></svg>"),
        ("assets/favicon.svg", "<svg><text>8</text></svg>"),
        ("assets/favicon.svg", "<svg><title>8</title></svg>"),
        ("assets/site.css", "p::before { content: '8'; }"),
        ("widgets/widgets.css", "p::before { content: '8'; }"),
        ("widgets/old.js", ""),
        ("widgets/a/b/c.mjs", ""),
        ("widgets/data.json", "{}"),
        ("widgets/vendor/d3-array/dist/d3-array.min.js", "a stranger's"),
        ("widgets/vendor/LICENSE", ""),
        ("assets/site.css", 'p::before { content: " = " }'),
        ("assets/site.css", "p::before { content: counter(line); }"),
        ("assets/site.css", "p::before { content: '\\38'; }"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, content: str) -> None:
    assert judge(tmp_path, name, content)


def test_what_third_party_toml_lists_is_published() -> None:
    path = "widgets/vendor/d3-array/dist/d3-array.min.js"
    assert list(refused([path], ROOT / "docs")) == []


def test_what_is_left_out_of_the_site_says_nothing(tmp_path: Path) -> None:
    assert judge(tmp_path, "assets/photo.png", "", InclusionLevel.EXCLUDED) == []
