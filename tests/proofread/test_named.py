"""Equations with a name count up through the pages; what is shown of them is judged."""

from collections.abc import Sequence
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
from bs4 import BeautifulSoup

from proofread.annotate import annotate
from proofread.check import check_file, check_page
from proofread.claim import Verdict
from proofread.generated import RESULTS
from proofread.named import Numbering
from proofread.named_site import results_html
from proofread.page import Page
from proofread.report import report
from proofread.totality import leftovers

pytestmark = pytest.mark.usefixtures("recorded_answers")

EXTENSIONS = ["attr_list", "md_in_html", "pymdownx.arithmatex"]
OPTIONS = {"pymdownx.arithmatex": {"generic": True}}

FIRST = """# One

$$
1 + 1 = 2
$$<!-- equation: two | The number after one -->

See [that](#eq-two) and [the half](sub/b.md#eq-half).
"""
SECOND = """# Other

$$
1 + 2 = 3
$$

$$
2 \\cdot 0.5 = 1
$$<!-- sides: 1, 1 --><!-- equation: half | Half of two -->

$$
0 < 1
$$<!-- sides: 0, 1 -->

<!-- equation: order | Order, step by step -->

See [two](../a.md#eq-two) and [all](../results.md).
"""
NAVIGATION = "site_name: S\nnav:\n  - Other: sub/b.md\n  - More:\n      - a.md\n\ntheme: none\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(NAVIGATION, "utf-8")
    write(tmp_path, FIRST, SECOND)
    return tmp_path


def write(root: Path, first: str, second: str) -> None:
    (root / "docs" / "a.md").write_text(first, "utf-8")
    (root / "docs" / "sub" / "b.md").write_text(second, "utf-8")


def failures(root: Path) -> list[Verdict]:
    found = [check_file(root / "docs" / name, root) for name in ("a.md", "sub/b.md")]
    failed = [verdict for page in found for verdict in page if not verdict.holds]
    assert all(verdict.says and verdict.computed and verdict.mend for verdict in failed)
    return failed


def test_names_are_counted_in_the_order_of_the_navigation(root: Path) -> None:
    assert not failures(root)
    numbering = Numbering.of(root)
    assert [(each.shown, each.name, each.page) for each in numbering.named] == [
        ("(1)", "half", "Other"),
        ("(2)", "order", "Other"),
        ("(3)", "two", "One"),
    ]
    verdicts = check_file(root / "docs" / "a.md", root)
    assert [verdict.claim.text for verdict in verdicts if "number of" in verdict.evidence] == [
        "(3)"
    ]


def test_a_name_above_all_else_names_nothing(root: Path) -> None:
    write(root, FIRST, f"<!-- equation: first | The first -->\n{SECOND}")
    assert "names no equation" in "\n".join(map(report, failures(root)))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("equation: half", "equation: two", "given twice"),
        ("equation: half |", "equation: Half |", "a name and a title"),
        ("| Half of two", "| Half of 2", "a name and a title"),
        ("half | Half of two", "half", "a name and a title"),
        ("<!-- sides: 1, 1 -->", "<!-- note: words -->", "names no equation"),
        ("$$<!-- sides: 1, 1 --><!--", "$$\n\nWords. <!--", "names no equation"),
        ("\n$$\n0 < 1\n$$", "\n- $$\n0 < 1\n$$", "left margin"),
        ("../a.md#eq-two", "../a.md#eq-tow", "no equation of docs/a.md has the name tow"),
        ("../a.md#eq-two", "#eq-two", "no equation of docs/sub/b.md has the name two"),
        ("../a.md#eq-two", "a.md#eq-two", "no equation of docs/sub/a.md has the name two"),
    ],
)
def test_what_is_wrong_with_names_and_links_fails(
    root: Path, old: str, new: str, words: str
) -> None:
    assert SECOND.count(old) == 1
    write(root, FIRST, SECOND.replace(old, new))
    assert words in "\n".join(map(report, failures(root)))


def test_a_page_outside_of_the_navigation_cannot_be_counted(root: Path) -> None:
    (root / "mkdocs.yml").write_text(NAVIGATION.replace("      - a.md\n", ""), "utf-8")
    assert "does not lead to this page" in "\n".join(map(report, failures(root)))


def test_a_comment_that_names_nothing_keeps_no_other_from_it(root: Path) -> None:
    write(root, FIRST, SECOND.replace("# Other\n", "# Other\n\n<!-- equation: lost | Lost -->\n"))
    assert [each.name for each in Numbering.of(root).named] == ["half", "order", "two"]
    write(root, FIRST, SECOND.replace("# Other\n", "# Other\n\n<!-- note: words -->\n"))
    assert [each.name for each in Numbering.of(root).named] == ["half", "order", "two"]


