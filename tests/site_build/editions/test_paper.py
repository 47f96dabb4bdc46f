"""How large chapters are set and which pages the contents name, from prints that are told."""

import json
import re
from pathlib import Path

import bs4
import pytest

from site_build.editions import paper
from site_build.editions.chapters import Chapter

MIDDLE = (paper.HIGHEST + paper.LOWEST) / 2
LINE = paper.HIGHEST - 12  # a page with one line ends here
BOOK = [
    Chapter("", title, f"{title.lower()}/", bs4.BeautifulSoup("<p>text</p>", "html.parser"))
    for title in ("One", "Two", "Three")
]
# The pages of each chapter and where its last one ends, by the size of its text.
PRINTS = {
    "one": {1.0: (2, MIDDLE)},
    "two": {1.0: (3, LINE), 0.98: (3, LINE), 0.96: (2, MIDDLE)},
    "three": {1.0: (1, LINE)},
}


class Printer:
    """Prints by the table above, and notes the documents; `shift` moves what the last one holds."""

    def __init__(self, shift: int = 0) -> None:
        self.documents: list[str] = []
        self.shift = shift

    def __call__(self, text: str) -> bytes:
        self.documents.append(text)
        numbered = '<span class="page">3</span>' in text
        places, page = {}, 3 + (self.shift if numbered else 0)
        for name, size in re.findall(r'id="(\w+)" style="zoom: ([\d.]+)"', text):
            length, end = PRINTS[name][float(size)]
            places[name] = (page, paper.HIGHEST)
            places[f"{name}--end"] = (page + length - 1, end)
            page += length
        return json.dumps(places).encode()


@pytest.fixture(autouse=True)
def read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        paper,
        "_places",
        lambda pdf: {name: tuple(place) for name, place in json.loads(pdf).items()},
    )


def test_a_chapter_with_a_few_lines_at_its_end_is_set_smaller(tmp_path: Path) -> None:
    printer = Printer()
    paper.print_all(BOOK, tmp_path, printer)
    sizes = [re.findall(r'id="(\w+)" style="zoom: ([\d.]+)"', each) for each in printer.documents]
    assert sizes == [
        [("one", "1.0"), ("two", "1.0"), ("three", "1.0")],
        [("two", "0.98")],
        [("two", "0.96")],
        [("one", "1.0"), ("two", "0.96"), ("three", "1.0")],
    ]


def test_the_contents_name_the_pages(tmp_path: Path) -> None:
    printer = Printer()
    paper.print_all(BOOK, tmp_path, printer)
    assert re.findall(r'class="page">(\d*)<', printer.documents[0]) == ["", "", ""]
    assert re.findall(r'class="page">(\d*)<', printer.documents[-1]) == ["3", "5", "7"]


def test_contents_that_are_wrong_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="contents"):
        paper.print_all(BOOK, tmp_path, Printer(shift=1))
