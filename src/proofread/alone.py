"""Runs what readers see without what they do not: the examples of a page, and no hidden code.

Who copies the examples in page order gets exactly this. It is run before any hidden code of the
page, so that nothing that this changes in the process can help. Where it comes out otherwise than
on the whole page, the hidden code takes part in an example, and the example fails.

Hidden code may set up names of its own. It may not change what it has not made, which another page
would see, nor bind a name that means something else to the reader: one of Python's own, or one that
an example further up has bound.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Set

from proofread.code import Outcome
from proofread.context import Context
from proofread.engine import Engine, Session
from proofread.names import names_of
from proofread.optional import left_out
from proofread.piece import Fence
from proofread.stops import run_prompts, run_statements
from proofread.syntax import read_code

Alone = Outcome | Session
#: What reaches everything by its name, so that no reading of the code tells what it changes.
UNREADABLE = {"__import__", "delattr", "eval", "exec", "globals", "setattr", "vars"}


def run_alone(context: Context) -> dict[int, Alone]:
    """Return what came out of each example, by its place, with the examples alone."""
    engine = Engine(context.page.path, {}, context.engine.tape)
    lost: dict[str, str] = {}
    results: dict[int, Alone] = {}
    for piece in context.page.pieces:
        if not isinstance(piece, Fence) or piece.language not in {"python", "pycon"}:
            continue
        if left_out(context, piece, lost):
            continue
        run = run_statements if piece.language == "python" else run_prompts
        results[piece.start] = run(engine, piece, lambda _: None)
    return results


def hidden_part(context: Context, fence: Fence, together: Alone) -> str:
    """Say what an example does without the hidden code, where that was tried, or nothing."""
    return "" if context.alone is None else difference(context.alone[fence.start], together)


def difference(alone: Alone, together: Alone) -> str:
    r"""Say what an example does without the hidden code, or nothing where that is the same.

    >>> difference(Outcome("1"), Outcome("2"))
    'without the hidden code of the page it prints\n1'
    """
    if alone == together:
        return ""
    if isinstance(alone, Outcome):
        told = alone.problem or f"it prints\n{alone.printed or 'nothing'}"
    else:
        told = alone[1].problem or f"it gives\n{''.join(prompt.came for prompt in alone[0])}"
    return f"without the hidden code of the page {told}"


def reach(source: str, bound: Set[str] = frozenset()) -> str:
    """Say what some hidden code reaches beyond the names that it sets up, or return nothing.

    ``bound`` are the names that the examples above have bound.

    >>> reach("import math; math.pi = 3"), reach("rows = [1]; rows[0] = 2"), reach("p = 1", {"p"})
    ('math.pi, which it has not made', '', 'p, which an example above has bound')
    """
    try:
        tree = read_code(source)
    except SyntaxError:
        return ""  # running it says so
    for name in sorted(names_of(tree)[1]):
        if name in bound:
            return f"{name}, which an example above has bound"
        if hasattr(builtins, name):
            return f"{name}, which is Python's own"
    made = set(_made(tree))
    for node in ast.walk(tree):
        match node:
            case (
                ast.Attribute(ctx=ast.Store() | ast.Del())
                | ast.Subscript(ctx=ast.Store() | ast.Del())
            ):
                if _root(node) not in made:
                    return f"{ast.unparse(node)}, which it has not made"
            case ast.Name(id=name, ctx=ast.Load()) if name in UNREADABLE:
                return f"{name}, with which it could change anything"
    return ""


def _made(tree: ast.AST) -> Iterator[str]:
    """Yield the names that some code binds, less those of what it imports."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
