"""Where the relations of a clause are evaluated: named and random points, conditions, indices."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from proofread.equations import tree
from proofread.equations.annotation import Annotation, Setting
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate, quantity
from proofread.equations.linear import scalar, shape
from proofread.equations.model import Point, parse_value, random_point
from proofread.equations.numeric import Value
from proofread.equations.precise import precise, ten_to
from proofread.equations.symbols import SymbolTable
from proofread.equations.truth import chain_holds

#: How many random points: for equalities, to tell what is true everywhere, and to compare what is
#: true at some points only.
RANDOM, SOME, DENSE = 4, 24, 120


@dataclass
class Context:
    """A table, the page's named points, and the comment of one formula."""

    table: SymbolTable
    named: Mapping[str, Mapping[str, Value]]
    annotation: Annotation
    pool: dict[tuple[object, int], Point]
    conditions: tuple[tree.Chain, ...] = field(default=())
    known: Sequence[tree.Node] = field(default=())

    def fixed(self) -> dict[str, Value]:
        """Return the quantities fixed by `with`, and the sizes that their shapes imply."""
        found = {}
        for item in self.annotation.fixed:
            self.allowed(item)
            found[item.name] = parse_value(item.value)
        return {**_sizes(self.table, found), **found}

    def allowed(self, item: Setting) -> None:
        """Refuse to set what is not declared, or a label to something else than 0 or 1."""
        row = self.table.definitions.get(item.name)
        if row is None or row.kind not in {"value", "set"}:
            raise EquationError(f"{item.name} is not declared", 0, item.name)
        if row.domain == "label" and not row.shape and item.value not in {"0", "1"}:
            raise EquationError(f"{item.name} is 0 or 1", 0, item.value)

    def random(self, count: int = RANDOM) -> Iterator[Point]:
        """Random points, with what is fixed; kept, since formulas of a page share them."""
        fixed = self.fixed()
        key = tuple((item.name, item.value) for item in self.annotation.fixed)
        for number in range(count):
            if (key, number) not in self.pool:
                self.pool[key, number] = random_point(self.table, number, fixed)
            yield self.pool[key, number]

    def single(self) -> Iterator[Point]:
        """Two random points with axes of length 1."""
        fixed = self.fixed()
        key = ("single", *((item.name, item.value) for item in self.annotation.fixed))
        for number in range(2):
            if (key, number) not in self.pool:
                self.pool[key, number] = random_point(self.table, number + 1, fixed, single=True)
            yield self.pool[key, number]

    def point(self) -> Point:
        """Return the named point that the comment asks for."""
        name = self.annotation.at
        if name not in self.named:
            raise EquationError(f"no point is called {name!r}: declare it with `let {name}: ...`")
        if (name, 0) not in self.pool:
            given = dict(self.named[name])
            sizes = _sizes(self.table, given)
            self.pool[name, 0] = Point(self.table, {**sizes, **given}, name)
        return self.pool[name, 0]

    def sized(self) -> Context:
        """Return the context whose random points have the sizes of the named point."""
        sizes = _sizes(self.table, dict(self.named[self.annotation.at]))
        settings = tuple(Setting(name, str(value)) for name, value in sizes.items())
        known = {item.name for item in self.annotation.fixed}
        fixed = self.annotation.fixed + tuple(s for s in settings if s.name not in known)
        return Context(self.table, self.named, Annotation(fixed=fixed), self.pool, self.conditions)

    def environments(self, points: Iterator[Point], nodes: tuple[tree.Node, ...]) -> Iterator[Env]:
        """Every value of the free indices at every point, where the conditions hold."""
        letters = sorted(set().union(*(free_indices(node, self.table) for node in nodes)))
        found = False
        for point in points:
            for env in all_indices(point, letters):
                moved = self._conditioned(env, nodes)
                if moved is not None:
                    found = True
                    yield moved
        if not found:
            raise EquationError("the conditions hold at none of the points")

    def _conditioned(self, env: Env, nodes: tuple[tree.Node, ...]) -> Env | None:
        for chain in self.conditions:
            if chain.links[0].sign == "->":
                continue
            setting = chain.sides[0]
            if (
                len(chain.links) == 1
                and chain.links[0].sign == "="
                and isinstance(setting, tree.Name)
                and not setting.subscripts
                and setting.base not in env.point.table.indices
            ):
                env = assume(setting, chain.sides[1], env, nodes)
            elif not chain_holds(chain, env):
                return None
        return env


