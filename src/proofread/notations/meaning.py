"""What a tree means, whatever its symbols are called: two notations of one formula mean the same.

A symbol counts by what its table declares it to be, its Python name, and not by how it is written.
"""

from __future__ import annotations

from dataclasses import fields

from proofread.equations.symbols import SymbolTable
from proofread.equations.tree import Call, Name, Node


def meaning(part: object, table: SymbolTable) -> object:
    """Return a nested tuple that is equal for two trees only where all their parts are."""
    if isinstance(part, Name):
        return _of_name(part, table)
    if isinstance(part, Call):
        arguments = meaning(part.arguments, table)
        return "call", _function(part.function, table), part.primes, arguments
    if isinstance(part, Node):
        own = (field for field in fields(part) if field.compare)  # without its span
        return type(part).__name__, *(meaning(getattr(part, field.name), table) for field in own)
    if isinstance(part, tuple):
        return tuple(meaning(item, table) for item in part)
    return part


def _function(sign: str, table: SymbolTable) -> tuple[str, ...]:
    if sign in table.functions:
        return "function", table.functions[sign]
    if sign in table.calls:
        return "value", table.calls[sign][0]
    return "built-in", sign


def _of_name(name: Name, table: SymbolTable) -> object:
    indices = tuple(meaning(index, table) for index in name.subscripts)
    return _declared(name, table), indices, name.primes, name.timed


def _declared(name: Name, table: SymbolTable) -> tuple[object, ...]:
    if name.base in table.sets:
        return "set", table.sets[name.base]
    found = table.find(name.base, len(name.subscripts), name.primes)
    if found is not None and table.definitions[found[0]].kind == "index":
        # One row declares j and k, which are two indices all the same.
        letters = [spelling.base for spelling in table.definitions[found[0]].spellings]
        return "index", found[0], letters.index(name.base)
    return "value", found
