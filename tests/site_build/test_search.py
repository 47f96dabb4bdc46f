"""The search index is divided: settings for every page, texts for those who search."""

import json
from pathlib import Path

import pytest

from site_build.search import LATER, boost, divide

DOCS = Path(__file__).parents[2] / "docs"
INDEX = {"config": {"lang": ["en"]}, "docs": [{"location": "", "title": "Größe", "text": "a"}]}


def test_the_texts_have_a_file_of_their_own(tmp_path: Path) -> None:
    index = tmp_path / "search" / "search_index.json"
    index.parent.mkdir()
    whole = json.dumps(INDEX, ensure_ascii=False, separators=(",", ":"))
    index.write_text(whole, "utf-8")
    assert divide(tmp_path, {"": "<h1>Größe</h1>a"}) == whole
    assert json.loads(index.read_text("utf-8")) == {**INDEX, "docs": []}
    assert json.loads((index.parent / "pages.json").read_text("utf-8")) == INDEX["docs"]


def test_a_site_without_a_search_stays_as_it_is(tmp_path: Path) -> None:
    assert divide(tmp_path, {}) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("later", ["summary.md", "notebooks/training.py", "api/loss.md"])
def test_a_page_that_derives_comes_before_those_that_retell(later: str) -> None:
    assert boost("one-weight.md") == 1
    assert 0 < boost(later) < 1


def test_each_page_that_comes_later_is_there() -> None:
    assert not [name for name in LATER if not any(DOCS.glob(name))]