def assume(name: tree.Name, value: tree.Node, env: Env, nodes: tuple[tree.Node, ...]) -> Env:
    """Return the environment in which a symbol has a value.

    Raises:
        EquationError: a derived symbol is set while the formula also uses what it comes from.

    """
    table = env.point.table
    python, _ = quantity(name, env)
    used = {
        found[0]
        for node in nodes
        for item in node.walk()
        if isinstance(item, tree.Name)
        and (found := table.find(item.base, len(item.subscripts), item.primes))
    }
    above = table.ancestors(python)
    through = sorted(other for other in used if _without(other, python, table) & above)
    if through:
        raise EquationError(
            f"{name.base} cannot be set here: the formula also uses {', '.join(through)}, "
            "which it is computed from",
            name.span[0],
        )
    number = scalar(evaluate(value, env))
    row = table.definitions[python]
    if row.domain == "label" and number not in {0, 1}:
        raise EquationError(f"{name.base} is 0 or 1", value.span[0])
    if len(shape(number)) != len(row.shape):
        raise EquationError(f"{name.base} has another shape", value.span[0])
    if isinstance(number, np.ndarray):
        number = number.reshape(-1)
    return env.at(env.point.override({python: number}))


def _without(name: str, cut: str, table: SymbolTable) -> frozenset[str]:
    """Return the name and all that it is computed from other than through `cut`."""
    if name == cut:
        return frozenset()
    code = table.codes[name]
    found = {name}
    for other in code.names - set(table.definitions[name].parameters) if code else ():
        found |= _without(other, cut, table)
    return frozenset(found)


def witness(settings: tuple[Setting, ...], context: Context) -> tuple[Point, bool]:
    """Return the point where an inequality is tight, and whether it is only approached."""
    given = {item.name: parse_value(item.value) for item in settings if not item.limit}
    known = {item.name for item in context.annotation.fixed}
    sizes = _sizes(context.table, given)
    fixed = tuple(Setting(name, str(size)) for name, size in sizes.items() if name not in known)
    annotation = Annotation(fixed=context.annotation.fixed + fixed)
    point = next(replace(context, annotation=annotation).random(1))
    limit = any(item.limit for item in settings)
    for item in settings:
        context.allowed(item)
        if item.limit:
            far = {"oo": 1, "+oo": 1, "-oo": -1}.get(item.value)
            value = far * ten_to(2) if far else precise(parse_value(item.value)) + ten_to(-30)
        else:
            value = parse_value(item.value)
        point = point.override({item.name: value})
    return point, limit


def all_indices(point: Point, letters: list[str]) -> Iterator[Env]:
    """Every combination of values of the indices."""
    ranges = [range(1, point.size(point.table.indices[item]) + 1) for item in letters]
    for values in itertools.product(*ranges):
        yield Env(point, dict(zip(letters, values, strict=True)))


def free_indices(node: tree.Node, table: SymbolTable) -> set[str]:
    """Return the indices that no sum binds: the formula is meant for all their values."""
    if isinstance(node, tree.Name) and node.base in table.indices and not node.subscripts:
        return {node.base}
    found: set[str] = set()
    for child in node.children():
        found |= free_indices(child, table)
    if isinstance(node, tree.Repeat) and node.index.base in table.indices:
        outside: set[str] = set()
        for bound in (node.low, node.high, node.among):
            outside |= free_indices(bound, table) if bound is not None else set()
        found = (free_indices(node.body, table) - {node.index.base}) | outside
    return found


def _sizes(table: SymbolTable, given: Mapping[str, Value]) -> dict[str, Value]:
    """Return the sizes that the shapes of given arrays imply.

    Raises:
        EquationError: an undeclared name, or shapes that contradict each other.

    """
    sizes: dict[str, Value] = {}
    for name, value in given.items():
        row = table.definitions.get(name)
        if row is None:
            raise EquationError(f"{name} is not declared", 0, name)
        found = value.shape if isinstance(value, np.ndarray) else ()
        if len(found) != len(row.shape):
            raise EquationError(f"{name} is declared with the shape {row.shape}", 0, name)
        for axis, length in zip(row.shape, found, strict=True):
            if axis in table.sizes and sizes.setdefault(axis, length) != length:
                raise EquationError(f"{name} does not fit: {axis} is {sizes[axis]}", 0, name)
    return sizes
