"""Runs pieces of code as someone does who pastes them into one Python console, one by one.

As a script it reads a JSON list of pieces from its standard input, and writes the list of what
each of them printed. The value of an expression is shown, and an exception does not end it all.
"""

import ast
import contextlib
import io
import json
import sys
import traceback
from typing import Any


def run(piece: str, namespace: dict[str, Any], *, shows_values: bool = True) -> str:
    """Run one piece, statement by statement; return what a console would show.

    With ``shows_values=False`` it is a cell of a notebook, where expressions stay silent.

    >>> run("half = 1 / 2\\nhalf\\nprint(half)", {})
    '0.5\\n0.5\\n'
    >>> print(run("1 / 0", {}), end="")
    Traceback (most recent call last):
        ...
    ZeroDivisionError: division by zero
    """
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        try:
            for statement in ast.parse(piece).body:
                code = (
                    compile(ast.Interactive([statement]), "<console>", "single")
                    if shows_values
                    else compile(ast.Module([statement], []), "<cell>", "exec")
                )
                exec(code, namespace)  # noqa: S102 (the point of it)
        except Exception as error:
            print("Traceback (most recent call last):\n    ...")
            print(*traceback.format_exception_only(error), sep="", end="")
    return shown.getvalue()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    console: dict[str, Any] = {"__name__": "__main__"}
    pieces: list[str] = json.loads(sys.stdin.buffer.read())
    shows_values = "--cells" not in sys.argv
    printed = [run(piece, console, shows_values=shows_values) for piece in pieces]
    json.dump(printed, sys.stdout)
