"""Leaves out what needs a package that is not installed, and all that depends on it.

Only a package that the project offers as an extra may be left out: ``needs: torch``. Any other name
would be a way to switch a fence off.
"""

from __future__ import annotations

import os
from collections.abc import Set
from functools import lru_cache
from importlib.util import find_spec
from typing import NamedTuple

from proofread.claim import Claim
from proofread.comment import read_comment
from proofread.context import Context
from proofread.names import names_of, needed_and_bound
from proofread.piece import Fence, Part
from proofread.project import optional_packages
from proofread.syntax import read_code

#: Set to ``all``, it turns what would be skipped into a failure.
REQUIRE = "LOGISTIC_GRADIENT_REQUIRE"


class Names(NamedTuple):
    """The names of some code."""

    loads: Set[str]  # it reads them from outside
    stores: Set[str]
    needed: Set[str]  # it reads them before it has bound them
    bound: Set[str]  # for certain, once it is run


def skipped(context: Context, fence: Fence, claims: list[Claim]) -> bool:
    """Whether a fence is not to be run: it needs a package that is not here, or depends on one.

    If so, its claims are skipped, or fail where the environment requires all packages. A fence that
    names a package without the right to is not run either, and fails.
    """
    try:
        names = _names(_statements(fence))
    except SyntaxError:
        return False  # running it says so
    needs = _needs(context, fence)
    if problem := _refused(context, needs, names.loads | names.stores):
        context.fail(
            claims[0],
            says=f"needs: {', '.join(needs)}",
            computed=problem,
            mend="name an extra of pyproject.toml that the code uses, or remove the comment",
        )
        return True
    package = left_out(context, fence, context.lost)
    if not package:
        return False
    context.usage.read(names.loads)
    for claim in claims:
        skip(context, claim, package)
    return True


def left_out(context: Context, fence: Fence, names: dict[str, str]) -> str:
    """Return the package for want of which a fence is not run, or nothing.

    ``names`` are those not bound for want of a package. What the fence would bind joins them; what
    it does bind leaves them.
    """
    try:
        own = _names(_statements(fence))
    except SyntaxError:
        return ""
    absent = next((name for name in _needs(context, fence) if find_spec(name) is None), "")
    package = absent or _lost(names, own.needed)
    if package:
        names |= dict.fromkeys(own.stores, package)
    else:
        for name in own.bound & names.keys():
            del names[name]
    return package


def _refused(context: Context, needs: list[str], names: Set[str]) -> str:
    """Say why a fence may not be left out for want of some packages, or return nothing."""
    for package in needs:
        if package not in optional_packages(context.root):
            return f"{package} is no extra of the project"
        if package not in names:
            return f"the code does not use {package}"
    return ""


def lost(context: Context, names: Set[str]) -> str:
    """Return the package for want of which one of some names is not bound, or nothing."""
    return _lost(context.lost, names)


def skip(context: Context, claim: Claim, package: str) -> None:
    """Skip a claim for want of a package, where that is allowed."""
    if os.environ.get(REQUIRE) != "all":
        context.hold(claim, f"skipped: {package} is not installed", skipped=package)
        return
    context.fail(
        claim,
        says=f"it needs {package}",
        computed=f"{package} is not installed, and {REQUIRE}=all allows no skipping",
        mend=f"install {package}",
    )


@lru_cache(maxsize=1000)
def _names(source: str) -> Names:
    tree = read_code(source)
    return Names(*names_of(tree), *needed_and_bound(tree))


def _statements(fence: Fence) -> str:
    if fence.language != "pycon":
        return fence.content
    lines = fence.content.split("\n")
    return "\n".join(line[4:] for line in lines if line[:3] in {">>>", "..."})


def _needs(context: Context, fence: Fence) -> list[str]:
    """Return the packages named by the comment directly above a fence."""
    above = context.neighbour(fence, -1)
    if above is not None and above.part is Part.PROSE and not above.text.strip():
        above = context.neighbour(above, -1)
    if above is None or above.part is not Part.COMMENT:
        return []
    remark = read_comment(above.content)
    if remark is None or remark.word != "needs":
        return []
    context.taken.add(above.start)
    return [name.strip() for name in remark.body.split(",") if name.strip()]


def _lost(missing: dict[str, str], names: Set[str]) -> str:
    return next((missing[name] for name in sorted(names) if name in missing), "")
