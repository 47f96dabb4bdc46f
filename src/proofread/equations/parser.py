r"""Parses a whole formula: chains of relations, implications, conditions.

Everything must be used up: a token that no rule takes is an error with its offset.
"""

from __future__ import annotations

import re
import unicodedata
from collections import OrderedDict

from proofread.equations.binders import BinderParser
from proofread.equations.ellipsis import Dots
from proofread.equations.errors import EquationError
from proofread.equations.layout import RELATIONS, unlayout
from proofread.equations.symbols import SymbolTable
from proofread.equations.tokens import Token
from proofread.equations.tree import (
    Call,
    Cases,
    Chain,
    Clause,
    Constant,
    Formula,
    Link,
    Listing,
    Name,
    Node,
    Number,
    Power,
    Product,
    Space,
    Zeros,
)

ARROWS = {
    r"\Rightarrow": "=>", r"\implies": "=>", r"\Longrightarrow": "=>", r"\iff": "<=>",
    r"\Leftrightarrow": "<=>", r"\Longleftrightarrow": "<=>",
}  # fmt: skip
_CONDITIONS = {"if", "for", "when", "where", "as", "for all", "for every", "for each", "whenever"}
_JOINS = {"and", "or", "so", "hence", "therefore", "then", "thus", "that is", "with"}


