r"""Probabilities and laws: `P(y = 1 \mid \mathbf{x})`, `y \sim \operatorname{Bernoulli}(p)`.

A page declares the law of a variable once, in Python; formulas are held against that.
"""

from __future__ import annotations

from proofread.equations import tree
from proofread.equations.dual import Scalar, Value, primal
from proofread.equations.evaluate import Env, evaluate, fail
from proofread.equations.indexed import places, quantity
from proofread.equations.linear import scalar
from proofread.equations.symbols import Law
from proofread.equations.truth import gap


def _law(node: tree.Node, env: Env) -> tuple[Law, tree.Name]:
    if not isinstance(node, tree.Name):
        raise fail(node, "a law belongs to one variable")
    name, _ = quantity(node, env)
    if name not in env.point.table.laws:
        raise fail(node, f"no law is declared for {node.base}: <!-- law: {name} ~ ... -->")
    return env.point.table.laws[name], node


def _parameter(law: Law, variable: tree.Name, env: Env) -> Scalar:
    value = law.parameter(env.point.value)
    return value[places(variable, value, env)] if variable.subscripts else value


@evaluate.register
def _(node: tree.Chance, env: Env) -> Value:
    if len(node.events) != 1:
        raise fail(node, "the probability of one event at a time")
    event = node.events[0]
    if not isinstance(event, tree.Chain) or len(event.links) > 1:
        raise fail(node, "an event is y or y = 1")
    law, variable = _law(event.sides[0], env)
    given = tuple(quantity(item, env)[0] for item in node.given if isinstance(item, tree.Name))
    if given != law.given or len(given) != len(node.given):
        raise fail(node, f"the law is declared given {', '.join(law.given) or 'nothing'}")
    if event.links and event.links[0].sign != "=":
        raise fail(event, "an event is y or y = 1")
    value = primal(scalar(evaluate(event.sides[-1], env)))
    if law.distribution != "Bernoulli" or value not in {0, 1}:
        raise fail(event, "not a value that this law can take")
    p = _parameter(law, variable, env)
    return p if value == 1 else 1 - p


def check_law(left: tree.Node, right: tree.Node, env: Env) -> bool:
    """Whether a law is the declared one, with the declared parameter."""
    law, variable = _law(left, env)
    if not isinstance(right, tree.Call) or len(right.arguments) != 1:
        raise fail(right, "not a distribution that is known")
    distribution = right.function.partition("{")[2].rstrip("}")
    claimed = scalar(evaluate(right.arguments[0], env))
    return distribution == law.distribution and gap(claimed, _parameter(law, variable, env))[1]
