"""Python in the page, without a page: what keys do, what is said, what is shown of the output."""

from typing import Any

import pytest

from tests.support.node import evaluate


def pressed(name: str, before: str) -> str:
    """Apply a key to a text in which | stands at the ends of the selection; return it likewise."""
    parts = before.split("|")
    text, start, end = "".join(parts), len(parts[0]), len("".join(parts[:-1]))
    edit = evaluate(
        "widgets/python/keys.mjs", f"m.{name}(data)", {"text": text, "start": start, "end": end}
    )
    left, right = int(edit["start"]), int(edit["end"])
    result = text[:left] + edit["insert"] + text[right:]
    first, last = edit.get("select") or [left + len(edit["insert"])] * 2
    first, last = int(first), int(last)
    inner = result[first:last] + "|" if first != last else ""
    return f"{result[:first]}|{inner}{result[last:]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|", "\n|"),
        ("x|", "x\n|"),
        ("    x|", "    x\n    |"),
        ("    x|y", "    x\n    |y"),
        ("for a in b:|", "for a in b:\n    |"),
        ("  if a:  # why|\nc", "  if a:  # why\n      |\nc"),
        ("a = b[1:2]|", "a = b[1:2]\n|"),
        ("a\n  b|c|d", "a\n  b\n  |d"),
        ("  |  x", "  \n  |  x"),
    ],
)
def test_enter_keeps_the_indentation(before: str, after: str) -> None:
    assert pressed("newLine", before) == after


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("indent", "a|b", "    a|b"),
        ("indent", "x\na|b\nc|d\ny", "x\n    a|b\n    c|d\ny"),
        ("outdent", "    a|b", "a|b"),
        ("outdent", "  a|b", "a|b"),
        ("outdent", "a|b", "a|b"),
        ("outdent", "x\n      a|b\n  c|d\ny", "x\n  a|b\nc|d\ny"),
        ("outdent", "x\n  |  a", "x\n|a"),
    ],
)
def test_lines_move_by_a_step(name: str, before: str, after: str) -> None:
    assert pressed(name, before) == after


def told(outcome: dict[str, Any], **run: Any) -> str:
    facts = {"name": "example 2", "printed": "1", "expected": "1", "edited": False}
    data = {"outcome": outcome, "run": {**facts, "before": 0, "editedBefore": 0, **run}}
    says: str = evaluate("widgets/python/words.mjs", "m.told(data.outcome, data.run)", data)
    return says


@pytest.mark.parametrize(
    ("run", "says"),
    [
        ({}, "Ran: one line. The output equals the page's."),
        ({"printed": "1\n2", "expected": "1\n2"}, "Ran: 2 lines. The output equals the page's."),
        ({"printed": "", "expected": ""}, "Ran: nothing printed. The output equals the page's."),
        (
            {"edited": True},
            "Ran: one line. The output equals the page's.",
        ),
        (
            {"expected": "2", "edited": True, "before": 1},
            "First ran the example above it. Ran: one line. "
            "The output differs from the page's, as you changed the code.",
        ),
        (
            {"expected": "2", "before": 2, "editedBefore": 1},
            "First ran the 2 examples above it, with your changes. Ran: one line. "
            "The output differs from the page's, as you changed an example above.",
        ),
        (
            {"expected": "2"},
            "Ran: one line. The output differs from the page's, although you changed nothing.",
        ),
    ],
)
def test_what_is_said_of_a_run(run: dict[str, Any], says: str) -> None:
    assert told({"kind": "done"}, **run) == says


@pytest.mark.parametrize(
    ("frames", "says"),
    [
        ([("example 2", 3)], "Line 3: KeyError: x"),
        ([("example 2", 7), ("example 2", 3), ("example 1", 9)], "Line 3: KeyError: x"),
        ([("example 1", 9)], "Example 1 above, line 9: KeyError: x"),
        ([], "KeyError: x"),
    ],
)
def test_what_is_said_of_an_error(frames: list[tuple[str, int]], says: str) -> None:
    failure = {
        "says": "KeyError: x",
        "traceback": "",
        "frames": [{"name": name, "line": line} for name, line in frames],
    }
    assert told({"kind": "failed", "failure": failure}) == says


OUTPUT = """(() => {
    const shown = [];
    const output = new m.Output({ show: (text) => shown.push(text), full: () => shown.push("FULL"),
        limit: data.limit ?? Infinity, pause: data.pause ?? Infinity });
    for (const text of data.texts) {
        for (const byte of new TextEncoder().encode(text)) output.write(new Uint8Array([byte]));
        if (data.flush) output.flush();
    }
    output.flush();
    return shown;
})()"""


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ({"texts": ["a\n", "b"]}, ["a\nb"]),
        ({"texts": ["a\n", "b"], "flush": True}, ["a\n", "b"]),
        ({"texts": ["a\nb\nc"], "pause": 0}, ["a\n", "b\n", "c"]),
        ({"texts": ["−é"]}, ["−é"]),
        ({"texts": ["abc"], "limit": 3}, ["abc"]),
        ({"texts": ["abcd", "e"], "limit": 3}, ["abc", "FULL"]),
        ({"texts": []}, []),
    ],
)
def test_output_is_handed_on(data: dict[str, Any], shown: list[str]) -> None:
    assert evaluate("widgets/python/output.mjs", OUTPUT, data) == shown
