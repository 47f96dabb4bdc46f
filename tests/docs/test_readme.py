"""What the page that introduces the project shows is judged as the pages of the site are."""

from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest

from proofread.annotate import annotate
from proofread.check import check_page
from proofread.page import Page
from proofread.totality import leftovers

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
EXTENSIONS = ["tables", "pymdownx.arithmatex", "pymdownx.highlight", "pymdownx.superfences"]


def judge(text: str) -> list[str]:
    """Return what a reader of the introduction sees without a verdict, or with a bad one."""
    page = Page.parse(text, "README.md")
    verdicts = check_page(page, ROOT)
    html = markdown.markdown(
        annotate(page, verdicts),
        extensions=EXTENSIONS,
        extension_configs={"pymdownx.arithmatex": {"generic": True}},
    )
    found = leftovers(f"<article>{html}</article>", page, verdicts, root=ROOT)
    return [*map(str, found), *(str(each.claim) for each in verdicts if not each.holds)]


def test_everything_has_a_verdict() -> None:
    assert judge(README) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"\frac{1}{m}", r"\frac{2}{m}"),
        (r"(\mathbf{p} - \mathbf{y})", r"(\mathbf{p} + \mathbf{y})"),
        ("Python 3.11 or newer", "Python 3.99 or newer"),
        ("studied for three hours", "studied for 4 hours"),
        ("every number on its pages", "each of 9 numbers"),
        ("x=[3.0, 5.0]", "x=[3.0, 6.0]"),
        ("0.331812227832", "0.331812227833"),
        ("-2.0045633165,", "2.0045633165,"),
    ],
)
def test_a_lie_is_found(old: str, new: str) -> None:
    assert old in README
    assert judge(README.replace(old, new, 1))
