"""The terminal: what it prints, how numbers are read, and one line for every mistake."""

import os
import subprocess
import sys
from typing import Any

import pytest

from logistic_gradient import training_step
from logistic_gradient.__main__ import main

STUDENT = "step --x 3 5 --y 1 --w 0.1 -0.2 --b 0 --learning-rate 0.1"

OUTPUT = """\
z         -0.7
p          0.331812227832
loss       1.10318604889
p - y     -0.668187772168
dl/dp     -3.01375270747
dp/dz      0.221712873293
dl/dz     -0.668187772168
dl/dw1    -2.0045633165
dl/dw2    -3.34093886084
dl/db     -0.668187772168
w1 new     0.30045633165
w2 new     0.134093886084
b new      0.0668187772168
z new      1.63865720259
p new      0.837352139929
loss new   0.177510580208
"""


def printed(capsys: Any, arguments: str) -> str:
    assert main(arguments.split()) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return str(captured.out)


def values(output: str) -> dict[str, float]:
    return {line[:8].strip(): float(line[8:]) for line in output.splitlines()}


def test_the_student_s_step(capsys: Any) -> None:
    assert printed(capsys, STUDENT) == OUTPUT


def test_a_terminal_without_unicode_gets_the_same() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii:strict"}
    result = subprocess.run(
        [sys.executable, "-W", "error", "-m", "logistic_gradient", *STUDENT.split()],
        capture_output=True,
        check=False,
        env=environment,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode("ascii").replace("\r\n", "\n") == OUTPUT


@pytest.mark.parametrize(("digits", "p"), [(1, "0.3"), (3, "0.332"), (6, "0.331812")])
def test_digits_chooses_how_many(capsys: Any, digits: int, p: str) -> None:
    assert printed(capsys, f"{STUDENT} --digits {digits}").splitlines()[1] == f"p          {p}"


def test_17_digits_give_the_number_itself(capsys: Any) -> None:
    step = training_step([0.1, -0.2], 0.0, [3.0, 5.0], 1, 0.1)
    output = values(printed(capsys, f"{STUDENT} --digits 17"))
    assert (output["p"], output["loss new"]) == (step.p, step.loss_new)


@pytest.mark.parametrize(
    ("b", "number"),
    [
        ("-1e-3", -0.001),
        ("-2E+1", -20.0),
        ("-.5", -0.5),
        ("-5.", -5.0),
        ("1e-3", 0.001),
        ("+2", 2.0),
    ],
)
@pytest.mark.parametrize("spelling", ["--b {}", "--b={}"])
def test_negative_and_scientific_values(capsys: Any, spelling: str, b: str, number: float) -> None:
    arguments = f"step --x 0 --y 0 --w 1 {spelling.format(b)} --learning-rate 1e-1"
    assert values(printed(capsys, arguments))["z"] == number


def test_negative_scientific_values_within_a_list(capsys: Any) -> None:
    arguments = "step --x 1 -1e1 --y 1.0 --w 0.1 -2e-1 --b 0 --learning-rate 0.1"
    assert values(printed(capsys, arguments))["z"] == pytest.approx(2.1)


def test_minus_zero_is_zero(capsys: Any) -> None:
    output = printed(capsys, "step --x 0 --y 1 --w 1 --b 0 --learning-rate 0.1")
    assert values(output)["dl/dw1"] == 0
    assert "-0\n" not in output


def test_ten_features_stay_aligned(capsys: Any) -> None:
    x = " ".join("1" * 11)
    lines = printed(capsys, f"step --x {x} --y 1 --w {x} --b 0 --learning-rate 0.1").splitlines()
    assert len(lines) == 12 + 2 * 11
    assert all(line[:8].strip() and line[8:10].isspace() for line in lines)
    assert all(line[10] in " -" and line[11].isdigit() for line in lines)


COMMAND = "python -m logistic_gradient"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("", "required: COMMAND"),
        ("jump", "jump"),
        ("step", "--x"),
        ("step --x 3 5 --y 1 --w 0.1 --b 0 --learning-rate 0.1", "w has shape (1,)"),
        ("step --x 3 --y 2 --w 1 --b 0 --learning-rate 0.1", "y is 2.0: every label must be 0 or"),
        ("step --x 3 --y 0.3 --w 1 --b 0 --learning-rate 0.1", "y is 0.3"),
        ("step --x 3 --y 1 --w 1 --b 0 --learning-rate 0", "learning_rate is 0.0"),
        ("step --x 3 --y 1 --w 1 --b 0 --learning-rate -1e-1", "learning_rate is -0.1"),
        ("step --x 3 --y 1 --w 1 --b 0 --learning-rate inf", "learning_rate is inf"),
        ("step --x nan --y 1 --w 1 --b 0 --learning-rate 0.1", "x[0] is nan"),
        ("step --x 3 --y 1 --w -inf --b 0 --learning-rate 0.1", "w[0] is -inf"),
        ("step --x 3 --y 1 --w 1 --b 1e999 --learning-rate 0.1", "b is inf"),
        ("step --x 3 --y 1 --w 1 --b zero --learning-rate 0.1", "'zero' is not a number"),
        ("step --x 3 --y 1 --w 1 --b --learning-rate 0.1", "--b: expected one argument"),
        ("step --x --y 1 --w 1 --b 0 --learning-rate 0.1", "--x: expected at least one argument"),
        ("step --x 3 --y 1 --w 1 --b 0 --learning 0.1", "--learning-rate"),
        ("step --x 9e307 9e307 --y 1 --w 9 9 --b 0 --learning-rate 1", "x @ w + b is inf"),
        ("step --x 9e99 --y 1 --w 0 --b 0 --learning-rate 9e307", "the learning rate is too large"),
        (f"{STUDENT} --digits 0", "'0' must be a whole number from 1 to 17"),
        (f"{STUDENT} --digits 18", "'18' must be"),
        (f"{STUDENT} --digits -1", "'-1' must be"),
        (f"{STUDENT} --digits 2.5", "'2.5' must be"),
        (f"{STUDENT} --json", "--json"),
        ("--vers", "required: COMMAND"),
    ],
)
def test_one_line_and_exit_code_2(capsys: Any, arguments: str, message: str) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments.split())
    captured = capsys.readouterr()
    assert end.value.code == 2
    assert captured.out == ""
    assert captured.err.startswith(COMMAND)
    assert captured.err.count("\n") == 1
    assert message in captured.err


