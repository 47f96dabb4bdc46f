"""Verdicts are kept for one state of the project, and never outlive it."""

from pathlib import Path
from typing import Any

import pytest

from proofread.cache import FOLDER, Cache
from proofread.check import check_paths
from proofread.page import Page
from proofread.site import Proof
from proofread.totality import Leftover, leftovers

TEXT = '```python\nprint(0.5)\n```\n\n```text title="Output"\n0.5\n```\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text("a = 1\n", encoding="utf-8")
    (tmp_path / "page.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_what_is_kept_is_what_was_judged(root: Path) -> None:
    verdicts = check_paths([root], root)
    assert Cache(root).load(Page.read(root / "page.md", root)) == verdicts
    assert check_paths([root], root) == verdicts


@pytest.mark.parametrize(
    "change",
    [
        "src/a.py",
        "scripts/b.py",
        "page.md",
        "requirements.lock",
        "docs/notation.md",
        "tests/new.py",
    ],
)
def test_a_change_is_noticed(root: Path, change: str) -> None:
    check_paths([root / "page.md"], root)
    path = root / change
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT + "Words.\n", encoding="utf-8")
    assert Cache(root).load(Page.read(root / "page.md", root)) is None


def test_old_verdicts_are_thrown_away(root: Path) -> None:
    for text in (TEXT, TEXT + "Words.\n"):
        (root / "page.md").write_text(text, encoding="utf-8")
        check_paths([root / "page.md"], root)
    assert len(list((root / FOLDER).iterdir())) == 1


@pytest.mark.parametrize("text", ["[{", "[{}]", '[{"claim": 3}]', "7"])
def test_a_broken_file_is_no_verdict(root: Path, text: str) -> None:
    check_paths([root], root)
    for path in (root / FOLDER).iterdir():
        path.write_text(text, encoding="utf-8")
    assert Cache(root).load(Page.read(root / "page.md", root)) is None


def test_what_is_left_over_on_a_built_page_is_known_as_long_as_the_page_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("# A\n", "utf-8")
    judged: list[str] = []

    def judge(html: str, *rest: Any, **named: Any) -> list[Leftover]:
        judged.append(html)
        return leftovers(html, *rest, **named)

    monkeypatch.setattr("proofread.site.leftovers", judge)
    for html in ("<article>7</article>", "<article>7</article>", "<article>8</article>"):
        (left,) = Proof(tmp_path).leftovers("docs/a.md", html)
        assert left.text == html[9]
    assert judged == ["<article>7</article>", "<article>8</article>"]
