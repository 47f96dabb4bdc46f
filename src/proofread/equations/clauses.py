"""Checks all clauses of a formula: chains, implications, conditions, labels under braces."""

from __future__ import annotations

from collections.abc import Iterator

from proofread.equations import tree
from proofread.equations.anchored import check_anchors
from proofread.equations.annotation import Annotation, Setting
from proofread.equations.cancelled import check_cancelled
from proofread.equations.context import DENSE, SOME, Context, all_indices, assume, free_indices
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate, quantity
from proofread.equations.linear import column
from proofread.equations.numeric import Value
from proofread.equations.precise import ten_to
from proofread.equations.relations import INEQUALITIES, Pair, check_pair
from proofread.equations.results import RelationResult
from proofread.equations.rounding import rounded
from proofread.equations.symbols import SymbolTable
from proofread.equations.truth import chain_holds, gap


def check(formula: tree.Formula, context: Context, tex: str) -> tuple[RelationResult, ...]:
    """All verdicts on a formula, in reading order."""
    _check_times(formula, context.table)
    _check_mixture(formula, context.table)
    _check_all_claim(formula)
    sides = [side for clause in formula.clauses for c in clause.chains for side in c.sides]
    pinned = _pin(sides, context)
    check_anchors(formula, context)
    check_cancelled(formula, context)
    if context.annotation.means:
        return (_condition_only(formula, context, tex),)
    results: list[RelationResult] = []
    tight = list(context.annotation.tight)
    for clause in formula.clauses:
        here = Context(context.table, context.named, context.annotation, context.pool,
                       clause.conditions)  # fmt: skip
        results += _labels(clause, here, tex)
        results += _domains(clause, context, tex)
        if clause.arrows and not _always(clause, here):
            results.append(_equivalent(clause, here, tex))
            continue
        sharp = _needs_sharpness(clause)
        for chain in clause.chains:
            results += _chain(chain, here, tex, tight, pinned=pinned)
        if sharp and results and all(item.holds for item in results):
            results.append(_sharp(clause, here, tex))
    if tight:
        raise EquationError("`tight` names more places than there are inequalities")
    return tuple(results)


def _check_all_claim(formula: tree.Formula) -> None:
    """Refuse a part that claims nothing beside parts that do: nobody would evaluate it."""
    chains = [chain for clause in formula.clauses for chain in clause.chains]
    silent = [chain for chain in chains if not chain.links]
    if silent and (len(silent) < len(chains) or any(item.arrows for item in formula.clauses)):
        raise EquationError(
            "this part claims nothing, beside others that do: make it a formula of its own",
            silent[0].span[0],
        )


def _chain(
    chain: tree.Chain, context: Context, tex: str, tight: list[tuple[Setting, ...]], *, pinned: bool
) -> Iterator[RelationResult]:
    unrounded: tree.Node | None = None  # the side that the roundings of the chain began with
    for k, link in enumerate(chain.links):
        left, right = chain.sides[k], chain.sides[k + 1]
        if link.sign == "->" and not context.conditions and isinstance(left, tree.Name):
            continue  # `z \to \infty` alone says where to look, and claims nothing
        count = 1 if link.sign in INEQUALITIES else 0
        if link.sign == "in" and isinstance(right, tree.Listing) and right.opening in "([":
            count = 2
        taken = () if pinned else tuple(tight[:count])
        del tight[: len(taken)]
        yield check_pair(
            Pair(left, link.sign, right, taken, pinned, k == 0),
            context,
            tex,
        )
        if link.sign == "~=" and unrounded is not None and rounded(right):
            yield check_pair(Pair(unrounded, "~=", right, first=False), context, tex)
        elif link.sign == "~=":
            unrounded = left if unrounded is None else unrounded
        elif link.sign != "=":
            unrounded = None


def _labels(clause: tree.Clause, context: Context, tex: str) -> Iterator[RelationResult]:
    for node in clause.walk():
        if isinstance(node, tree.Labelled) and node.label is not None:
            yield check_pair(Pair(node.body, "=", node.label), context, tex)


def _domains(clause: tree.Clause, context: Context, tex: str) -> Iterator[RelationResult]:
    """Check a condition `for y ∈ {0, 1}`: the set must be all that the variable can be."""
    for chain in clause.conditions:
        if chain.links[0].sign == "in":
            yield check_pair(Pair(chain.sides[0], "in", chain.sides[1]), context, tex)


