r"""Writes the docstrings of a module into a page, where they are judged as all that people read.

A page below docs/api has a line ``::: package.module``. The module is read, never imported: each
public name gives a heading, its signature, the paragraphs of its docstring, and its examples, which
run as a session of the page. The indented lines below it say what must not go unread:

    ::: logistic_gradient.sigmoid
        1 / (1 + e^-z) => $\sigma(z) = \dfrac{1}{1 + e^{-z}}$
        Source: Bishop, Pattern Recognition and Machine Learning (2006), section 4.2.

The first shows a stretch of the docstrings in another way, which the checker understands; each
stretch must be there. The others repeat the sources that the docstrings name, word for word.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path, PurePosixPath

from proofread.names import names_of
from proofread.notebook import Line

FOLDER = PurePosixPath("docs", "api")
DIRECTIVE = re.compile(r"::: (?P<module>[a-z_]+(?:\.[a-z_]+)*)")
SOURCE = "Source: "
NAME = r"\b[a-z]+(?:[._][a-z]+)*_[a-z]+(?:[._][a-z]+)*\b"  # shown as code
WIDTH = 76  # of a signature on one line

#: What docstrings say in digits and a page says in words, so that there is nothing to bind.
WORDS = {"0 and 1": "zero and one", "0 or 1": "zero or one", "label 1": "label one",
         "label 0": "label zero", "[0, 1]": "the interval from zero to one"}  # fmt: skip


class DocstringError(ValueError):
    """A page names what the module does not have; ``line`` says where."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


@dataclass
class Notes:
    """The lines below a directive: how to show stretches, and which sources there are."""

    line: int
    shown: dict[str, str] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Found:
    """A function or class, the file that defines it, and what its examples may use.

    That is the names around it in its own module, and the imports of other packages by name.
    """

    node: ast.FunctionDef | ast.ClassDef
    path: Path
    around: Set[str]
    imports: Mapping[str, str]


def is_reference(path: str) -> bool:
    """Whether a path, relative to the project, is that of a page with docstrings.

    >>> is_reference("docs/api/a.md"), is_reference("docs/a.md")
    (True, False)
    """
    name = PurePosixPath(path)
    return name.suffix == ".md" and name.parent == FOLDER


def with_docstrings(text: str, root: Path) -> list[Line]:
    """Return the lines of a page with the docstrings that it names in their places."""
    made: list[Line] = []
    lines = text.split("\n")
    n = 0
    while n < len(lines):
        directive = DIRECTIVE.fullmatch(lines[n].rstrip())
        if directive is None:
            made.append(Line(lines[n], n + 1))
            n += 1
            continue
        end = n + 1
        while end < len(lines) and lines[end].startswith("    "):
            end += 1
        notes = _notes(lines[n + 1 : end], n + 1)
        module = directive["module"]
        made += _module(module, root, notes)
        if unused := (notes.shown.keys() | notes.sources) - notes.used:
            raise DocstringError(n + 1, f"no docstring of {module} has {min(unused)!r}")
        n = end
    return made


def _notes(lines: Iterable[str], line: int) -> Notes:
    notes = Notes(line)
    for text in filter(None, (text.strip() for text in lines)):
        stretch, arrow, shown = text.partition(" => ")
        if text.startswith(SOURCE):
            notes.sources.add(text.removeprefix(SOURCE))
        elif arrow:
            notes.shown[stretch.strip()] = shown.strip()
        else:
            raise DocstringError(line, f"{text!r} is neither `stretch => shown` nor a source")
    return notes


def _module(module: str, root: Path, notes: Notes) -> Iterator[Line]:
    path = _file(module, root, notes)
    for found in _public(path, notes):
        node, file = found.node, found.path.relative_to(root).as_posix()
        docstring = ast.get_docstring(node) or ""
        start, indent = node.body[0].lineno, node.body[0].col_offset

        def lines(texts: Iterable[str], at: int, shift: int = 0, file: str = file) -> list[Line]:
            return [Line(text, at, shift, file) for text in texts]

        yield from lines(["", f"## `{node.name}` {{ #{module}.{node.name} }}", ""], node.lineno)
        if isinstance(node, ast.FunctionDef):
            signature = ["```signature", *_signature(node).split("\n"), "```", ""]
            yield from lines(signature, node.lineno)
        prose, examples = _parted(docstring)
        for place, paragraph in prose:
            yield from lines([_shown(paragraph, notes), ""], start + place, indent)
        if isinstance(node, ast.ClassDef):
            for place, field_of_class in _fields(node, notes):
                yield from lines([field_of_class], place, indent)
            yield from lines([""], node.lineno)
        if examples:
            place = start + examples[0][0]
            imports = _imports([text for _, text in examples], module, found)
            yield from lines(["```pycon", *imports], place)
            for row, text in examples:
                yield from lines([text], start + row, indent)
            yield from lines(["```", ""], place)


