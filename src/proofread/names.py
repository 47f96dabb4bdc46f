"""Finds names that a page assigns and never uses: numbers that nothing depends on."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from proofread.syntax import read_code

DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
#: Statements that bind their names whatever happens, once they are run.
BINDS = (ast.Assign, ast.Import, ast.ImportFrom, *DEFINITION)


@dataclass(frozen=True)
class Dead:
    """A line of a page that nothing depends on, and why."""

    line: int
    why: str


@dataclass
class Usage:
    """Follows the names of a page in page order."""

    dead: list[Dead] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)  # bound by what readers see
    _pending: dict[str, int] = field(default_factory=dict)  # assigned here, not used yet
    _late: set[str] = field(default_factory=set)  # read inside functions, whenever these run

    def code(
        self, source: str, first_line: int, *, visible: bool = True, prompt: bool = False
    ) -> None:
        """Take in some code: hidden code may leave names unused, and a prompt shows its value."""
        for statement, loads, stores in _statements(source):
            line = statement.lineno + first_line - 1
            self.read(loads)
            if isinstance(statement, DEFINITION):
                self._late |= loads
            if visible and not prompt and _idle(statement):
                self.dead.append(Dead(line, "its value is neither printed nor used"))
            if visible:
                self.shown |= stores
                self.dead += [Dead(line, "a plus in front changes nothing")] * has_plus(statement)
            for name in stores:
                self._rebind(name)
                # A loop may read in its next round what it stores in this one.
                within = name in loads and isinstance(statement, ast.For | ast.While)
                if visible and not within and name != "_":
                    self._pending[name] = line

    def read(self, names: Iterable[str]) -> None:
        """Take in names that something depends on."""
        for name in names:
            self._pending.pop(name, None)

    def _rebind(self, name: str) -> None:
        if name in self._pending and name not in self._late:
            self.dead.append(Dead(self._pending[name], f"{name} is set again before it is used"))

    def finish(self) -> list[Dead]:
        """Return every line that nothing depends on, when the page is over."""
        unused = [
            Dead(line, f"{name} is never printed or used")
            for name, line in self._pending.items()
            if name not in self._late
        ]
        return self.dead + unused


@lru_cache(maxsize=1000)
def _statements(source: str) -> list[tuple[ast.stmt, set[str], set[str]]]:
    """Return the statements of some code with the names that they read and bind."""
    try:
        return [(statement, *names_of(statement)) for statement in read_code(source).body]
    except SyntaxError:
        return []  # running it says so


def names_of(tree: ast.AST) -> tuple[set[str], set[str]]:
    """Return the names that some code reads from outside, and those it binds for what follows."""
    loads: set[str] = set()
    stores: set[str] = set()
    match tree:
        case ast.Name(id=name, ctx=context):
            (loads if isinstance(context, ast.Load) else stores).add(name)
            return loads, stores
        case ast.alias(name=name, asname=asname):
            return loads, {asname or name.split(".")[0]}
        case ast.arg(arg=name):
            stores.add(name)  # annotations are read below
    for child in ast.iter_child_nodes(tree):
        read, bound = names_of(child)
        loads |= read
        stores |= bound
    match tree:
        case ast.AugAssign(target=ast.Name(id=name)):
            loads.add(name)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return loads - stores - {name}, {name}
        case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return loads - stores, set()
    return loads, stores


def needed_and_bound(tree: ast.Module) -> tuple[set[str], set[str]]:
    r"""Return the names that code reads before it has bound them, and those it binds for certain.

    >>> needed, bound = needed_and_bound(ast.parse("a = x\nb = 2\nif a + b:\n    c = a"))
    >>> sorted(needed), sorted(bound)
    (['x'], ['a', 'b'])
    """
    needed: set[str] = set()
    bound: set[str] = set()
    for statement in tree.body:
        loads, stores = names_of(statement)
        needed |= loads - bound
        if isinstance(statement, BINDS):
            bound |= stores
    return needed, bound


def has_plus(tree: ast.AST) -> bool:
    """Whether some code has a plus in front of a value, as in ``+x``, which changes nothing."""
    return any(isinstance(node, ast.UAdd) for node in ast.walk(tree))


def _idle(statement: ast.stmt) -> bool:
    """Whether a statement is an expression that does nothing; a call may do something."""
    if not isinstance(statement, ast.Expr):
        return False
    value = statement.value
    return not any(isinstance(n, ast.Call | ast.Await | ast.Yield) for n in ast.walk(value))
