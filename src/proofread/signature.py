"""Judges the signatures that a reference page shows: each default is what Python itself says."""

from __future__ import annotations

import ast
import re

from proofread.claim import Claim
from proofread.context import Context
from proofread.piece import Fence
from proofread.syntax import read_code
from proofread.value import UnreadableError

NAMED = re.compile(r"\{ #((?:\w+\.)+)(\w+) \}")
ACTUAL = """[
    (p.name, p.kind.value, "" if p.default is p.empty else repr(p.default))
    for p in __import__("inspect").signature({object}).parameters.values()
]"""
WHOLE = 'str(__import__("inspect").signature({object}))'
MODULE = '__import__("importlib").import_module({!r})'


def check_signature(context: Context, fence: Fence, claim: Claim) -> None:
    """Judge a signature against the object that the heading above it names."""
    if problem := _problem(context, fence):
        context.fail(claim, says=fence.content, computed=problem, mend="mend the signature")
    else:
        context.hold(claim, "the signature of the object itself")


def _problem(context: Context, fence: Fence) -> str:
    named = NAMED.findall(context.page.text[: fence.start])
    if not named:
        return "no heading above names an object: { #package.module.name }"
    module, name = MODULE.format(named[-1][0].removesuffix(".")), "".join(named[-1])
    target = f"{module}.{named[-1][1]}"
    try:
        actual = context.engine.value(ACTUAL.format(object=target), called=name)
        if _parameters(context, fence.content, module) == actual:
            return ""
        whole: str = context.engine.value(WHOLE.format(object=target), called=name)
    except (UnreadableError, SyntaxError) as error:
        return str(error)
    return f"Python says {whole}"


def _parameters(context: Context, signature: str, module: str) -> list[tuple[str, int, str]]:
    """Return names, kinds (as inspect numbers them) and defaults of a signature as it is shown."""
    body = read_code(f"def {signature.strip()}: ...").body
    if len(body) != 1 or not isinstance(body[0], ast.FunctionDef):
        raise UnreadableError("this is no signature of a function")
    arguments = body[0].args
    positional = [(arg, 0) for arg in arguments.posonlyargs] + [(arg, 1) for arg in arguments.args]
    bare = len(positional) - len(arguments.defaults)
    defaults: list[ast.expr | None] = [None] * bare + list(arguments.defaults)
    pairs = list(zip(positional, defaults, strict=True))
    if arguments.vararg:
        pairs.append(((arguments.vararg, 2), None))
    pairs += zip([(arg, 3) for arg in arguments.kwonlyargs], arguments.kw_defaults, strict=True)
    if arguments.kwarg:
        pairs.append(((arguments.kwarg, 4), None))
    return [
        (arg.arg, kind, "" if default is None else _value(context, default, module))
        for (arg, kind), default in pairs
    ]


def _value(context: Context, default: ast.expr, module: str) -> str:
    source = ast.unparse(default)
    expression = f"repr(eval({source!r}, vars({module})))"
    value: str = context.engine.value(expression, called=source)
    return value