def _file(module: str, root: Path, notes: Notes) -> Path:
    place = root.joinpath("src", *module.split("."))
    for path in (place.with_suffix(".py"), place / "__init__.py"):
        if path.is_file():
            return path
    raise DocstringError(notes.line, f"there is no module {module}")


def _public(path: Path, notes: Notes) -> Iterator[Found]:
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
            yield from (found for found in _public(inner, notes) if found.node.name == name)
        else:
            raise DocstringError(notes.line, f"{path.name} lists {name} and does not have it")


def _listed(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return []


def _signature(node: ast.FunctionDef) -> str:
    """Return the signature, on one line where it fits.

    >>> _signature(ast.parse("def f(x: int, *, h: float = 1.5) -> int: ...").body[0])
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


def _parted(docstring: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    r"""Return the paragraphs, each on one line, and the lines of the examples, with their rows.

    >>> _parted("Add\none.\n\n>>> 1 + 1\n2")
    ([(0, 'Add one.')], [(3, '>>> 1 + 1'), (4, '2')])
    """
    rows = docstring.split("\n")
    first = next((n for n, text in enumerate(rows) if text.startswith(">>>")), len(rows))
    paragraphs: list[tuple[int, str]] = []
    for n, text in enumerate(rows[:first]):
        if text.strip() and (n == 0 or not rows[n - 1].strip()):
            paragraphs.append((n, text.strip()))
        elif text.strip():
            paragraphs[-1] = (paragraphs[-1][0], f"{paragraphs[-1][1]} {text.strip()}")
    examples = [(n, text) for n, text in enumerate(rows) if n >= first and text.strip()]
    return paragraphs, examples


def _shown(paragraph: str, notes: Notes) -> str:
    """Return a paragraph as the page shows it."""
    if paragraph.startswith(SOURCE):
        source = paragraph.removeprefix(SOURCE)
        if source not in notes.sources:
            raise DocstringError(notes.line, f"repeat below the directive: {paragraph}")
        notes.used.add(source)
        return f"Source: {source}<!-- cited: {source} -->"
    for stretch in sorted(notes.shown, key=len, reverse=True):
        if stretch in paragraph:
            notes.used.add(stretch)
    known = WORDS | notes.shown
    keys = "|".join(re.escape(key) for key in sorted(known, key=len, reverse=True))
    stretches = rf"(?<![\d.])(?:{keys})(?!\.?\d)"  # not a part of a longer number

    def one(match: re.Match[str]) -> str:
        return known.get(match[0]) or (f"`{match[0]}`" if match["name"] else match[0])

    text = re.sub(f"{stretches}|`[^`]*`|(?P<name>{NAME})", one, paragraph)
    return re.sub(r"^Raises (\w+)", r"**Raises** `\1`", text)


def _fields(node: ast.ClassDef, notes: Notes) -> Iterator[tuple[int, str]]:
    """Yield the fields that have a docstring below them, as items of a list, with their lines."""
    for pair in pairwise(node.body):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=text)):
                words = " ".join(str(text).split())
                yield pair[1].lineno, f"- `{name}`: {_shown(words, notes)}"


def _imports(examples: list[str], module: str, found: Found) -> list[str]:
    """Return the prompts that import what the examples take from their module."""
    code = "\n".join(line[4:] for line in examples if line[:3] in {">>>", "..."})
    tree = ast.parse(textwrap.dedent(code))
    imported = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }  # fmt: skip
    needed = names_of(tree)[0] - imported
    prompts = [f">>> {found.imports[name]}" for name in sorted(needed & found.imports.keys())]
    if names := sorted(needed & found.around):
        prompts.append(f">>> from {module} import {', '.join(names)}")
    return prompts