@pytest.mark.parametrize("option", ["--x", "--y", "--w", "--b", "--learning-rate"])
def test_what_is_left_out_is_named(capsys: Any, option: str) -> None:
    before, _, after = f"{STUDENT} ".partition(f"{option} ")
    with pytest.raises(SystemExit):
        main(f"{before}{after.partition('--')[1]}{after.partition('--')[2]}".split())
    assert capsys.readouterr().err.endswith(f"the following arguments are required: {option}\n")


def test_the_terminal_s_own_arguments_are_read(
    capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["logistic_gradient", *STUDENT.split()])
    assert main() == 0
    assert capsys.readouterr().out == OUTPUT


EXAMPLE = f"example: {COMMAND} {STUDENT}"
HELP = [
    (
        "--help",
        f"usage: {COMMAND} [-h]",
        "The gradient of logistic regression, from a terminal.",
        "commands: COMMAND step one training step on one sample, with every quantity",
        EXAMPLE,
    ),
    (
        "step --help",
        f"usage: {COMMAND} step [-h]",
        "One step of gradient descent on one sample: prints the score z, the probability p,",
        "the sample, the parameters and the step (all required): ",
        "--x X_J [X_J ...] features ",
        "--y Y label: 0 or 1 ",
        "--w W_J [W_J ...] a weight a feature ",
        "--b B bias ",
        "--learning-rate RATE above 0 ",
        "--digits N significant digits, 1 to 17 (default: 12; 17 tell any two numbers apart)",
        EXAMPLE,
    ),
]


@pytest.mark.parametrize("expected", HELP, ids=[arguments for arguments, *_ in HELP])
def test_help_says_what_to_type(capsys: Any, expected: tuple[str, ...]) -> None:
    arguments, *words = expected
    with pytest.raises(SystemExit) as end:
        main(arguments.split())
    assert end.value.code == 0
    help_text = " ".join(capsys.readouterr().out.split())
    for part in words:
        assert part in help_text


def test_version(capsys: Any) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out.strip()[0].isdigit()


def test_a_line_break_in_an_argument_does_not_break_the_line(capsys: Any) -> None:
    with pytest.raises(SystemExit):
        main([*STUDENT.split(), "one\ntwo"])
    assert capsys.readouterr().err.count("\n") == 1
