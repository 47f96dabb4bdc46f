r"""Lies to try the checker with: a formula with one token changed, in every way that matters.

Changes that leave the mathematics as it was are not made, each for a reason that is a proof:
x / 1 is x · 1; two sides with one normal form as quotients of polynomials (identical.py); a
statement about z_i, where i stands nowhere else, is that about z; ‖x‖ means ‖x‖₂; the norm of
a row is that of the column, the rank of a matrix that of its transpose; a symmetric matrix is its
transpose; two symbols of equal value at every point are not exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator

from proofread.equations.atoms import STROKES
from proofread.equations.errors import EquationError
from proofread.equations.identical import identical
from proofread.equations.layout import RELATIONS
from proofread.equations.linear import shape
from proofread.equations.model import random_point
from proofread.equations.symbols import SymbolTable
from proofread.equations.tokens import Token, tokens
from proofread.equations.truth import gap

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
    twins = _Twins(table)
    skipped = _labels(words)
    for place in range(len(words)):
        if place in skipped:
            continue
        for kind, start, end, text in _changes(words, place, table, twins):
            changed = tex[:start] + text + tex[end:]
            if changed != tex and not (kind == "operator" and identical(tex, changed, table)):
                yield kind, changed


def _changes(
    words: list[Token], place: int, table: SymbolTable, twins: _Twins
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
            if RELATIONS.get(text.strip()) != RELATIONS[token.name]:
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
        yield from _symbols(words, place, table, twins)


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


def _group(words: list[Token], place: int) -> int:
    """Return the place of the last token of the argument that starts at `place`."""
    if place < len(words) and words[place].text != "{":
        return place
    depth = 0
    for k in range(place, len(words)):
        depth += (words[k].text == "{") - (words[k].text == "}")
        if depth == 0:
            return k
    return len(words) - 1


def _scripts(words: list[Token], place: int) -> Iterator[tuple[str, int, int, str]]:
    last = _group(words, place + 1)
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
    if kind == "subscript" and _alone(words, place, last):
        return  # for all i, F(z_i): the same as F(z), since both follow one definition
    yield kind, words[place].start, words[last].end, ""


def _alone(words: list[Token], place: int, last: int) -> bool:
    """Whether the subscript is one letter that stands nowhere else in the formula."""
    inner = [word for word in words[place + 1 : last + 1] if word.text not in {"{", "}"}]
    if len(inner) != 1 or inner[0].kind != "letter":
        return False
    return sum(word.text == inner[0].text for word in words) == 1


def _labels(words: list[Token]) -> set[int]:
    """Places in the labels of braces in words, whose removal removes a remark."""
    skipped: set[int] = set()
    for place, token in enumerate(words):
        if token.text in {r"\underbrace", r"\overbrace"}:
            script = _group(words, place + 1) + 1
            if script < len(words) and words[script].text in {"_", "^"}:
                skipped.add(script)
    return skipped


class _Twins:
    """For each symbol another one of the same shape with another value."""

    def __init__(self, table: SymbolTable) -> None:
        self.table = table
        self.points = [random_point(table, number, {}) for number in range(2)]

    def other(self, base: str, count: int, primes: int, *, other_shape: bool) -> str | None:
        """Return a base that can stand in the same place and means something else."""
        name = self.table.patterns.get((base, count, primes))
        if name is None:
            return None
        wanted = self.table.definitions[name].shape
        for (text, number, marks), candidate in self.table.patterns.items():
            same = (number, marks) == (count, primes)
            fits = (self.table.definitions[candidate].shape == wanted) != other_shape
            if same and text != base and fits and self._differ(name, candidate):
                return text
        return None

    def _differ(self, a: str, b: str) -> bool:
        try:
            return not all(gap(p.value(a), p.value(b))[1] for p in self.points)
        except EquationError:
            return False

    def symmetric(self, base: str) -> bool:
        """Whether a symbol is a number or equals its transpose."""
        name = self.table.patterns.get((base, 0, 0))
        if name is None:
            return True
        try:
            values = [point.value(name) for point in self.points]
        except EquationError:
            return True
        sizes = [shape(value) for value in values]
        if any(len(size) == 0 for size in sizes):
            return True
        return all(len(s) == 2 and s[0] == s[1] and gap(v, v.T)[1]
                   for s, v in zip(sizes, values, strict=True))  # fmt: skip


def _symbols(
    words: list[Token], place: int, table: SymbolTable, twins: _Twins
) -> Iterator[tuple[str, int, int, str]]:
    token = words[place]
    here = token.start, token.end
    base = token.name
    if base in table.indices:
        yield from (("index", *here, letter) for letter in _letters(words, place, table))
        return
    if base in table.functions:
        yield "function", *here, r"\log"
        return
    count, primes = _shape_of(words, place)
    other = twins.other(base, count, primes, other_shape=_shape_is_claimed(words, place))
    if other:
        text = other + (" " if other.startswith("\\") and not other.endswith("}") else "")
        yield "symbol", *here, text
    if (
        count == 0
        and primes == 0
        and not twins.symmetric(base)
        and _can_be_transposed(words, place)
    ):
        yield "transpose", token.end, token.end, r"^\top "


def _letters(words: list[Token], place: int, table: SymbolTable) -> list[str]:
    r"""Return indices to put in the place of another; where a range is stated, of another range.

    `j = 1, \dots, n` stays true with k for j, and a sum over i may be renamed where nothing
    depends on i; a letter that counts something else is a lie in either place.
    """
    base = words[place].name
    others = [item for item in sorted(table.indices) if item not in {base, "t"}]
    after = words[place + 1].name if place + 1 < len(words) else ""
    if after in {"=", r"\in"} or base == "t":
        others = [item for item in others if table.indices[item] != table.indices[base]]
    return others[:2] if base != "t" else []


def _shape_is_claimed(words: list[Token], place: int) -> bool:
    r"""Whether `\in \mathbb{R}` follows: it is true of every symbol of the same shape."""
    k = place + 1
    while k < len(words) and words[k].text in {"_", "^"}:
        k = _group(words, k + 1) + 1
    texts = [word.name for word in words[k : k + 2]]
    return texts[:1] == [r"\in"] and texts[1:] in ([r"\mathbb{R}"], [r"\mathbb{N}"])


def _shape_of(words: list[Token], place: int) -> tuple[int, int]:
    """How many subscripts and primes follow."""
    count = primes = 0
    k = place + 1
    while k < len(words):
        if words[k].text == "'":
            primes += 1
            k += 1
        elif words[k].text == "_":
            last = _group(words, k + 1)
            inner = [w for w in words[k + 1 : last + 1] if w.text not in {"{", "}", ","}]
            plain = [w for w in inner if w.kind in {"letter", "number"}]
            count = 1 if any(w.text in {"+", "-"} for w in inner) else len(plain)
            if len(plain) == 1 and plain[0].kind == "number" and len(plain[0].text) == 2:
                count = 2
            k = last + 1
        elif words[k].text == "^":
            last = _group(words, k + 1)
            inner_text = "".join(w.text for w in words[k + 1 : last + 1])
            if inner_text == "{(t+1)}":
                primes += 1
            k = last + 1
        else:
            break
    return count, primes


def _can_be_transposed(words: list[Token], place: int) -> bool:
    after = words[place + 1] if place + 1 < len(words) else None
    before = words[place - 1] if place else None
    if after and after.text == "^":
        return False
    if place > 1 and words[place - 2].name == r"\operatorname{rank}":
        return False  # a matrix and its transpose have one rank
    # the norm of a row is the norm of the column
    return not (
        before and after and before.text in {r"\|", r"\lVert"} and after.text in {r"\|", r"\rVert"}
    )
