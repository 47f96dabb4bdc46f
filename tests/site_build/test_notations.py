"""A page in other notations: a clash stops the build and is named, and each file is complete."""

import json
from pathlib import Path

from tests.site_build.test_hooks import build, prepare
from tests.support.built_site import small_build

NOTATION = """# Notation

| Symbol | Meaning | Shape | In Python | How it is computed |
|---|---|---|---|---|
| $m$ | number of samples | scalar | `m` | given: whole number |
| $z$ | score | scalar | `z` | given: real |

<!-- convention: Other: m -> N; z -> \\eta -->
"""


def with_notation(project: Path, page: str) -> None:
    prepare(project, page)
    settings = (project / "mkdocs.yml").read_text("utf-8")
    palette = "  palette: [{scheme: default, toggle: {icon: material/brightness-4, name: C}}]\n"
    with_palette = settings.replace("  font: false\n", f"  font: false\n{palette}")
    (project / "mkdocs.yml").write_text(with_palette, "utf-8")
    (project / "docs" / "notation.md").write_text(NOTATION, "utf-8")


def test_a_page_gets_a_file_for_each_notation(tmp_path: Path) -> None:
    with_notation(tmp_path, "# Page\n\nHere $m$ and\n\n$$\nz - z = 0\n$$\n")
    built = small_build(tmp_path, tmp_path / "site")
    assert built.returncode == 0, built.stdout
    file = tmp_path / "site" / "assets" / "notation" / "other" / "sub" / "page.json"
    found = json.loads(file.read_text("utf-8"))
    assert {kind: list(formulas) for kind, formulas in found.items()} == {
        "span": ["m"], "div": ["z - z = 0"], "text": [],
    }  # fmt: skip
    assert ">𝑁<" in found["span"]["m"]
    html = (tmp_path / "site" / "sub" / "page" / "index.html").read_text("utf-8")
    assert 'data-file="../../assets/notation/other/sub/page.json">Other</option>' in html


def test_a_page_without_formulas_has_no_file(tmp_path: Path) -> None:
    with_notation(tmp_path, "# Page\n")
    assert small_build(tmp_path, tmp_path / "site").returncode == 0
    html = (tmp_path / "site" / "sub" / "page" / "index.html").read_text("utf-8")
    assert '<option value="other">Other</option>' in html


def test_a_project_without_notations_offers_none(tmp_path: Path) -> None:
    assert build(tmp_path, "# Page\n").returncode == 0
    html = (tmp_path / "site" / "sub" / "page" / "index.html").read_text("utf-8")
    assert "notation" not in html


def test_two_meanings_under_one_symbol_stop_the_build(tmp_path: Path) -> None:
    own = "<!-- symbol: N | another number | scalar | other | given: real -->"
    with_notation(tmp_path, f"# Page\n\n{own}\n\nHere $m N - m N = 0$.\n")
    built = small_build(tmp_path, tmp_path / "site")
    assert built.returncode != 0
    assert "docs/sub/page.md:5: in the notation Other: $m$ (number of samples) and $N$" in (
        built.stdout
    )
