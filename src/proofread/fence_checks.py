"""Judges the fences of a page: what runs, what it prints, and what only looks like code."""

from __future__ import annotations

from functools import partial

from proofread.alone import hidden_part
from proofread.claim import Claim, Kind
from proofread.commands import check_commands
from proofread.context import Context
from proofread.literal import find_numerals
from proofread.optional import skipped
from proofread.page import Page
from proofread.piece import Fence, Part
from proofread.plain_formulas import formulas_in
from proofread.project import has
from proofread.remarks import check_remarks, check_values
from proofread.shown import check_shown, looks_like_python
from proofread.signature import check_signature
from proofread.stops import run_prompts, run_statements

CAUGHT = "Caught"
COPIED = "show in the examples all that they need: readers copy nothing else"
OUTPUT = '```text title="Output"'


def check_fence(context: Context, fence: Fence) -> None:
    """Judge one fence and the output below it."""
    if fence.is_output:
        if fence.start not in context.taken:
            context.fail(
                context.claim(Kind.OUTPUT, fence.start + fence.indent, fence.end, fence.content),
                says=fence.content,
                computed="nothing: no code stands directly above it at the same indentation",
                mend="put it right below the code that prints it, or remove it",
            )
        return
    _check_title(context, fence)
    claim = context.claim(Kind.CODE, fence.start + fence.indent, fence.end, fence.content)
    if fence.language in {"python", "pycon"}:
        output = _output_below(context, fence)
        claims = [claim] if output is None else [claim, _output_claim(context, output)]
        if skipped(context, fence, claims):
            return
        check = _check_statements if fence.language == "python" else _check_session
        check(context, fence, claim, output)
    elif fence.language == "text" and looks_like_python(fence.content):
        context.fail(
            claim,
            says=fence.content,
            computed="this looks like Python, and its label keeps it from being run",
            mend="label the fence python or pycon",
        )
    elif fence.language == "signature":
        check_signature(context, fence, claim)
    elif fence.language == "markdown":
        _check_example(context, fence, claim)
    elif fence.language in {"shell", "console"}:
        below = _output_below(context, fence)
        shown = None if below is None else (below, _output_claim(context, below))
        check_commands(context, fence, claim, shown)
    else:
        check_shown(context, fence, claim)


def _check_title(context: Context, fence: Fence) -> None:
    """Judge the title of a fence: the name of a file that the project has, or plain words."""
    if not fence.title or has(context.root, fence.title, folders=False):
        return
    start = context.page.text.index(fence.title, fence.start)
    found = [(numeral.start, numeral.text) for numeral in find_numerals(fence.title)]
    for place, shown in [*found, *formulas_in(fence.title)]:
        context.fail(
            context.claim(Kind.NUMBER, start + place, start + place + len(shown)),
            says=f"{shown}, in the title of a block",
            computed="nothing: no expression can be bound to it here",
            mend="say it in words, or name a file of the project",
        )


def _check_example(context: Context, fence: Fence, claim: Claim) -> None:
    """Judge a page shown on a page: it holds, or it is titled as one that the checker catches."""
    verdicts = context.judge(Page.parse(fence.content, context.page.path))
    failed = [verdict for verdict in verdicts if not verdict.holds]
    if fence.title == CAUGHT and failed:
        context.hold(claim, f"caught, as it should be: {failed[0].computed}")
    elif fence.title == CAUGHT or failed:
        context.fail(
            claim,
            says=fence.content,
            computed=f"{failed[0].claim.text}: {failed[0].computed}" if failed else "nothing fails",
            mend=f'mend the example; one that must fail is titled "{CAUGHT}"',
        )
    else:
        context.hold(claim, f"a page of its own: {len(verdicts)} claims hold")


def _check_statements(context: Context, fence: Fence, claim: Claim, output: Fence | None) -> None:
    context.usage.code(fence.content, fence.first_line)
    outcome = run_statements(context.engine, fence, partial(check_values, context, fence))
    context.pictures += outcome.pictures
    if outcome.problem:
        _, line, _ = context.page.origin(outcome.line)
        context.fail(
            claim,
            says=fence.content,
            computed=f"line {line}: {outcome.problem}",
            mend="mend the code; show an error that is meant in a pycon fence",
        )
    elif problem := hidden_part(context, fence, outcome):
        context.fail(claim, says=fence.content, computed=problem, mend=COPIED)
    elif outcome.printed and output is None:
        context.fail(
            claim,
            says="nothing about what this prints",
            computed=outcome.printed,
            mend=f"show it directly below, at the same indentation, in a fence {OUTPUT}",
        )
    else:
        context.hold(claim, "ran")
        context.checked_code.append(fence.content)
        check_remarks(context, fence)
    if output is None:
        return
    shown = _output_claim(context, output)
    if outcome.printed == output.content and outcome.printed:
        context.hold(shown, "printed exactly", value=outcome.printed)
        context.checked_code.append(output.content)
    else:
        context.fail(
            shown,
            says=output.content,
            computed=outcome.printed or "nothing was printed",
            mend="copy what was printed, if the code is right",
        )


def _check_session(context: Context, fence: Fence, claim: Claim, output: Fence | None) -> None:
    prompts, outcome = run_prompts(context.engine, fence, partial(check_values, context, fence))
    if output is not None:
        context.fail(
            _output_claim(context, output),
            says=output.content,
            computed="a session shows its output itself",
            mend="remove the output fence",
        )
    if outcome.problem:
        context.fail(claim, says=fence.content, computed=outcome.problem, mend="mend the session")
        return
    if problem := hidden_part(context, fence, (prompts, outcome)):
        context.fail(claim, says=fence.content, computed=problem, mend=COPIED)
        return
    check_remarks(context, fence)
    context.hold(claim, f"ran, {len(prompts)} prompt{'s' * (len(prompts) != 1)}")
    context.checked_code.append(fence.content)
    for prompt in prompts:
        context.usage.code(prompt.source, fence.first_line + prompt.line, prompt=True)
        if not prompt.shown and prompt.holds:
            continue
        shown = _line_claim(context, fence, prompt.line, prompt.source)
        if prompt.holds:
            context.hold(shown, f"exactly what {prompt.source.strip()} gives", value=prompt.came)
        else:
            context.fail(
                shown,
                says=prompt.shown or "nothing",
                computed=prompt.came or "nothing",
                mend="copy what came out, if the input is right",
            )


def _line_claim(context: Context, fence: Fence, line: int, source: str) -> Claim:
    """Make the claim of a prompt, which starts on a line of the fence counted from 0."""
    lines = context.page.text[fence.start : fence.end].split("\n")
    start = fence.start + sum(len(text) + 1 for text in lines[: line + 1]) + fence.indent
    return context.claim(Kind.OUTPUT, start, start, source)


def _output_claim(context: Context, output: Fence) -> Claim:
    context.taken.add(output.start)
    return context.claim(Kind.OUTPUT, output.start + output.indent, output.end, output.content)


def _output_below(context: Context, fence: Fence) -> Fence | None:
    below = context.neighbour(fence, 1)
    if below is not None and below.part is Part.PROSE and not below.text.strip():
        below = context.neighbour(below, 1)
    if isinstance(below, Fence) and below.is_output and below.indent == fence.indent:
        return below
    return None