class FormulaParser(BinderParser):
    """The entry point of the parsers."""

    def __init__(self, tex: str, table: SymbolTable) -> None:
        super().__init__(tex, table)
        for token in self.tokens:
            if token.kind in {"text", "tag"} and table.find(token.name, 0, 0) is None:
                self._only_words(token)
        self.tokens = unlayout(self.tokens)

    def _only_words(self, token: Token) -> None:
        """Refuse a formula in a text or a tag: nobody computes it."""
        text = token.text.partition("{")[2].rstrip("}")
        if token.kind == "tag" and not re.fullmatch(r"[A-Za-z]*", text):
            self.fail("a tag has plain letters only", token)
        plain = re.sub(r"(?<=[A-Za-z]{2})[-–](?=[A-Za-z]{2})", " ", text)
        if re.search(r"[-<>+*/^_]", plain) or any(
            unicodedata.category(sign) in {"Sm", "Pd"} or sign in "·⋅∙" for sign in plain
        ):
            self.fail("an operator in a text cannot be checked", token)
        for letter in re.findall(r"(?<![^\W_])[^\W\d_](?![^\W_])", text):
            if token.kind == "text" and self.table.is_base(letter):
                self.fail(f"the symbol {letter} in a text cannot be checked", token)

    def formula(self) -> Formula:
        """All clauses up to the end."""
        clauses: list[Clause] = []
        self._skip()
        while self.kind() != "finish":
            clauses.append(self._clause())
            if self.kind() != "finish" and not self._separator():
                self.fail("not understood here")
            if self.at("+", "-") and self.tokens[self.position - 1].kind != "text":
                self.fail("a clause that starts with a sign reads as going on with the last one")
        if not clauses:
            self.fail("an empty formula")
        return Formula((0, len(self.tex)), tuple(clauses))

    def _separator(self) -> bool:
        """Skip what parts clauses; a text that is no known word is a remark and ends its line."""
        found = self._skip()
        if self.kind() == "text" and self._word() in _JOINS:
            self.words()
            self._skip()
            return True
        if self.kind() == "text" and self._word() not in _CONDITIONS and not self.starts_name():
            self.words()
            if self.kind() not in {"newline", "finish"} and not self.at(",", ".", ";"):
                self.fail("a remark ends its line")
            self._skip()
            return True
        return found

    def _word(self) -> str:
        text = self.peek().text.partition("{")[2].rstrip("}")
        return " ".join(text.split()).strip(" ,:")

    def _skip(self) -> bool:
        found = False
        while self.kind() in {"separator", "newline"} or self.at(",", ";", ".", ":"):
            self.take()
            found = True
        return found

    def _clause(self) -> Clause:
        start = self.peek().start
        conditions: list[Chain] = []
        if self._condition_starts():
            conditions += self._conditions()
            if not self._separator():
                self.fail("a condition needs its conclusion after a comma")
        chains, arrows = [self.chain()], []
        while True:
            here = self.position
            self._skip_lines()
            if self.kind() != "finish" and self.peek().name in ARROWS:
                arrows.append(ARROWS[self.take().name])
                self._skip_lines()
                chains.append(self.chain())
            else:
                self.position = here
                break
        here = self.position
        self._skip_spaces()
        if self._condition_starts():
            conditions += self._conditions()
        else:
            self.position = here
        return Clause(self.since(start), tuple(chains), tuple(arrows), tuple(conditions))

    def _skip_lines(self) -> None:
        while self.kind() in {"newline", "separator"}:
            self.take()

    def _skip_spaces(self) -> None:
        self.accept(",")
        while self.kind() == "separator":
            self.take()

    def _condition_starts(self) -> bool:
        return self.at(r"\forall") or (self.kind() == "text" and self._word() in _CONDITIONS)

    def _conditions(self) -> list[Chain]:
        if self.at(r"\forall"):
            self.take()
        else:
            self.words()
        found = [self.chain()]
        while self.kind() == "text" and self._word() == "and":
            self.words()
            found.append(self.chain())
        for item in found:
            if not item.links and not self._index_alone(item):
                raise EquationError("a condition without a relation", item.span[0],
                                    self.tex[slice(*item.span)])  # fmt: skip
        return [item for item in found if item.links]

    def _index_alone(self, chain: Chain) -> bool:
        side = chain.sides[0]
        return isinstance(side, Name) and side.base in self.table.indices

    def chain(self) -> Chain:
        """Sides with relations between them; goes on in a line that starts with a relation."""
        start = self.peek().start
        sides, links = [self._side("")], []
        while True:
            here = self.position
            self._remark()
            self._skip_lines()
            token = self.peek()
            if token.kind == "finish" or token.name not in RELATIONS:
                self.position = here
                break
            self.take()
            sign = RELATIONS[token.name]
            links.append(Link((token.start, token.end), sign))
            sides.append(self._side(sign))
        sides = [_beside(sides, k) for k in range(len(sides))]
        end = sides[-1].span[1]
        return Chain((start, max(end, self.last if not links else end)), tuple(sides), tuple(links))

    def _remark(self) -> None:
        """Skip the words at the end of a line when the next line goes on with the chain."""
        here = self.position
        while self.kind() == "separator":
            self.take()
        if self.kind() == "text" and self._word() not in _CONDITIONS | _JOINS:
            self.words()
            if self.kind() == "newline":
                return
        self.position = here

    def _side(self, sign: str) -> Node:
        if sign == "in":
            return self._set()
        if sign == "law":
            return self._law()
        if self.kind() == "begin" and self.peek().name == r"\begin{cases}":
            return self._cases()
        if sign == "->" and self.at("+", "-") and self.peek(1).text == r"\infty":
            return self.expression()
        node = self.expression()
        if isinstance(node, Dots):
            raise EquationError("an ellipsis alone", node.span[0], "...")
        if isinstance(node, Number) and sign == "=" and self.at(","):
            return self._range(node)
        return node

    def _range(self, first: Number) -> Node:
        r"""`i = 1, \\dots, m`: the values of an index; anything else leaves the number alone."""
        here = self.position
        self.take()
        while self.kind() == "number" and self.peek(1).text == ",":
            self.take()
            self.take()
        if not self.at(r"\dots", r"\ldots", r"\cdots", r"\dotsc"):
            self.position = here
            return first
        self.position = here
        items: list[Node] = [first]
        while not (len(items) > 1 and isinstance(items[-2], Dots)):
            self.expect(",")
            items.append(self.expression())
        from proofread.equations.ellipsis import collapse

        self.wildcards += 1
        span = self.since(first.span[0])
        return Listing(span, "range", collapse(items, self.wildcards), "range")

    def _set(self) -> Node:
        start = self.peek().start
        if self.at(r"\mathbb{R}", r"\mathbb{N}", r"\mathbb{Z}"):
            letter = self.take().name[8]
            dimensions: tuple[Node, ...] = ()
            if self.accept("^"):
                size = self.argument()
                body = getattr(size, "body", size)
                if isinstance(body, Product):
                    if set(body.operators) != {r"\times"}:
                        self.fail("dimensions are joined by \\times")
                    dimensions = body.factors
                else:
                    dimensions = (body,)
            return Space(self.since(start), letter, dimensions)
        node = self.atom()
        if self.accept("^"):
            exponent = self.argument()
            return Power(self.since(start), node, exponent)
        return node

    def _law(self) -> Node:
        """Return a distribution: an upright name and its parameters."""
        token = self.take()
        if token.kind not in {"operator", "symbol"} or not self.at("("):
            self.fail("expected a distribution such as \\operatorname{Bernoulli}(p)", token)
        group = self.factor_group()
        body = getattr(group, "body", None)
        items = group.items if isinstance(group, Listing) else (body,)
        found = tuple(item for item in items if isinstance(item, Node))
        return Call(self.since(token.start), token.name, 0, found)

    def _cases(self) -> Node:
        begin = self.take()
        values: list[Node] = []
        conditions: list[Chain | None] = []
        while True:
            values.append(self.expression())
            self.accept(",")
            self.expect("&")
            if self.kind() == "text":
                words = self.words().strip(" ,:")
                if words in {"otherwise", "else"}:
                    conditions.append(None)
                elif words in _CONDITIONS:
                    conditions.append(self.chain())
                else:
                    self.fail("expected a condition", self.tokens[self.position - 1])
            else:
                conditions.append(self.chain())
            if self.at(",", "."):
                self.take()
            if self.kind() != "row":
                break
            self.take()
            if self.kind() == "end":
                break
        if self.kind() != "end" or self.peek().name != r"\end{cases}":
            self.fail("expected the end of the cases")
        self.take()
        return Cases(self.since(begin.start), tuple(values), tuple(conditions))

    def _event(self) -> Node:
        return self.chain()


def _beside(sides: list[Node], place: int) -> Node:
    """Return a side; a zero vector gets the length of the side before it, or after it."""
    side = sides[place]
    if len(sides) == 1 or not (isinstance(side, Constant) and side.name == "zeros"):
        return side
    return Zeros(side.span, sides[place - 1] if place else sides[1])


_cache: OrderedDict[tuple[int, str], tuple[SymbolTable, Formula]] = OrderedDict()


def parse(tex: str, table: SymbolTable) -> Formula:
    """Read a formula over a table.

    Raises:
        EquationError: an unknown token, an undeclared symbol, or anything left over.

    """
    key = (id(table), tex)
    if key not in _cache:
        try:
            _cache[key] = table, FormulaParser(tex, table).formula()
        except RecursionError as error:
            raise EquationError("nested too deeply", 0, tex[:20]) from error
        if len(_cache) > 4096:
            _cache.popitem(last=False)
    return _cache[key][1]
