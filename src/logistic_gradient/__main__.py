"""One training step from a terminal: python -m logistic_gradient step --help."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from . import __version__
from .step import TrainingStep, training_step

EXAMPLE = "python -m logistic_gradient step --x 3 5 --y 1 --w 0.1 -0.2 --b 0 --learning-rate 0.1"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; bad arguments end it with one line on stderr and exit code 2."""
    parser, step_parser = _parsers()
    given = sys.argv[1:] if arguments is None else arguments
    options = parser.parse_args([_as_value(argument) for argument in given])
    try:
        step = training_step(options.w, options.b, options.x, options.y, options.learning_rate)
    except ValueError as error:
        step_parser.error(str(error))
    print(format_step(step, options.digits))
    return 0


def format_step(step: TrainingStep, digits: int) -> str:
    """Return the quantities of the step, one a line, to so many significant digits.

    The names are the symbols of the worked example in ASCII (l is the loss in a derivative), so
    that a terminal of any encoding can print them.
    """
    rows = [
        ("z", step.z),
        ("p", step.p),
        ("loss", step.loss),
        ("p - y", step.residual),
        ("dl/dp", step.dl_dp),
        ("dp/dz", step.dp_dz),
        ("dl/dz", step.dl_dz),
        *((f"dl/dw{j}", value) for j, value in enumerate(step.dw, start=1)),
        ("dl/db", step.db),
        *((f"w{j} new", value) for j, value in enumerate(step.w_new, start=1)),
        ("b new", step.b_new),
        ("z new", step.z_new),
        ("p new", step.p_new),
        ("loss new", step.loss_new),
    ]
    width = max(len(name) for name, _ in rows)
    # + 0.0 turns -0 into 0; the space in the format keeps the digits aligned under a minus sign
    return "\n".join(f"{name:<{width}}  {float(value) + 0.0: .{digits}g}" for name, value in rows)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line; argparse would print the usage above it."""
        self.exit(2, f"{self.prog}: error: {' '.join(message.split())}\n")


def _parsers() -> tuple[_Parser, _Parser]:
    parser = _Parser(
        prog="python -m logistic_gradient",
        description="The gradient of logistic regression, from a terminal.",
        epilog=f"example: {EXAMPLE}",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    step = commands.add_parser(
        "step",
        help="one training step on one sample, with every quantity",
        description="One step of gradient descent on one sample: prints the score z, the "
        "probability p, the loss, its derivatives, and all of them after the step.",
        epilog=f"example: {EXAMPLE}",
        allow_abbrev=False,
    )
    required = step.add_argument_group("the sample, the parameters and the step (all required)")
    add = required.add_argument
    add("--x", type=_number, nargs="+", required=True, metavar="X_J", help="features")
    add("--y", type=_number, required=True, help="label: 0 or 1")
    add("--w", type=_number, nargs="+", required=True, metavar="W_J", help="a weight a feature")
    add("--b", type=_number, required=True, help="bias")
    add("--learning-rate", type=_number, required=True, metavar="RATE", help="above 0")
    step.add_argument(
        "--digits",
        type=_digits,
        default=12,
        metavar="N",
        help="significant digits, 1 to 17 (default: %(default)s; 17 tell any two numbers apart)",
    )
    return parser, step


def _as_value(argument: str) -> str:
    """Mark a negative number as a value by a leading space.

    argparse takes what begins with a minus sign for an option. Before Python 3.14 it excepts -2 and
    -0.2 but not -2e-1; and it never excepts -inf, for which "expected one argument" is no answer.
    """
    try:
        float(argument)
    except ValueError:
        return argument
    return f" {argument}" if argument.startswith("-") else argument


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None


def _digits(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 17:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text.strip()!r} must be a whole number from 1 to 17")


if __name__ == "__main__":
    sys.exit(main())
