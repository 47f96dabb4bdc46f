"""What a build asks for: marked sources, closing lists, notations, and totality of a whole site."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest

from proofread.__main__ import main
from proofread.generated import RESULTS, SUMMARY
from proofread.notations.labels import Label
from proofread.notations.renamed import Renamed, renamed_page
from proofread.page import Page
from proofread.site import Proof

pytestmark = pytest.mark.usefixtures("recorded_answers")

ROOT = Path(__file__).parents[2]
EXTENSIONS = ["attr_list", "md_in_html", "tables", "pymdownx.arithmatex"]
OPTIONS = {"pymdownx.arithmatex": {"generic": True}}
PAGES = {
    "index.md": "---\ntitle: Start\n---\n\n# Start\n\n<!-- python: half = 1 / 2 -->\n\n"
    "A half is 0.5<!-- = half -->.\n\n$$\n1 + 1 = 2\n$$"
    "<!-- equation: two | The number after one -->\n",
    "sub/page.md": "# Page\n\nWords.\n",
    "notation.md": "# Notation\n\n<!-- convention: Statistics: m -> n; n -> d -->\n\n"
    "| Symbol | Meaning | Shape | In Python | How it is computed |\n|---|---|---|---|---|\n"
    "| $m$ | number of samples | scalar | `m` | given: whole number |\n"
    "| $n$ | number of features | scalar | `n` | given: whole number |\n\n"
    "Both: $m + n = n + m$.\n",
    "results.md": f"# Results\n\n{RESULTS}\n",
    "verification.md": f"# Counts\n\n{SUMMARY}\n",
}  # fmt: skip
NAVIGATION = "nav:\n  - Start: index.md\n  - sub/page.md\n  - nowhere.md\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(NAVIGATION, "utf-8")
    (tmp_path / "pyproject.toml").write_text("", "utf-8")
    for name, text in PAGES.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def body(proof: Proof, path: str) -> str:
    text = proof.markdown(path)
    text = text.replace(SUMMARY, proof.summary).replace(RESULTS, proof.results)
    html = markdown.markdown(text, extensions=EXTENSIONS, extension_configs=OPTIONS)
    return f"<html><body><article>{html}{proof.closing(path)}</article></body></html>"


def build(root: Path) -> Path:
    """Build the site as MkDocs does: a page a folder, but for those that introduce theirs."""
    proof, site = Proof(root), root / "site"
    for name in PAGES:
        folder = site if name == "index.md" else site / name.removesuffix(".md")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(body(proof, f"docs/{name}"), "utf-8")
    (site / "404.html").write_text("<article>Not found</article>", "utf-8")
    return site


def test_a_built_site_has_a_verdict_on_everything(root: Path) -> None:
    assert list(Proof(root).judge(build(root))) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        ("index.html", ">0.5<", ">0.6<", "docs/index.md"),
        ("index.html", "after one</span> (1)", "after one</span> (2)", "docs/index.md"),
        ("sub/page/index.html", "Words", "Words 7", "docs/sub/page.md"),
        ("notation/index.html", "m + n = n + m", "m - n = n + m", "docs/notation.md"),
        ("results/index.html", "../#eq-two", "../sub/page/#eq-two", "docs/results.md"),
        ("verification/index.html", "Fail: 0", "Fail: 1", "docs/verification.md"),
        ("404.html", "Not found", "Not 1 found", "404.html"),
    ],
)
def test_a_lie_on_a_built_page_is_left_over(
    root: Path, name: str, old: str, new: str, path: str, recorded: Callable[[str], None]
) -> None:
    site = build(root)
    file = site / name
    text = file.read_text("utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new, 1), "utf-8")
    left = list(Proof(root).judge(site))
    recorded("\n".join(map(str, left)))
    assert {each.path for each in left} == {path}


def test_the_command_judges_a_site(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    with pytest.raises(SystemExit) as wrong:
        main(["--site", "nowhere"])
    assert wrong.value.code == 2
    assert "there is no built site in nowhere" in capsys.readouterr().err
    site = build(root)
    assert main(["--site", str(site)]) == 0
    assert capsys.readouterr().out == "every digit and formula has a verdict\n"
    (site / "404.html").write_text("<article>8 and 9</article>", "utf-8")
    assert main(["--site", str(site)]) == 1
    assert (
        capsys.readouterr().out == "404.html: '8 and 9' has no verdict, in: 8 and 9\n1 left over\n"
    )


def test_what_mkdocs_gets_has_no_front_matter(root: Path, recorded: Callable[[str], None]) -> None:
    proof = Proof(root)
    assert proof.markdown("docs/index.md").startswith("\n# Start\n")
    for name in PAGES:
        recorded(f"docs/{name}:\n{body(proof, f'docs/{name}')}")


def test_the_summary_counts_all_pages(root: Path) -> None:
    counted = Proof(root).counted
    assert counted.state.startswith("State: a copy without its history. Claims: ")
    assert [row[0] for row in counted.rows][-1] == "all"
    assert ("docs/sub/page.md", "0") in {(row[0], row[-1]) for row in counted.rows}
    index = next(row for row in counted.rows if row[0] == "docs/index.md")
    assert index[-1] == "3"  # the number, the equation and its name


def test_notations_of_a_page_and_of_the_list_of_results(root: Path) -> None:
    (root / "docs" / "sub" / "page.md").write_text(
        "# Page\n\n$$\nm n = n m\n$$<!-- equation: product | A product -->\n", "utf-8"
    )
    proof = Proof(root)
    (convention,) = proof.conventions
    assert convention.name == "Statistics"
    for again in (proof, proof, Proof(root)):  # made, known, and kept
        found = again.renamed("docs/sub/page.md", convention)
        assert (found.formulas, found.problems) == ({"m n = n m": "n d = d n"}, [])
    listed = proof.renamed("docs/results.md", convention)
    assert listed.formulas == {"1 + 1 = 2": "1 + 1 = 2", "m n = n m": "n d = d n"}
    labels = proof.labels("docs/sub/page.md", convention, [Label("n", "n")])
    assert labels.formulas == {"n": "d"}


def test_what_is_known_of_a_page_is_not_made_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def rename(page: Page, *rest: Any) -> Renamed:
        made.append(page.path)
        return renamed_page(page, *rest)

    monkeypatch.setattr("proofread.site.renamed_page", rename)
    for proof in (Proof(root), Proof(root)):
        (convention,) = proof.conventions
        for path in ("docs/notation.md", "docs/sub/page.md", "docs/notation.md"):
            assert proof.renamed(path, convention).problems == []
    assert made == ["docs/notation.md", "docs/sub/page.md"]
    (root / "docs" / "sub" / "page.md").write_text("# Page\n\n$m$\n", "utf-8")
    proof = Proof(root)
    assert proof.renamed("docs/sub/page.md", convention).formulas == {"m": "n"}
    assert len(made) == 3


def test_a_result_that_two_pages_write_in_two_ways_is_no_result(root: Path) -> None:
    own = "<!-- symbol: \\kappa | a number | scalar | kappa | given: real -->\n"
    own += "<!-- notation: Statistics: \\kappa -> {} -->\n\n"
    kappa = "$$\n\\kappa + 1 = 1 + \\kappa\n$$<!-- equation: {} | A sum -->\n"
    for name, letter in (("index", "g"), ("sub/page", "h")):
        text = f"# Page\n\n{own.format(letter)}{kappa.format(letter)}"
        (root / "docs" / f"{name}.md").write_text(text, "utf-8")
    proof = Proof(root)
    (problem,) = proof.renamed("docs/results.md", proof.conventions[0]).problems
    assert problem.startswith("docs/results.md: in the notation Statistics: ")
    assert "has two forms" in problem


def test_the_search_says_what_the_pages_say(root: Path) -> None:
    index = '{"docs": [{"location": "", "title": "Start", "text": "A half is 0.6."}]}'
    (left,) = Proof(root).search(index, {"": "<h1>Start</h1><p>A half is 0.5.</p>"})
    assert str(left) == "search: 'A half is 0.6.' has no verdict, in: "
    assert Proof(root).search(index, {"": "<h1>Start</h1><p>A half is 0.6.</p>"}) == []
