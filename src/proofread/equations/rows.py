r"""Reads one row of the symbol table: what is declared, in TeX and in Python.

A row has five cells: symbols, meaning, shape, name in Python, how it is computed. The last cell is
`given` with a domain, `1 to n` for an index, or Python in backticks; a function is written
`1 / (1 + exp(-z))` beside the symbol `$\sigma(z)$`, or as a lambda.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from proofread.equations.code import compile_code
from proofread.equations.errors import EquationError
from proofread.equations.spelling import Spelling, read_spellings

HEADER = ("Symbol", "Meaning", "Shape", "In Python", "How it is computed")
_DOMAINS = {  # the first that occurs in the cell counts
    "between 0 and 1": "unit", "0 or 1": "label", "0 and 1": "label", "zeros and ones": "label",
    "whole number": "whole", "non-negative": "positive",
    "nonzero": "real", "positive": "positive", "small": "small", "real": "real",
}  # fmt: skip


@dataclass(frozen=True)
class Definition:
    """What a row declares; `kind` is value, index, function or set."""

    name: str
    kind: str
    shape: tuple[str, ...]
    spellings: tuple[Spelling, ...]
    meaning: str = ""
    domain: str = ""
    code: str = ""
    parameters: tuple[str, ...] = ()

    @property
    def given(self) -> bool:
        """Whether points choose the value freely."""
        return not self.code


def read_row(cells: Sequence[str]) -> Definition:
    """Read the five cells of a row.

    Raises:
        EquationError: a cell that has none of the documented forms.

    """
    if len(cells) != 5:
        raise EquationError(f"a symbol has five cells, separated by |; this has {len(cells)}")
    symbols, meaning, shape_text, python, how = (cell.strip() for cell in cells)
    spellings = read_spellings(symbols)
    if shape_text.strip() == "index" and "`" in python:
        letters = [item.base for item in spellings]
        if python.split("`")[1::2] != letters:
            raise EquationError(
                f"an index has its letter as its name in Python: {letters}", 0, python
            )
    python = python.split("`")[1] if "`" in python else python  # of several names, the first
    call = re.fullmatch(r"([A-Za-z_]\w*)\(([\w, ]*)\)", python)
    name = call[1] if call else python
    if not re.fullmatch(r"[A-Za-z_]\w*", name):
        raise EquationError(f"the column In Python needs a name, not {python!r}", 0, symbols)
    kind, shape = _shape(shape_text.replace("`", "").replace("$", "").strip(), symbols)
    code, domain = _how(how, kind, symbols)
    parameters: tuple[str, ...] = ()
    if kind == "function":
        if not code:
            raise EquationError("a function needs Python code", 0, symbols)
        if (match := re.fullmatch(r"lambda ([\w, ]+):(.*)", code, re.S)) or (
            match := re.fullmatch(rf"{name}\(([\w, ]+)\)\s*=(?!=)(.*)", code, re.S)
        ):
            parameters, code = _names(match[1]), match[2].strip()
        elif call:
            parameters = _names(call[2])
        elif spellings[0].arguments:
            parameters = spellings[0].arguments
        elif len(free := compile_code(code).names) == 1:
            parameters = tuple(free)
        else:
            raise EquationError("write the function with its argument, as in f(x)", 0, symbols)
    return Definition(name, kind, shape, spellings, meaning, domain, code, parameters)


def _names(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


def _shape(text: str, where: str) -> tuple[str, tuple[str, ...]]:
    if text in {"index", "function", "set"}:
        return text, ()
    if text == "scalar":
        return "value", ()
    if match := re.fullmatch(r"\(([\w+, ]+)\)", text):
        return "value", tuple(item.replace(" ", "") for item in _names(match[1]))
    raise EquationError(f"unknown shape {text!r}", 0, where)


def _how(text: str, kind: str, where: str) -> tuple[str, str]:
    bare = text.replace("`", "").strip()
    if kind == "index":
        match = re.fullmatch(r"(?:from )?1 to (\w+)", bare)
        if match is None:
            raise EquationError("an index runs `from 1 to` a name", 0, where)
        return "", match[1]
    if kind == "set" and (match := re.fullmatch(r"(?:given: )?a subset of 1 to (\w+)", bare)):
        return "", f"subset {match[1]}"
    codes = re.findall(r"`([^`]+)`", text)
    if bare.lower().startswith("given"):
        domain = _DOMAINS.get(bare.lower().removeprefix("given:").strip())
        if domain is not None:
            return "", domain
        raise EquationError(f"unknown domain in {text!r}", 0, where)
    if len(codes) == 1:
        return codes[0].strip(), ""
    if not codes and "|" not in bare and bare:
        return bare, ""
    raise EquationError("one piece of Python in backticks is needed, or `given` and a domain",
                        0, where)  # fmt: skip