def test_a_span_that_reads_like_a_name_names_nothing(root: Path) -> None:
    write(root, FIRST + "\n$$\n1 + 3 = 4\n$$`equation: four | The number four`\n", SECOND)
    assert "four" not in Numbering.of(root).by_name


def test_a_page_without_a_heading_is_called_by_its_path(root: Path) -> None:
    write(root, FIRST.replace("# One\n", ""), SECOND)
    assert [each.page for each in Numbering.of(root).named] == ["Other", "Other", "docs/a.md"]


def test_a_page_of_the_navigation_that_is_not_there_has_no_names(root: Path) -> None:
    (root / "mkdocs.yml").write_text(
        NAVIGATION.replace("a.md", "nowhere.md\n      - a.md"), "utf-8"
    )
    numbering = Numbering.of(root)
    assert numbering.pages == ("docs/sub/b.md", "docs/nowhere.md", "docs/a.md")
    assert [each.name for each in numbering.named] == ["half", "order", "two"]


def test_no_name_is_lost_from_one_state_to_the_next(root: Path) -> None:
    write(root, FIRST.replace("equation: two", "equation: pair"), SECOND)
    assert [verdict.claim.text for verdict in failures(root)] == ["#eq-two", "../a.md#eq-two"]


def built(root: Path, path: str, numbering: Numbering) -> str:
    page = Page.read(root / path, root)
    verdicts = check_page(page, root) + numbering.verdicts(page)
    text = annotate(page, verdicts, numbering.on(path), front_matter=False)
    body = markdown.markdown(text, extensions=EXTENSIONS, extension_configs=OPTIONS)
    return f"<article>{body}</article>"


def left(
    root: Path, html: str, path: str, numbering: Numbering, results: str = ""
) -> Sequence[str]:
    page = Page.read(root / path, root)
    verdicts = check_page(page, root) + numbering.verdicts(page)
    return [
        str(each)
        for each in leftovers(html, page, verdicts, path=path, numbering=numbering, results=results)
    ]


@pytest.mark.parametrize("path", ["docs/a.md", "docs/sub/b.md"])
def test_a_page_shows_the_numbers_of_its_equations(root: Path, path: str) -> None:
    numbering = Numbering.of(root)
    html = built(root, path, numbering)
    assert left(root, html, path, numbering) == []
    for each in numbering.on(path):
        assert html.count(f'id="eq-{each.name}"') == 1
        assert html.count(f"</span> {each.shown}</a>") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" (1)</a>", " (2)</a>"),
        ("Half of two</span>", "Half of three</span>"),
        ('href="#eq-half"', 'href="#eq-order"'),
        ('id="eq-half"', 'id="eq-whole"'),
        (' class="equation-number"', ""),
        ("2 \\cdot 0.5 = 1", "1 + 2 = 3"),
    ],
    ids=["number", "title", "link", "anchor", "class", "another true formula"],
)
def test_a_wrong_number_on_the_built_page_is_left_over(root: Path, old: str, new: str) -> None:
    path, numbering = "docs/sub/b.md", Numbering.of(root)
    html = built(root, path, numbering)
    assert old in html
    assert left(root, html.replace(old, new, 1), path, numbering)


def listed(numbering: Numbering) -> str:
    return results_html(numbering, lambda path: f"../{path.removesuffix('.md')}/")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        (">(2)<", ">(3)<"),
        ("0 &lt; 1", "1 &lt; 2"),
        ("docs/a/#eq-two", "docs/a/#eq-half"),
        ("The number after one", "The number before one"),
        ("<tr><td><a", "<tr hidden><td>extra</td><td><a"),
        (' data-proofread="results"', ""),
    ],
    ids=["as it is", "number", "formula", "link", "title", "a cell more", "not marked"],
)
def test_the_list_of_results_is_taken_only_as_a_whole(root: Path, old: str, new: str) -> None:
    numbering = Numbering.of(root)
    html = listed(numbering)
    assert old in html
    head = BeautifulSoup(html, "html.parser").select("thead th")
    assert [cell.get_text() for cell in head] == ["No.", "Result", "Formula", "Page"]
    (root / "docs" / "results.md").write_text(f"# Results\n\n{RESULTS}\n", "utf-8")
    shown = f"<article>{html.replace(old, new, 1) if old else html}</article>"
    found = left(root, shown, "docs/results.md", numbering, html)
    assert bool(found) == bool(old)
