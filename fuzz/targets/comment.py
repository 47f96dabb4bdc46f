"""The readers of comments: what they declare, what they ask for, what they call things."""

from __future__ import annotations

import contextlib

from fuzz.targets.project import TABLE
from proofread.comment import DECLARATIONS, WORDS, read_comment
from proofread.equations import EquationError, Scope
from proofread.equations.annotation import read_annotation, split
from proofread.notations.convention import declaration_problem
from proofread.value import UnreadableError, reads

TEX = (r"z = \mathbf{w}^\top \mathbf{x} + b", r"\sigma(z) \le 1")


def comment(text: str) -> None:
    """Any text is a comment that is read, or refused by an error that the checker reports."""
    remark = read_comment(text)
    if remark is not None:
        assert remark.word in WORDS | {"="}
        assert remark.body == remark.body.strip()
        again = read_comment(f"{remark.word}{'' if remark.word == '=' else ':'} {remark.body}")
        assert again is not None
        assert again.word == remark.word
    if remark is not None and remark.word in {"convention", "notation"}:
        declaration_problem(remark.body)
    _check_split(text)
    scope = Scope(TABLE)
    if remark is not None and remark.word in DECLARATIONS:
        try:
            scope.declare(text)
        except EquationError as error:
            assert error.args[0]
    for tex in TEX:
        try:
            scope.check(tex, text)
        except EquationError as error:
            assert error.args[0]
    _refused_or_read(text)


def _check_split(text: str) -> None:
    for separator in ",;":
        parts = split(text, separator)
        assert separator.join(part for _, part in parts) == text, "parts lose nothing"
        assert all(text.startswith(part, offset) for offset, part in parts), "parts have offsets"


def _refused_or_read(text: str) -> None:
    with contextlib.suppress(EquationError):
        read_annotation(text)
    with contextlib.suppress(UnreadableError):
        reads(text)
