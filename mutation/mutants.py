"""The mutants of a module: each is one function of it, with one thing in it changed.

What is changed is what mutmut changes: an operator, a number, an argument, a branch and so on.
Left out are annotations and decorators, text that people read, which is any string with a blank
in it, and arguments that a linter asks for (`LINTED`). Statements outside of functions are left as
they are, too.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

AROUND = 30  # characters of the code on each side of a change that its name shows
#: Arguments that no test can tell here; ruff tells where they are missing (B905, PLW1514).
LINTED = ("strict", "encoding")


@dataclass(frozen=True)
class Mutant:
    """A function that is to be replaced by another one."""

    path: Path
    function: str
    """As Python names it, with the classes around it."""
    line: int
    """Where it is changed."""
    reached: range
    """The lines of the statement: tests that come by here may tell."""
    defined: range
    """The lines at which the function may begin: those of its decorators, and of `def`."""
    definition: range
    """The lines of the function, from `def` to its end."""
    source: str
    """The changed function, in its classes."""
    name: str
    """File, function and change, which stay when lines are added; numbered if there are several."""

    def module(self, text: str) -> str:
        """Return the text of the module with the changed function in it."""
        lines = text.splitlines(keepends=True)
        changed = self.source.splitlines(keepends=True)[self.function.count(".") :]
        lines[self.definition.start - 1 : self.definition.stop - 1] = changed
        return "".join(lines)


def mutants_of(path: Path, root: Path) -> list[Mutant]:
    """Return the mutants of the functions in a file, each once."""
    text = (root / path).read_text("utf-8")
    visitor = _Visitor(path, text)
    MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True).visit(visitor)
    found: dict[tuple[str, str], Mutant] = {}
    originals: dict[str, str] = {}
    for mutant, original in visitor.mutants:
        try:
            tree = ast.dump(ast.parse(mutant.source))
        except SyntaxError:
            continue
        if original not in originals:
            originals[original] = ast.dump(ast.parse(original))
        if tree != originals[original]:
            found.setdefault((mutant.function, tree), mutant)
    names: Counter[str] = Counter()
    for key, mutant in found.items():
        names[mutant.name] += 1
        if (number := names[mutant.name]) > 1:
            found[key] = replace(mutant, name=f"{mutant.name} ({number})")
    return list(found.values())


class _Visitor(cst.CSTVisitor):
    """Makes the mutants of a module."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, path: Path, text: str) -> None:
        super().__init__()
        self.path = path
        self.lines = text.splitlines(keepends=True)
        self.module = cst.Module([])
        self.mutants: list[tuple[Mutant, str]] = []
        self.classes: list[str] = []
        self.function: cst.FunctionDef | None = None
        self.statements: list[range] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator) or _is_linted(node):
            return False
        if isinstance(node, cst.ClassDef) and self.function is None:
            self.classes.append(node.name.value)
        elif isinstance(node, cst.FunctionDef) and self.function is None:
            self.function = node
        if isinstance(node, cst.BaseCompoundStatement | cst.SimpleStatementLine):
            self.statements.append(self._lines_of(node))
        if self.function is not None and not _is_prose(node):
            self.mutants += self._mutated(node, self.function)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.BaseCompoundStatement | cst.SimpleStatementLine):
            self.statements.pop()
        if original_node is self.function:
            self.function = None
        elif isinstance(original_node, cst.ClassDef) and self.function is None:
            self.classes.pop()

    def _place(self, node: cst.CSTNode) -> CodeRange:
        return self.get_metadata(PositionProvider, node)

    def _lines_of(self, node: cst.CSTNode) -> range:
        """Return the lines of a statement, of a compound one those above its body.

        What stands in the head of a function runs where the function is defined, so that any test
        that comes by its body may tell.
        """
        place = self._place(node)
        last = place.end.line
        if isinstance(node, cst.BaseCompoundStatement) and not isinstance(node, cst.FunctionDef):
            body = getattr(node, "body", None)
            last = (
                self._place(body.body[0]).start.line - 1
                if isinstance(body, cst.IndentedBlock)
                else last
            )
        return range(place.start.line, max(last, place.start.line) + 1)

    def _mutated(
        self, node: cst.CSTNode, function: cst.FunctionDef
    ) -> Iterator[tuple[Mutant, str]]:
        """Yield the mutants that change this node, each with the function unchanged."""
        for kind, operator in mutation_operators:
            if not isinstance(node, kind):
                continue
            place = self._place(node)
            before = self._between(place)
            for other in operator(node):
                if _linted(other) != _linted(node):
                    continue
                after = self.module.code_for_node(other)
                whole = self._place(function)
                name = self._place(function.name)
                path = ".".join([*self.classes, function.name.value])
                change = _change(_in_a_line(before), _in_a_line(after))
                mutant = Mutant(
                    path=self.path,
                    function=path,
                    line=place.start.line,
                    reached=self.statements[-1],
                    defined=range(whole.start.line - len(function.decorators), name.start.line + 1),
                    definition=range(name.start.line, whole.end.line + 1),
                    source=self._definition(name.start.line, whole.end.line, place, after),
                    name=f"{self.path.as_posix()} {path}: {change}",
                )
                yield mutant, self._definition(name.start.line, whole.end.line, place, before)

    def _between(self, place: CodeRange) -> str:
        first, last = place.start, place.end
        lines = self.lines[first.line - 1 : last.line]
        lines[-1] = lines[-1][: last.column]
        lines[0] = lines[0][first.column :]
        return "".join(lines)

    def _definition(self, first: int, last: int, place: CodeRange, text: str) -> str:
        """Return the lines of a function with this text at that place, in its classes."""
        lines = self.lines[first - 1 : last]
        start, end = place.start, place.end
        head = lines[start.line - first][: start.column]
        tail = lines[end.line - first][end.column :]
        lines[start.line - first : end.line - first + 1] = [head + text + tail]
        heads = [f"{'    ' * depth}class {name}:\n" for depth, name in enumerate(self.classes)]
        return "".join(heads + lines)


def _is_prose(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.SimpleString) and " " in node.value


def _is_linted(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Arg) and node.keyword is not None and node.keyword.value in LINTED


def _linted(node: cst.CSTNode) -> list[str]:
    """Return those arguments of a call that the linter asks for, as they are written."""
    module = cst.Module([])
    found = [arg for arg in node.args if _is_linted(arg)] if isinstance(node, cst.Call) else []
    return [module.code_for_node(arg.value) for arg in found]


def _in_a_line(code: str) -> str:
    return " ".join(code.split())


def _change(before: str, after: str) -> str:
    """Return what was there and what is, without most of a long text that both have."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    first, last = max(0, start - AROUND), max(0, end - AROUND)
    cut = [code[first : len(code) - last] for code in (before, after)]
    return " -> ".join(("…" if first else "") + code + ("…" if last else "") for code in cut)


def _shared(one: str, other: str) -> int:
    """Return with how many of the same characters both begin."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