def _pin(sides: list[tree.Node], context: Context) -> bool:
    """Hold every side against its Python in `sides`."""
    codes = context.annotation.sides
    if not codes:
        return False
    if len(codes) != len(sides):
        raise EquationError(f"`sides` has {len(codes)} entries for {len(sides)} sides")
    points = iter([context.point()]) if context.annotation.at else context.random()
    for point in points:
        for node, code in zip(sides, codes, strict=True):
            letters = sorted(free_indices(node, context.table))
            for env in all_indices(point, letters):
                if not gap(evaluate(node, env), column(_python(code, env)))[1]:
                    raise EquationError(f"this side is not `{code.text.strip()}`", node.span[0])
    return True


def _python(code: object, env: Env) -> Value:
    """Return a side in Python; indices count from zero there, as Python does."""

    def lookup(name: str) -> Value:
        if name in env.indices:
            return env.indices[name] - 1
        return env.point.value(name)

    return code(lookup)  # type: ignore[operator]  # a Code


def _condition_only(formula: tree.Formula, context: Context, tex: str) -> RelationResult:
    """Return a formula that is a condition: it says what the comment says, and is not judged."""
    means = context.annotation.means
    chains = [chain for clause in formula.clauses for chain in clause.chains]
    if means is None or len(chains) != 1 or len(chains[0].links) != 1:
        raise EquationError("`means` belongs to a single relation")
    (left, right), sign = chains[0].sides, chains[0].links[0].sign
    good = sign == means[1]
    labels = []
    for point in context.random():
        letters = sorted(free_indices(left, context.table) | free_indices(right, context.table))
        labels.append(point.label)
        for env in all_indices(point, letters):
            for node, code in ((left, means[0]), (right, means[2])):
                good = good and gap(evaluate(node, env), column(_python(code, env)))[1]
    text = [tex[slice(*node.span)] for node in (left, right)]
    return RelationResult(
        sign, text[0], text[1], left.span, right.span, good, tuple(labels), 0.0,
        "" if good else f"{tex.strip()} is not what `means` says.", "" if good else "Mend either.",
    )  # fmt: skip


def _always(clause: tree.Clause, context: Context) -> bool:
    """Whether every chain of an implication is true everywhere, as steps of algebra are."""
    try:
        return all(
            chain_holds(chain, env)
            for chain in clause.chains
            for env in context.environments(context.random(SOME), clause.chains)
        )
    except EquationError:
        return False


def _boundary(
    chain: tree.Chain, clause: tree.Clause, context: Context, letters: list[str]
) -> Iterator[Env]:
    """Points at which the two sides of a relation are equal, where they can be set so."""
    left = chain.sides[0]
    if len(chain.links) != 1 or not isinstance(left, tree.Name):
        return
    if _cut_off(chain, clause, context):
        return
    for point in context.random():
        for env in all_indices(point, letters):
            try:
                if not _only_approached(left, chain.sides[1], env):
                    yield assume(left, chain.sides[1], env, ())
            except EquationError:
                return


def _only_approached(name: tree.Name, value: tree.Node, env: Env) -> bool:
    """Whether a symbol goes to a value as something that it is computed from goes to infinity."""
    table = env.point.table
    python, _ = quantity(name, env)
    wanted = evaluate(value, env)
    above = [table.definitions[other] for other in sorted(table.ancestors(python))]
    ends = [
        evaluate(name, env.at(env.point.override({row.name: far * ten_to(3)})))
        for row in above
        if row.kind == "value" and row.given and not row.shape and row.domain == "real"
        for far in (1, -1)
    ]
    return any(gap(end, wanted)[1] for end in ends)


