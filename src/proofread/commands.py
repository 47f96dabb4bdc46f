"""Judges what pages tell people to type into a terminal.

A command whose output is shown is run, and must print exactly that; only ``python -m module`` can
be run. One without output is shown only: it may hold no number of its own, and each of its words
must be one that can be told to be right or wrong (idle.py).
"""

from __future__ import annotations

import shlex

from proofread.claim import Claim
from proofread.context import Context
from proofread.idle import idle_problem
from proofread.piece import Fence
from proofread.shown import check_shown

Shown = tuple[Fence, Claim] | None


def check_commands(context: Context, fence: Fence, claim: Claim, output: Shown) -> None:
    """Judge the commands of a fence, and the output below it or between them."""
    if fence.language == "console":
        pairs = _console(fence.content)
        shown = "".join(text for _, text in pairs)
    else:
        pairs = [(line, "") for line in fence.content.splitlines() if line.strip()]
        shown = output[0].content if output else ""
    if not shown:
        for command, _ in pairs:
            if problem := idle_problem(command, context.root):
                context.fail(claim, says=command, computed=problem,
                             mend="mend the word, or show what the command prints")  # fmt: skip
                return
        check_shown(context, fence, claim)
        return
    target = output[1] if output and fence.language == "shell" else claim
    printed, problem = "", ""
    for command, expected in pairs:
        came, problem = _run(context, command)
        if fence.language == "console" and not problem and came != expected:
            problem = f"$ {command} prints\n{came or 'nothing'}"
        if problem:
            break
        printed += came
    if not problem and printed != shown:
        problem = printed or "nothing was printed"
    if problem:
        context.fail(target, says=shown, computed=problem,
                     mend="copy what was printed, if the command is right")  # fmt: skip
    else:
        context.hold(target, "printed exactly", value=printed)
    if target is not claim:
        context.hold(claim, "ran")
    context.checked_code += [fence.content, printed]


def _run(context: Context, command: str) -> tuple[str, str]:
    try:
        words = tuple(shlex.split(command))
    except ValueError as error:
        return "", f"{command}: {error}"
    if not words:
        return "", "nothing: no command stands above the first line, behind a $"
    if words[:2] != ("python", "-m"):
        return "", f"{command}: only python -m ... can be run to see what it prints"
    outcome = context.engine.command(words, context.root)
    return outcome.printed, outcome.problem


def _console(content: str) -> list[tuple[str, str]]:
    """Cut a terminal's picture into commands and what is shown below each."""
    pairs: list[tuple[str, str]] = []
    for line in content.splitlines(keepends=True):
        if line.startswith("$ "):
            pairs.append((line[2:].strip(), ""))
        elif pairs:
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + line)
        else:
            pairs.append(("", line))
    return pairs
