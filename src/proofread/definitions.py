"""Finds the public functions and classes of a module, which is never imported; signatures."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

WIDTH = 76  # of a signature on one line


class DocstringError(ValueError):
    """A page names what the module does not have; ``line`` says where."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


@dataclass(frozen=True)
class Found:
    """A function or class, the file that defines it, and what its examples may use.

    That is the names around it in its own module, and the imports of other packages by name.
    """

    node: ast.FunctionDef | ast.ClassDef
    path: Path
    around: Set[str]
    imports: Mapping[str, str]


def file_of(module: str, root: Path, line: int) -> Path:
    """Return the file of a module or of a package, which a ``line`` of a page names."""
    place = root.joinpath("src", *module.split("."))
    for path in (place.with_suffix(".py"), place / "__init__.py"):
        if path.is_file():
            return path
    raise DocstringError(line, f"there is no module {module}")


def public_in(path: Path, line: int) -> Iterator[Found]:
    """Yield the public functions and classes of a module, or those in a package's ``__all__``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    definitions = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef))
    own = {node.name: node for node in definitions}
    imported = {
        alias.name: node.module or ""
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.level == 1
        for alias in node.names
    }
    foreign = {
        alias.asname or alias.name: ast.unparse(node)
        for node in tree.body
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    listed = _listed(tree)
    for name in listed or [name for name in own if not name.startswith("_")]:
        if name in own:
            yield Found(own[name], path, own.keys() | imported.keys(), foreign)
        elif name in imported and listed:
            inner = path.with_name(f"{imported[name]}.py")
            yield from (found for found in public_in(inner, line) if found.node.name == name)
        else:
            raise DocstringError(line, f"{path.name} lists {name} and does not have it")


def _listed(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return []


def signature_of(node: ast.FunctionDef) -> str:
    """Return the signature, on one line where it fits.

    >>> signature_of(ast.parse("def f(x: int, *, h: float = 1.5) -> int: ...").body[0])
    'f(x: int, *, h: float = 1.5) -> int'
    """
    bare = ast.FunctionDef(node.name, node.args, [ast.Pass()], [], node.returns, lineno=1)
    text = ast.unparse(ast.fix_missing_locations(bare)).split("\n")[0]
    text = re.sub(r"(: [^=,]+)=", r"\1 = ", text.removeprefix("def ").removesuffix(":"))
    if len(text) <= WIDTH:
        return text
    head, rest = text.split("(", 1)
    inside, tail = rest.rsplit(") ->", 1)
    depth, parts = 0, [""]
    for character in inside:
        depth += (character in "([{") - (character in ")]}")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    body = ",\n".join(f"    {part.strip()}" for part in parts)
    return f"{head}(\n{body},\n) ->{tail}"
