"""The reader of pages: nothing is lost, nothing crashes, and what is read stands where it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofread.page import Page
from proofread.piece import Fence, Part, Places

MARKS = ["```", "~~~", "python", "\n", "    ", "$", "$$", "`", "<!--", "-->", "[a](b)", "\\", "]",
         "---\n", "> ", "- ", "![", "](", "{ .x }", "<b>", '"', "1", "|", "= p", "\\(", "\\)",
         "\r\n", "\x0c", "\\begin{a}", "\\end{a}", "https://a.b/"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(MARKS) | st.text(max_size=5), max_size=30).map("".join)


@given(TEXTS)
def test_pieces_tile_the_page(text: str) -> None:
    page = Page.parse(text)
    assert "".join(piece.text for piece in page.pieces) == page.text
    end = 0
    place = Places(page.text)
    for piece in page.pieces:
        assert (piece.start, page.text[piece.start : piece.end]) == (end, piece.text)
        end = piece.end
        assert piece.line == place(piece.start)[0]
        column = place(piece.start)[1] + (piece.indent if isinstance(piece, Fence) else 0)
        assert piece.column == column


def parts(text: str) -> list[tuple[str, str]]:
    return [(piece.part.value, piece.content or piece.text) for piece in Page.parse(text).pieces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b c` d", [("prose", "a "), ("span", "b c"), ("prose", " d")]),
        ("``a`b``", [("span", "a`b")]),
        ("$x_1$<!-- at: s -->", [("formula", "x_1"), ("comment", " at: s ")]),
        ("$$\na\n$$", [("formula", "\na\n")]),
        (r"\(a\)", [("formula", "a")]),
        (r"\[a\]", [("formula", "a")]),
        (r"\$5", [("prose", r"\$"), ("prose", "5")]),
        ("`$a$`", [("span", "$a$")]),
        ("[a $b$](c)", [("prose", "[a "), ("formula", "b"), ("target", "](c)")]),
        ('![p = 1](a.svg "t")', [("image", "p = 1")]),
        ("# A { #a-1 }", [("prose", "# A "), ("attributes", "{ #a-1 }")]),
        ('<img alt="1 > 0">', [("tag", '<img alt="1 > 0">')]),
        ("a < b 1", [("prose", "a < b 1")]),
        ("see[^1]", [("prose", "see"), ("footnote", "[^1]")]),
        ("[x]: https://a.b/1", [("target", "[x]: https://a.b/1")]),
        ("a\n\n[x]: https://a.b/1", [("prose", "a\n\n"), ("target", "[x]: https://a.b/1")]),
        ("---\na: 1\n---\nb", [("front matter", "---\na: 1\n---\n"), ("prose", "b")]),
        ("https://a.b/1.", [("address", "https://a.b/1"), ("prose", ".")]),
    ],
)
def test_pieces(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", ["a $ b", "a <!-- b", r"a \alpha b", "a ```b``` c", "`a\n```\n`"])
def test_broken(text: str) -> None:
    assert Part.BROKEN in {piece.part for piece in Page.parse(text).pieces}


def test_the_front_matter_stands_at_the_top() -> None:
    front = Page.parse("---\na: 1\n---\nb").pieces[0]
    assert (front.part, front.start, front.line, front.column) == (Part.FRONT, 0, 1, 1)


def test_a_fence_says_where_it_stands() -> None:
    text = '- a\n\n    ```{ .py title="T" hl_lines="1" }\n    x\n\n      y\n    ```\n'
    fence = Page.parse(text).pieces[-1]
    assert isinstance(fence, Fence)
    assert (fence.language, fence.title, fence.line, fence.column) == ("python", "T", 3, 5)
    assert (fence.content, fence.first_line, fence.indent) == ("x\n\n  y\n", 4, 4)


def test_a_fence_in_a_comment_is_a_comment() -> None:
    assert parts("<!-- note:\n```python\nx\n```\n-->\n")[0][0] == "comment"


def test_a_comment_in_a_fence_is_code() -> None:
    assert parts("```html\n<!-- a\n```\n") == [("fence", "<!-- a\n")]


def test_lines_end_in_one_way() -> None:
    assert Page.parse("a\r\n`b`\r\n").text == "a\n`b`\n"
    assert Page.parse("a\r\n`b`\r\n") == Page.parse("a\n`b`\n")
