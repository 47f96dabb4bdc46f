"""Where the relations of a clause are evaluated: named and random points, conditions, indices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from proofread.equations import tree
from proofread.equations.annotation import Annotation, Setting
from proofread.equations.assumptions import assume
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env
from proofread.equations.free import all_indices, free_indices
from proofread.equations.model import Point, parse_value
from proofread.equations.random_points import random_point
from proofread.equations.sizes import sizes_of
from proofread.equations.symbols import SymbolTable
from proofread.equations.truth import chain_holds

#: How many random points: for equalities of what is smooth; for inequalities, for what has corners,
#: and to tell what is true everywhere; to compare what is true at some points only.
RANDOM, SOME, DENSE = 4, 24, 120
#: How many points have other sizes, and how many times as large their values are.
FAR, STRETCHES = 12, (12, 120, 1200)


@dataclass
class Context:
    """A table, the page's named points, and the comment of one formula."""

    table: SymbolTable
    named: Mapping[str, Mapping[str, Value]]
    annotation: Annotation
    pool: dict[str, Point]
    conditions: tuple[tree.Chain, ...] = field(default=())
    known: Sequence[tree.Node] = field(default=())

    def fixed(self) -> tuple[Setting, ...]:
        """Return what `with` fixes, all of it declared."""
        for item in self.annotation.fixed:
            self.allowed(item)
        return self.annotation.fixed

    def allowed(self, item: Setting) -> None:
        """Refuse to set what is not declared, or a label to something else than 0 or 1."""
        row = self.table.definitions.get(item.name)
        if row is None or row.kind not in {"value", "set"}:
            raise EquationError(f"{item.name} is not declared", 0, item.name)
        if row.domain == "label" and not row.shape and item.value not in {"0", "1"}:
            raise EquationError(f"{item.name} is 0 or 1", 0, item.value)

    def random(self, count: int = RANDOM) -> Iterator[Point]:
        """Random points, with what is fixed."""
        fixed = self.fixed()
        for number in range(count):
            yield _drawn(self.table, fixed, number)

    def single(self) -> Iterator[Point]:
        """Two random points with axes of length 1."""
        fixed = self.fixed()
        for number in range(2):
            yield _drawn(self.table, fixed, number + 1, single=True)

    def far(self) -> Iterator[Point]:
        """Random points with values far from the moderate ones."""
        fixed = self.fixed()
        for number in range(FAR):
            yield _drawn(self.table, fixed, number, stretch=STRETCHES[number % len(STRETCHES)])

    def point(self) -> Point:
        """Return the named point that the comment asks for."""
        name = self.annotation.at
        if name not in self.named:
            raise EquationError(f"no point is called {name!r}: declare it with `let {name}: ...`")
        if name not in self.pool:
            given = dict(self.named[name])
            sizes = sizes_of(self.table, given)
            self.pool[name] = Point(self.table, {**sizes, **given}, name)
        return self.pool[name]

    def sized(self) -> Context:
        """Return the context whose random points have the sizes of the named point."""
        sizes = sizes_of(self.table, dict(self.named[self.annotation.at]))
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


@lru_cache(maxsize=1024)
def _drawn(
    table: SymbolTable,
    settings: tuple[Setting, ...],
    number: int,
    *,
    single: bool = False,
    stretch: int = 1,
) -> Point:
    """Return a random point; kept, since all formulas under the same declarations share it."""
    fixed = {item.name: parse_value(item.value) for item in settings}
    fixed = {**sizes_of(table, fixed), **fixed}  # the sizes that shapes imply
    return random_point(table, number, fixed, single=single, stretch=stretch)
