"""The corpus that fuzzing left runs through its targets, and the targets notice what is broken."""

from collections.abc import Callable

import pytest

from fuzz import corpus
from fuzz.mutator import Mutator
from fuzz.targets import TARGETS
from proofread import literal
from proofread.literal import Literal
from proofread.page import Page
from proofread.piece import Piece


@pytest.mark.parametrize("name", corpus.NAMES)
def test_what_is_promised_holds_on_the_corpus(name: str) -> None:
    texts = corpus.read(name)
    assert len(texts) >= 50
    for text in texts:
        TARGETS[name](text)


def test_a_piece_that_is_lost_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(text: str, path: str) -> Page:
        return Page(path, text, whole(text).pieces[:-1])

    whole = Page.parse
    monkeypatch.setattr(Page, "parse", parse)
    with pytest.raises(AssertionError, match="no character is left out"):
        TARGETS["page"]("a `b` c")


def test_a_piece_on_another_line_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Piece.__init__

    def moved(piece: Piece, *given: object, **more: object) -> None:
        read(piece, *given, **more)  # type: ignore[arg-type]
        object.__setattr__(piece, "line", piece.line + 1)

    monkeypatch.setattr(Piece, "__init__", moved)
    with pytest.raises(AssertionError, match="a piece has its line"):
        TARGETS["page"]("a `b` c")


def test_a_digit_that_is_passed_over_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TARGETS["numeral"].__globals__, "find_numerals", lambda _: ())
    with pytest.raises(AssertionError, match="none is passed over"):
        TARGETS["numeral"]("a 7")


def test_a_number_read_as_another_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    right = literal.find_numerals("0.70")[0]
    assert isinstance(right, Literal)
    wrong = Literal("0.70", 0, 4, right.value + 1, 2)
    monkeypatch.setitem(TARGETS["numeral"].__globals__, "find_numerals", lambda _: (wrong,))
    with pytest.raises(AssertionError):
        TARGETS["numeral"]("0.70")


def test_what_is_left_over_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def lenient(tex: str, table: object) -> object:
        return whole(tex.removesuffix(" }"), table)

    whole: Callable[[str, object], object] = TARGETS["formula"].__globals__["parse"]
    monkeypatch.setitem(TARGETS["formula"].__globals__, "parse", lenient)
    with pytest.raises(AssertionError, match="} is left over"):
        TARGETS["formula"]("z = z")


def test_another_error_than_the_one_that_is_documented_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def crash(*_: object) -> None:
        raise IndexError

    monkeypatch.setitem(TARGETS["formula"].__globals__, "parse", crash)
    with pytest.raises(IndexError):
        TARGETS["formula"]("z = z")


def test_a_renamer_that_forgets_a_symbol_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(tex: str, _: object) -> str:
        return tex.replace("m", "n")

    monkeypatch.setitem(TARGETS["renaming"].__globals__, "rename", forgetful)
    with pytest.raises(AssertionError, match="comes back as"):
        TARGETS["renaming"]("\nm")


def test_a_comment_that_loses_a_part_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TARGETS["comment"].__globals__, "split", lambda text, _: [(0, text[1:])])
    with pytest.raises(AssertionError, match="parts lose nothing"):
        TARGETS["comment"](" at: a")


def test_changes_are_those_of_the_seed_and_stay_short() -> None:
    mutate = Mutator([r"\frac", "<!-- = p -->"])
    data = r"a \frac{1}{2} ½ b".encode()
    found = [mutate(data, 100, seed) for seed in range(50)]
    assert found == [mutate(data, 100, seed) for seed in range(50)]
    assert len(set(found)) > 25
    assert max(map(len, found)) <= 100
    assert any(b"<!--" in each for each in found)
