"""Whatever is typed, the checker answers: a verdict or an error with a position."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from proofread.equations import EquationError, Scope, SymbolTable, parse
from proofread.equations.tokens import significant, tokens

NOTATION = Path(__file__).with_name("notation.md").read_text(encoding="utf-8")
TABLE = SymbolTable.from_markdown(NOTATION)
PIECES = (
    r"\frac", "{", "}", "^", "_", "p", "y", "z", "x_j", "w_1", r"\mathbf{X}", r"\mathbf w", "(",
    ")", "[", "]", "|", r"\|", "+", "-", "=", "<", r"\le", r"\approx", r"\in", r"\sum_{i=1}^{m}",
    r"\sum", r"\log", r"\sigma", r"\sigma(z)", "'", "1", "0", "2.5", "10", r"\cdots", ",", " ",
    r"\\", "&", r"\begin{pmatrix}", r"\end{pmatrix}", r"\begin{cases}", r"\end{cases}",
    r"\text{if }", r"\partial", r"\nabla_{\mathbf{w}}", r"\iff", r"\infty", r"\to", r"\lim_",
    r"\underbrace", r"\boxed", r"^\top", r"\cdot", "/", "e", r"\mathbb{R}", "P", r"\mid", r"\{",
    r"\}", r"\left", r"\right", r"\max_z", r"\prod_i", "i", "n", r"\quad", r"\%",
)  # fmt: skip
soup = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@settings(max_examples=300, deadline=None)
@given(tex=st.one_of(st.text(max_size=40), soup))
def test_the_checker_never_crashes(tex: str) -> None:
    scope = Scope(TABLE)
    try:
        scope.check(tex)
        scope.covers(tex)
    except EquationError as error:
        assert 0 <= error.offset <= len(tex)  # noqa: PT017 - either outcome is fine


@settings(max_examples=200, deadline=None)
@given(tex=soup)
def test_tokens_join_to_what_was_typed(tex: str) -> None:
    try:
        found = tokens(tex)
    except EquationError:
        return
    assert "".join(token.text for token in found) == tex


@settings(max_examples=200, deadline=None)
@given(tex=soup, junk=st.sampled_from((")", "}", "]", "^", "_", "=", "&", r"\foo", "@", r"\le")))
def test_nothing_is_left_over(tex: str, junk: str) -> None:
    """A formula that is accepted is refused with a token too many at its end."""
    try:
        parse(tex, TABLE)
    except EquationError:
        return
    try:
        parse(tex + junk, TABLE)
    except EquationError:
        return
    assert False, (tex, junk)  # noqa: B011, PT015 - a plain failure


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=60))
def test_comments_never_crash(text: str) -> None:
    scope = Scope(TABLE)
    for prefix in ("", "let a: ", "symbol: ", "law: "):
        try:
            scope.declare(prefix + text)
            scope.check("z = z", text)
        except EquationError:
            continue


def test_every_significant_token_changes_the_tree() -> None:
    """No token is skipped by the parser: leaving out one gives an error or another tree."""
    tex = r"-\frac{1}{m} \sum_{i=1}^{m} y_i \log(\sigma(z_i)) = \mathbf{w}^\top \mathbf{x} + b'"
    whole = parse(tex, TABLE)
    for token in significant(tex):
        shorter = tex[: token.start] + " " + tex[token.end :]
        try:
            assert parse(shorter, TABLE) != whole, token
        except EquationError:
            continue
