"""The parser of formulas: a tree of all that is written, or an error that says where."""

from __future__ import annotations

from fuzz.targets.project import TABLE
from proofread.equations import EquationError, Scope, mutations
from proofread.equations.parser import parse
from proofread.equations.tokens import significant, tokens
from proofread.equations.tree import Formula

JUNK = (")", "}", "]", "^", "_", "=", "&", "@", r"\le")  # with none of these a formula can end


def formula(tex: str) -> None:
    """Any text is a formula that is read to its end, or an `EquationError` with a place in it."""
    tree = read(tex)
    if tree is None:
        return
    _check_spans(tree, tex)
    for junk in JUNK:
        assert read(f"{tex} {junk}") is None, f"{junk} is left over"
    assert read(spaced(tex)) == tree, "more spaces between the tokens change nothing"
    _check_evaluation(tex)
    for number, (_, slip) in enumerate(mutations(tex, TABLE)):
        assert slip != tex, "a slip is another formula"
        if number == 5:  # enough: there may be hundreds
            break


def read(tex: str) -> Formula | None:
    """Return the tree of a formula, or None where it is refused at a place in it."""
    try:
        return parse(tex, TABLE)
    except EquationError as error:
        assert 0 <= error.offset <= len(tex), f"offset {error.offset} of {len(tex)}"
        assert error.args[0], "an error says what is wrong"
        return None


def spaced(tex: str) -> str:
    """Write a formula again, from its tokens: one space between any two."""
    return " ".join(token.text for token in significant(tex))


def _check_spans(tree: Formula, tex: str) -> None:
    assert "".join(token.text for token in tokens(tex)) == tex, "tokens tile the formula"
    for node in tree.walk():
        start, end = node.span
        assert 0 <= start <= end <= len(tex), f"{type(node).__name__} has the span {node.span}"


def _check_evaluation(tex: str) -> None:
    """Evaluate it; only the errors that a page reports may come."""
    scope = Scope(TABLE)
    for act in (scope.check, scope.covers, scope.is_symbol):
        try:
            act(tex)
        except EquationError as error:
            assert 0 <= error.offset <= len(tex), f"offset {error.offset} of {len(tex)}"
