"""An engine that runs no code: what a fuzzer makes up must not be executed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from proofread.code import Outcome
from proofread.engine import Engine, Session
from proofread.value import UnreadableError

REFUSAL = Outcome(problem="code is not run here")

#: Values of each kind that an expression may have, so that comparing goes on with them.
VALUES: dict[str, Any] = {
    "p": 0.331812227832, "w": np.array([0.1, -0.2]), "X": np.eye(2), "n": 2, "z": -0.7,
    "big": 10**400, "nan": float("nan"), "text": "a", "nothing": None, "rows": [[1, 2], [3]],
    "p - y": 0.331812227832 - 1, "w[0]": 0.1,
}  # fmt: skip


class InertEngine(Engine):
    """Refuses to run code; an expression has the value that it is listed with, or none."""

    def run(self, source: str, first_line: int) -> Outcome:
        """Refuse; code that is one ``print`` gives what it prints."""
        if source.strip() == "print(n)":
            return Outcome("2\n")
        return Outcome(REFUSAL.printed, REFUSAL.problem, first_line)

    def session(self, source: str, first_line: int) -> Session:  # noqa: ARG002
        """Refuse."""
        return [], REFUSAL

    def command(self, words: tuple[str, ...], folder: Path) -> Outcome:  # noqa: ARG002
        """Refuse."""
        return REFUSAL

    def value(self, expression: str) -> Any:
        """Look an expression up; the parameters of a signature are none."""
        if expression.startswith("["):
            return []
        if expression.strip() not in VALUES:
            raise UnreadableError("it is not evaluated here")
        return VALUES[expression.strip()]
