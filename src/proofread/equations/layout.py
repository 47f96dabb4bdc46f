r"""Takes the layout away before a formula is parsed: alignment, line ends, boxes around relations.

What remains are clauses; a line that starts with a relation goes on with the chain before it.
"""

from __future__ import annotations

from dataclasses import replace

from proofread.equations.errors import EquationError
from proofread.equations.tokens import Token

ALIGNED = {
    "aligned", "align", "align*", "split", "gather", "gather*", "gathered", "equation",
    "equation*", "alignat",
}  # fmt: skip
RELATIONS = {
    "=": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": "<=", r"\leq": "<=",
    r"\leqslant": "<=", r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=", r"\ne": "!=",
    r"\neq": "!=", r"\approx": "~=", ":=": ":=", r"\coloneqq": ":=", r"\leftarrow": "<-",
    r"\gets": "<-", r"\equiv": "=", r"\propto": "prop", r"\in": "in", r"\succeq": "psd",
    r"\succ": "pd", r"\to": "->", r"\rightarrow": "->", r"\sim": "law",
}  # fmt: skip


def unlayout(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens without alignment; line ends become tokens of the kind `newline`."""
    stack: list[str] = []
    found: list[Token] = []
    boxes = _boxes(tokens)
    for place, token in enumerate(tokens):
        inside = stack[-1] if stack else ""
        aligned = inside in ALIGNED or not inside
        if token.kind == "begin":
            stack.append(token.name[7:-1])
            if stack[-1] in ALIGNED:
                if len(stack) > 1 and stack[-2] not in ALIGNED:
                    raise EquationError("alignment inside a matrix", token.start, token.text)
                continue
        elif token.kind == "end":
            if not stack or stack.pop() != token.name[5:-1]:
                raise EquationError("an end without its begin", token.start, token.text)
            if inside in ALIGNED:
                continue
        elif (token.text == "&" and inside in ALIGNED) or place in boxes or token.kind == "tag":
            continue
        elif token.kind == "row" and aligned:
            token = replace(token, kind="newline")
        found.append(token)
    if stack:
        raise EquationError(f"{stack[-1]} is not closed", tokens[-1].end, tokens[-1].text)
    return tuple(found)


def _boxes(tokens: tuple[Token, ...]) -> set[int]:
    r"""Places of `\boxed`, its brace and the closing brace, where the box holds a relation."""
    places: set[int] = set()
    for start, token in enumerate(tokens):
        if token.text != r"\boxed" or start + 1 >= len(tokens) or tokens[start + 1].text != "{":
            continue
        depth, relation = 0, False
        for end in range(start + 1, len(tokens)):
            depth += (tokens[end].text == "{") - (tokens[end].text == "}")
            relation |= depth == 1 and tokens[end].name in RELATIONS
            if depth == 0:
                if relation:
                    places |= {start, start + 1, end}
                break
    return places
