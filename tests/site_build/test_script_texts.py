"""No string of a script shows a number or a formula; what only programs read is left alone."""

from pathlib import Path

import pytest

from site_build.script_texts import odd_strings

ASSETS = Path(__file__).parents[2] / "docs" / "assets"


@pytest.mark.parametrize(
    "script",
    [
        'import { a } from "./vendor/d3-array/a.min.js";',
        'const m = await import("../a-1.mjs");',
        "// 33% of 3\nlet a = 1; /* p - y = 0.5 */",
        'const half = size / 2; const more = size / 4; const digits = /[0-9]+ = "3"/g;',
        'element.querySelector("h2 > [data-x=y]")',
        'event.target.closest?.("data[data-claim]")',
        'box.classList.toggle("checked-tip--shown2")',
        'box.className = on ? "step-2" : "step-1";',
        'line.setAttribute("x1", "0");',
        'path.setAttribute("d", `M0,${y}H${width - 1}`);',
        'svg("path", { d: `M${a},0V${b}`, class: "ink", "stroke-width": "2" })',
        'svg("svg", { viewBox: `0 0 ${width} 8` })',
        'new Observer(run, { rootMargin: "50% 0px" })',
        'document.createElementNS("http://www.w3.org/2000/svg", "text")',
        'if (event.key === "+" || "-" === event.key) {}',
        'switch (key) { case "1": go(); }',
        'text.replace("\\u2212", MINUS).split("=")',
        "box.style.left = `${Math.max(8, left)}px`;",
        "box.textContent = format(value);",
        "box.textContent = `Step ${count + 1} of ${steps.length}`;",
        'box.textContent = "The loss falls, step by step, to its well-known end.";',
        "box.append(`about ${format(1 / 3)} in all`)",
        "const PROGRAM = `x = 1 + 2`;",
        'html("label", { for: id }, "Weight")',
        'frames("div.arithmatex, .md-typeset__scrollwrap")',
    ],
)
def test_what_nobody_reads_or_what_is_computed(script: str) -> None:
    assert list(odd_strings(script)) == []


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ('box.textContent = "33%";', "33%"),
        ("box.textContent = 'p − y';", "p − y"),
        ('box.textContent = "w₁";', "w₁"),
        ('box.textContent = "p = y";', "p = y"),
        ('box.textContent = "p - y";', "p - y"),
        (r'box.textContent = "\\ln p";', r"\ln p"),
        (r'box.textContent = "\u0038 steps";', "8 steps"),
        (r'box.textContent = "\x38 steps";', "8 steps"),
        (r'box.textContent = "\u{38} steps";', "8 steps"),
        (r'box.textContent = "p \u2212 y";', "p − y"),
        ('box.innerHTML = "&#56;";', "&#56;"),
        ('box.innerHTML = "<b>8</b>";', "<b>8</b>"),
        ("box.append(`about 33% of ${n}`)", "about 33% of "),
        ("box.append(`${n} of 8`)", " of 8"),
        ('box.append(`${n ? "8 more" : "none"}`)', "8 more"),
        ('html("label", { for: id }, "Weight 1")', "Weight 1"),
        ('html("input", { "aria-label": "Weight 1" })', "Weight 1"),
        ('const fields = [{ label: "Weight 1" }];', "Weight 1"),
        ('const labels = ["b", "w1"];', "w1"),
        ('const name = on ? "a" : "step 2";', "step 2"),
        ('button.setAttribute("title", "8 steps")', "8 steps"),
        ('button.setAttribute("aria-valuetext", "8 steps")', "8 steps"),
        ('throw new RangeError("a label must be 0 or 1");', "a label must be 0 or 1"),
        ('text.replace(MARK, "8")', "8"),
        ('text.replace("a", "8")', "8"),
        ("a = b / c; box.title = 'x / y';", "x / y"),
        ("box.textContent = 8;", "8"),
        ("box.textContent = -8;", "8"),
        ("box.append(8);", "8"),
        ("box.append(`${8} steps`);", "8"),
        ('box.append("about " + 8);', "8"),
        ('box.append(8 + " steps");', "8"),
        ('show("1\u202e2");', "1\u202e2"),
    ],
)
def test_what_a_reader_could_see(script: str, text: str) -> None:
    assert list(odd_strings(script)) == [text]


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.mjs")), ids=lambda path: path.name)
def test_the_site_has_no_such_string(path: Path) -> None:
    script = path.read_text("utf-8")
    assert list(odd_strings(script)) == []
    assert list(odd_strings(f'{script}\nbox.textContent = "33%";')) == ["33%"]
