"""The points at which inequalities are tight."""

from __future__ import annotations

from dataclasses import replace

from proofread.equations.annotation import Annotation, Setting
from proofread.equations.context import Context
from proofread.equations.model import Point, parse_value
from proofread.equations.precise import precise, ten_to
from proofread.equations.sizes import sizes_of


def witness(settings: tuple[Setting, ...], context: Context) -> tuple[Point, bool]:
    """Return the point where an inequality is tight, and whether it is only approached."""
    given = {item.name: parse_value(item.value) for item in settings if not item.limit}
    known = {item.name for item in context.annotation.fixed}
    sizes = sizes_of(context.table, given)
    fixed = tuple(Setting(name, str(size)) for name, size in sizes.items() if name not in known)
    annotation = Annotation(fixed=context.annotation.fixed + fixed)
    point = next(replace(context, annotation=annotation).random())
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
