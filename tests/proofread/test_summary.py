"""The summary counts what there is, and totality takes no other for it."""

import re
import subprocess
from pathlib import Path

import pytest

from proofread.claim import Claim, Kind, Verdict
from proofread.page import Page
from proofread.summary import commit_of, summary_html, summary_of
from proofread.totality import leftovers

pytestmark = pytest.mark.usefixtures("recorded_answers")


def verdict(kind: Kind, *, holds: bool = True, unchecked: str = "") -> Verdict:
    return Verdict(Claim("docs/a.md", 3, 7, kind, "33%"), holds, unchecked=unchecked)


def test_claims_are_counted_by_page_and_kind() -> None:
    pages = {
        "docs/a.md": [verdict(Kind.NUMBER), verdict(Kind.NUMBER), verdict(Kind.EQUATION)],
        "docs/b.md": [verdict(Kind.NUMBER, holds=False)],
    }
    html = summary_html(summary_of(pages, "commit abc"))
    assert "<th>numbers</th><th>equations</th>" in html
    assert "<td>docs/a.md</td><td>2</td><td>1</td><td>3</td>" in html
    assert "<td>docs/b.md</td><td>1</td><td>0</td><td>1</td>" in html
    assert "<strong>all</strong></td><td>3</td><td>1</td><td>4</td>" in html
    assert "commit abc. Claims: 4. Fail: 1." in html


def test_what_is_unchecked_is_listed_with_its_reason() -> None:
    html = summary_html(
        summary_of({"docs/a.md": [verdict(Kind.NUMBER, unchecked="a <legend>")]}, "commit abc")
    )
    assert "Unchecked: 1." in html
    assert html.endswith(
        "</ul><h3 id='unchecked'>Unchecked</h3><ul>"
        "<li>docs/a.md:3:7: a &lt;legend&gt;</li></ul></div>"
    )
    assert "docs/a.md:3:7: a &lt;legend&gt;" in html


@pytest.mark.parametrize(
    ("shown", "left"),
    [
        (lambda html: html, 0),
        (lambda html: html.replace("<td>1</td>", "<td>2</td>", 1), 1),
        (lambda html: html.replace(' data-proofread="summary"', ""), 1),
    ],
    ids=["as it is", "a count changed", "not marked"],
)
def test_totality_takes_the_summary_only_word_for_word(shown, left) -> None:  # type: ignore[no-untyped-def]
    html = summary_html(summary_of({"docs/a.md": [verdict(Kind.NUMBER)]}, "no commit"))
    page = Page.parse("words", "docs/verification.md")
    found = leftovers(f"<article>{shown(html)}</article>", page, [], summary=html)
    assert min(len(found), 1) == left


def test_a_commit_says_whether_it_was_edited_since(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init")
    (tmp_path / "a").write_text("a", "utf-8")
    git("add", "a")
    git("commit", "-m", "a")
    assert re.fullmatch("commit [0-9a-f]{12}", commit_of(tmp_path))
    (tmp_path / "a").write_text("b", "utf-8")
    assert re.fullmatch("commit [0-9a-f]{12}, edited since", commit_of(tmp_path))


def test_a_copy_without_history_says_so(tmp_path: Path) -> None:
    assert commit_of(tmp_path) == "a copy without its history"
