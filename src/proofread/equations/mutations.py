r"""Lies to try the checker with: a formula with one token changed, in every way that matters.

Changes that leave the mathematics as it was are not made, each for a reason that is a proof:
x / 1 is x · 1; two sides with one normal form as quotients of polynomials (identical.py); a
statement about z_i, where i stands nowhere else, is that about z; ‖x‖ means ‖x‖₂; the norm of
a row is that of the column, the rank of a matrix that of its transpose; a symmetric matrix is its
transpose; two symbols of equal value at every point are not exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator

from proofread.equations.arguments import (
    alone,
    group,
    labels,
)
from proofread.equations.atoms import STROKES
from proofread.equations.identical import identical
from proofread.equations.layout import RELATIONS
from proofread.equations.symbol_slips import symbol_slips
from proofread.equations.symbols import SymbolTable
from proofread.equations.tokens import Token, tokens
from proofread.equations.twins import Twins

Mutation = tuple[str, str]  # the kind of change, and the changed TeX
_OPERATORS = {
    "+": ("-", r"\cdot "), "-": ("+", r"\cdot "), r"\cdot": ("+", "/"), "/": (r"\cdot ", "+"),
    r"\odot": ("+",), r"\times": ("+",),
}  # fmt: skip
_SIGNS = {
    "=": (r"\approx ", r"\ne "), "<": (">", r"\le "), ">": ("<", r"\ge "),
    "<=": ("<", r"\ge "), ">=": (">", r"\le "), "!=": ("=",), "~=": ("=", "<"),
    ":=": (r"\ne ",), "<-": ("=",), "psd": ("=", r"\succ "), "pd": ("=",), "in": ("=",),
    "law": ("=",), "->": (),
}  # fmt: skip
_FUNCTIONS = {
    r"\log": r"\exp", r"\ln": r"\exp", r"\exp": r"\log", r"\sum": r"\prod", r"\prod": r"\sum",
    r"\max": r"\min", r"\min": r"\max", r"\sqrt": r"\exp",
}  # fmt: skip
_BOLD_DIGITS = {r"\mathbf{0}": r"\mathbf{1}", r"\mathbf{1}": r"\mathbf{0}"}
_TRANSPOSES = {r"\top", r"\mathsf{T}", r"\mathrm{T}", r"\intercal"}


def mutations(tex: str, table: SymbolTable) -> tuple[Mutation, ...]:
    """All single changes, in reading order, the same in every run; each differs from `tex`."""
    return tuple(dict.fromkeys(_all(tex, table)))


def _all(tex: str, table: SymbolTable) -> Iterator[Mutation]:
    found = tokens(tex)
    words = [token for token in found if token.kind not in {"space", "size"}]
    twins = Twins(table)
    skipped = labels(words)
    for place in range(len(words)):
        if place in skipped:
            continue
        for kind, start, end, text in _changes(words, place, table, twins):
            changed = tex[:start] + text + tex[end:]
            if changed != tex and not (kind == "operator" and identical(tex, changed, table)):
                yield kind, changed


def _changes(
    words: list[Token], place: int, table: SymbolTable, twins: Twins
) -> Iterator[tuple[str, int, int, str]]:
    token = words[place]
    before = words[place - 1] if place else Token("start", "", 0, 0)
    after = words[place + 1] if place + 1 < len(words) else Token("finish", "", 0, 0)
    here = token.start, token.end
    if token.name in _BOLD_DIGITS:
        yield "digit", *here, _BOLD_DIGITS[token.name]
    if token.kind == "number":
        yield from _digits(token)
    elif token.name in RELATIONS:
        for text in _SIGNS.get(RELATIONS[token.name], ()):
            yield "relation", *here, text
    elif token.text in _OPERATORS:
        for text in _OPERATORS[token.text]:
            if not _neutral(token.text, text.strip(), before, after):
                yield ("sign" if token.text in "+-" and text in "+-" else "operator"), *here, text
    elif token.text in _FUNCTIONS and token.kind == "command":
        yield "function", *here, _FUNCTIONS[token.text] + " "
    elif token.text in STROKES:
        yield "cancel", *here, ""
    elif token.text == "'":
        yield "prime", *here, ""
    elif token.text in {"^", "_"}:
        yield from _scripts(words, place)
    elif table.is_base(token.name) and token.kind in {"letter", "symbol", "command", "operator"}:
        yield from symbol_slips(words, place, table, twins)


def _digits(token: Token) -> Iterator[tuple[str, int, int, str]]:
    for k, character in enumerate(token.text):
        if character.isdigit():
            at = token.start + k
            yield "digit", at, at + 1, str((int(character) + 1) % 10)


def _neutral(old: str, new: str, before: Token, after: Token) -> bool:
    """Whether an exchange of two operators between these neighbours keeps the value."""
    if {old, new} == {r"\cdot", "/"}:
        return after.text == "1"  # x / 1 = x · 1
    return {old, new} == {r"\cdot", "+"} and before.text == after.text == "2"  # 2 + 2 = 2 · 2


def _scripts(words: list[Token], place: int) -> Iterator[tuple[str, int, int, str]]:
    last = group(words, place + 1)
    inner = words[place + 1 : last + 1]
    texts = {token.name for token in inner} - {"{", "}"}
    kind = "superscript" if words[place].text == "^" else "subscript"
    if texts <= _TRANSPOSES:
        kind = "transpose"
    if (
        texts == {"2"}
        and place
        and words[place - 1].text in {r"\|", r"\rVert"}
        and (words[place].text == "_")
    ):
        return  # ‖x‖ means ‖x‖₂
    if kind == "subscript" and alone(words, place, last):
        return  # for all i, F(z_i): the same as F(z), since both follow one definition
    yield kind, words[place].start, words[last].end, ""