def _equivalent(clause: tree.Clause, context: Context, tex: str) -> RelationResult:
    """Statements that are true at some points only must be true at the same points."""
    if set(clause.arrows) != {"<=>"}:
        raise EquationError(
            "an implication between conditions cannot be told from a weaker one: use \\iff",
            clause.span[0],
        )
    letters = sorted(set().union(*(free_indices(chain, context.table) for chain in clause.chains)))
    good, values = True, set()
    for point in context.random(DENSE):
        for env in all_indices(point, letters):
            truths = {chain_holds(chain, env) for chain in clause.chains}
            values |= truths
            good = good and len(truths) == 1
    for chain in clause.chains:
        reached = False
        for other in _boundary(chain, clause, context, letters):
            reached = True
            truths = {chain_holds(item, other) for item in clause.chains}
            values |= truths
            good = good and len(truths) == 1
        if not reached and {link.sign for link in chain.links} & {"<=", ">="}:
            raise EquationError("equality is never reached here: write < or >", chain.span[0])
    if len(values) < 2:
        raise EquationError("true nowhere or everywhere among the points", clause.span[0])
    first, last = clause.chains[0], clause.chains[-1]
    return RelationResult(
        "<=>", tex[slice(*first.span)], tex[slice(*last.span)], first.span, last.span, good,
        (f"{DENSE} random points",), 0.0,
        "" if good else f"{tex.strip()}: not true at the same points.",
        "" if good else "Compare the statements.",
    )  # fmt: skip


def _cut_off(chain: tree.Chain, clause: tree.Clause, context: Context) -> bool:
    """Whether setting the left side would leave behind what it is computed from."""
    left = chain.sides[0]
    if not isinstance(left, tree.Name):
        return True
    found = context.table.find(left.base, len(left.subscripts), left.primes)
    if found is None:
        return True
    above = context.table.ancestors(found[0])
    names = {
        other[0]
        for item in clause.chains
        for node in item.walk()
        if isinstance(node, tree.Name)
        and (other := context.table.find(node.base, len(node.subscripts), node.primes))
    }
    return bool(names & above)


def _needs_sharpness(clause: tree.Clause) -> bool:
    return any(link.sign in INEQUALITIES for chain in clause.conditions for link in chain.links)


def _sharp(clause: tree.Clause, context: Context, tex: str) -> RelationResult:
    """Where the condition fails, the conclusion fails: else the condition could be another."""
    bare = Context(context.table, context.named, Annotation(fixed=context.annotation.fixed),
                   context.pool)  # fmt: skip
    letters = sorted(free_indices(clause, context.table))
    good = True
    for point in bare.random(DENSE):
        for env in all_indices(point, letters):
            if not all(chain_holds(item, env) for item in clause.conditions):
                good = good and not all(chain_holds(item, env) for item in clause.chains)
    condition = clause.conditions[0]
    text = tex[slice(*condition.span)]
    return RelationResult(
        "if", tex[slice(*clause.chains[0].span)], text, clause.chains[0].span, condition.span,
        good, (f"{DENSE} random points",), 0.0,
        "" if good else f"the conclusion also holds where `{text}` does not.",
        "" if good else "Widen the condition to where it is needed.",
    )  # fmt: skip


def _check_mixture(formula: tree.Formula, table: SymbolTable) -> None:
    """`z` is of one sample and `z_i` of sample i: a formula is about one or the other."""
    found: dict[str, tuple[int, str]] = {}
    for node in formula.walk():
        if not isinstance(node, tree.Name):
            continue
        name = table.find(node.base, len(node.subscripts), node.primes)
        if name is None or len(node.subscripts) > 1 or node.primes:
            continue
        row = table.definitions[name[0]]
        if len(node.subscripts) == 0 and row.shape:
            continue
        count, other = found.setdefault(node.base, (len(node.subscripts), row.name))
        if count != len(node.subscripts) and other != row.name:
            raise EquationError(
                "with a subscript and without one, this symbol means two things",
                node.span[0], node.base,
            )  # fmt: skip


def _of_iterates(formula: tree.Formula) -> list[tree.Name]:
    r"""Return what iterates are differentiated by: in `\nabla_{\mathbf{w}} J^{(t)}`, no time."""
    return [
        name
        for node in formula.walk()
        if isinstance(node, (tree.Derivative, tree.Gradient))
        and not any(isinstance(item, tree.Name) and item.primes for item in node.operand.walk())
        for name in ((node.by,) if isinstance(node.by, tree.Name) else node.by)
    ]


def _check_times(formula: tree.Formula, table: SymbolTable) -> None:
    """With iterates marked by (t), everything that the step changes must be marked."""
    names = [node for node in formula.walk() if isinstance(node, tree.Name)]
    if not any(node.timed for node in names):
        return
    by = _of_iterates(formula)
    for node in names:
        found = table.find(node.base, len(node.subscripts), node.primes)
        if (
            found
            and not node.timed
            and not any(node is item for item in by)
            and table.moves(found[0])
        ):
            raise EquationError("an iterate without its time", node.span[0], node.base)
