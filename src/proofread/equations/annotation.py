r"""Reads the comment that follows an equation.

Parts are separated by `;`, entries of a part by commas:

    at: student                 evaluate at a named point
    with: n = 2, y = 1          fix given quantities at the random points (Python names)
    tight: z = 0, z -> oo       one witness for each inequality: where it is an equality
    tight: z -> oo and y = 0    a witness may set several quantities
    sides: p, 1/2               what each side of the chain is, in Python (instead of `tight`,
                                and for relations that nothing else can pin down, such as ≠)
    means: z > 0                the formula is a condition, not a claim; this is it in Python
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from proofread.equations.code import Code, compile_code
from proofread.equations.errors import EquationError


@dataclass(frozen=True)
class Setting:
    """`name = value`, or `name -> value` for a limit."""

    name: str
    value: str
    limit: bool = False


@dataclass(frozen=True)
class Annotation:
    """What a comment asks for."""

    at: str = ""
    fixed: tuple[Setting, ...] = ()
    tight: tuple[tuple[Setting, ...], ...] = ()
    sides: tuple[Code, ...] = ()
    means: tuple[Code, str, Code] | None = None


def split(text: str, separator: str = ",") -> list[tuple[int, str]]:
    """Parts between separators outside brackets, with their offsets."""
    parts, depth, start = [], 0, 0
    for place, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if character == separator and depth == 0:
            parts.append((start, text[start:place]))
            start = place + 1
    return [*parts, (start, text[start:])]


def setting(text: str, offset: int = 0) -> Setting:
    """Read `name = value` or `name -> value`."""
    match = re.fullmatch(r"\s*([A-Za-z_]\w*)\s*(=|->)\s*(.+?)\s*", text, re.S)
    if not match:
        raise EquationError("expected `name = value`", offset, text.strip())
    return Setting(match[1], match[3], match[2] == "->")


def read_annotation(text: str) -> Annotation:
    """Read the comment after an equation.

    Raises:
        EquationError: an unknown key, a key given twice, or a value that cannot be read.

    """
    found: dict[str, tuple[int, str]] = {}
    for offset, part in split(text, ";"):
        if not part.strip():
            continue
        key, colon, value = part.partition(":")
        key = key.strip()
        if not colon or key not in {"at", "with", "tight", "sides", "means"}:
            raise EquationError("unknown part of an annotation", offset, part.strip())
        if key in found or not value.strip():
            raise EquationError(f"{key!r} must be given once, with a value", offset, key)
        found[key] = (offset, value)
    at = found.get("at", (0, ""))[1].strip()
    fixed = tuple(
        setting(part, offset) for offset, part in split(found["with"][1])
    ) if "with" in found else ()  # fmt: skip
    tight = tuple(
        tuple(setting(item, offset) for item in re.split(r"\band\b", part))
        for offset, part in split(found["tight"][1])
    ) if "tight" in found else ()  # fmt: skip
    if any(item.limit for item in fixed):
        raise EquationError("`with` fixes values; a limit belongs into `tight`", 0, text)
    sides = tuple(
        compile_code(part, frozenset(re.findall(r"\w+", part)))
        for _, part in split(found["sides"][1])
    ) if "sides" in found else ()  # fmt: skip
    means = _meaning(found["means"][1]) if "means" in found else None
    return Annotation(at, fixed, tight, sides, means)


def _meaning(text: str) -> tuple[Code, str, Code]:
    match = re.fullmatch(r"([^<>=!]+)(<=|>=|!=|==|<|>)([^<>=!]+)", text)
    if not match:
        raise EquationError("expected one comparison in Python", 0, text.strip())
    functions = frozenset(re.findall(r"\w+", text))
    sign = {"==": "="}.get(match[2], match[2])
    return compile_code(match[1], functions), sign, compile_code(match[3], functions)
