"""A reader edits and runs the plain-Python examples where they stand."""

from collections.abc import Iterator
from typing import Any

import bs4
import pytest
from playwright.sync_api import Locator, Page, expect

from site_build.runnable import few_digits
from tests.browser.test_accessibility import violations
from tests.support.browser import Visitor
from tests.support.built_site import Site
from tests.support.open_page import arrive, open_details, press, settle
from tests.support.trouble import Trouble

EXAMPLES = "worked-example/"  # two examples, of which the second needs the first
GRAPH = "computation-graph/"  # three

# What the last of some sources prints in the reader's MicroPython, or null where it fails.
PRINTED = """async ([address, sources]) => {
    const { Runner } = await import(address);
    let printed = "";
    const pieces = sources.map((source) => ({ name: "example", source }));
    const outcome = await new Runner().run(pieces, (text) => { printed += text; });
    return outcome.kind === "done" ? printed.trimEnd() : null;
}"""


MICROPYTHON = "/vendor/micropython/"


class Opened:
    """An example of a page, with its field open."""

    def __init__(self, page: Page, place: int = 0) -> None:
        self.block = page.locator("[data-runnable]").nth(place)
        self.opener = self.block.locator(".python-open")
        press(self.opener)
        self.field = self.block.get_by_role("textbox")
        self.status = self.block.get_by_role("status")
        self.printed = self.block.locator(".python-field > pre")

    def button(self, name: str) -> Locator:
        return self.block.get_by_role("button", name=name, exact=True)

    def write(self, code: str) -> None:
        self.field.fill(code)

    def run(self, code: str | None = None) -> str:
        """Run it, with other code where that is given; return what is said of it."""
        if code is not None:
            self.write(code)
        self.button("Run").click()
        return self.told()

    def told(self) -> str:
        """Wait for the end of the run, and return what is said of it."""
        expect(self.block.locator(".python-field")).to_have_attribute("aria-busy", "false")
        return self.status.inner_text()

    @property
    def marked(self) -> int | None:
        """The line that is marked, counted from one."""
        if self.field.get_attribute("aria-invalid") != "true":
            return None
        return 1 + int(self.field.evaluate("field => field.style.getPropertyValue('--line')"))


def page_output(example: Opened) -> str:
    shown: str = example.block.evaluate(
        "block => block.nextElementSibling.querySelector('code').textContent"
    )
    return shown.rstrip("\n")


def test_each_example_prints_what_the_page_shows(visitor: Visitor, runnable_address: str) -> None:
    page = visitor.open(runnable_address)
    open_details(page)
    for place in range(page.locator("[data-runnable]").count()):
        example = Opened(page, place)
        assert example.run().endswith("The output equals the page's.")
        assert example.printed.inner_text().rstrip("\n") == page_output(example)


def test_the_mark_stands_exactly_where_micropython_agrees(
    visitor: Visitor, site: Site, example_address: str
) -> None:
    """Each example runs after the marked ones above it: it fits, or it has no mark."""
    page = visitor.blank()
    page.goto(visitor.url("assets/site.css"))  # any small file of the site
    address = visitor.url("widgets/python/runner.mjs")
    sound: list[str] = []
    for source, output, runnable in examples_with_output(site.soup(example_address)):
        printed = page.evaluate(PRINTED, [address, [*sound, source]])
        assert (printed == output and few_digits(output)) is runnable, source
        if runnable:
            sound.append(source)


def examples_with_output(soup: bs4.BeautifulSoup) -> Iterator[tuple[str, str, bool]]:
    """Yield the source and the output of each example, and whether it has the mark."""
    for block in soup.select("div.language-python.highlight"):
        below = block.find_next_sibling()
        title = below and below.select_one(".filename")
        if below and title and title.text == "Output":
            yield block.code.text, below.code.text.rstrip(), block.has_attr("data-runnable")  # type: ignore[union-attr]


def test_a_marked_example_is_found(site: Site) -> None:
    """The test above would hold for a site without any."""
    marked = [
        runnable
        for address in site.addresses_with("[data-runnable]")
        for _, _, runnable in examples_with_output(site.soup(address))
    ]
    assert sum(marked) >= 15


def test_nothing_is_loaded_before_the_first_use(visitor: Visitor) -> None:
    page = visitor.blank(new=True)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(visitor.url(EXAMPLES), wait_until="networkidle")
    assert not [url for url in asked if "/widgets/python/" in url or MICROPYTHON in url]
    example = Opened(page)
    assert not [url for url in asked if MICROPYTHON in url]
    example.run()
    assert len([url for url in asked if url.endswith("micropython.wasm")]) == 1


def test_pages_without_such_examples_load_none_of_it(visitor: Visitor) -> None:
    page = visitor.blank(new=True)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(visitor.url("rules/"), wait_until="networkidle")
    assert not [url for url in asked if "python" in url]


def test_a_change_is_told(visitor: Visitor) -> None:
    example = Opened(visitor.open(EXAMPLES))
    code = example.field.input_value()
    told = example.run(code.replace("w = [0.1, -0.2]", "w = [0.1, -0.1]"))
    assert told == "Ran: 7 lines. The output differs from the page's, as you changed the code."
    assert "score                  -0.2" in example.printed.inner_text()
    assert example.run(f"{code}\n").endswith("The output equals the page's.")


def test_examples_above_run_first_as_the_reader_left_them(visitor: Visitor) -> None:
    page = visitor.open(EXAMPLES)
    second = Opened(page, 1)
    assert second.run() == (
        "First ran the example above it. Ran: 4 lines. The output equals the page's."
    )
    first = Opened(page, 0)
    first.write(first.field.input_value().replace("x = [3.0, 5.0]", "x = [3.0, 4.0]"))
    assert second.run() == (
        "First ran the example above it, with your changes. Ran: 4 lines. "
        "The output differs from the page's, as you changed an example above."
    )
    assert second.printed.inner_text().startswith("first loss")  # only its own output
    first.button("Reset").click()
    assert second.run().endswith("The output equals the page's.")


def test_an_error_above_is_told_and_marked_there(visitor: Visitor) -> None:
    page = visitor.open(EXAMPLES)
    first, second = Opened(page, 0), Opened(page, 1)
    first.write("x = 1\nx +")
    assert second.run() == "Example 1 above, line 2: SyntaxError: invalid syntax"
    assert (first.marked, second.marked) == (2, None)


@pytest.mark.parametrize(
    ("code", "line", "says"),
    [
        ("x = 1\nfor x in 3\n    x", 2, "SyntaxError: invalid syntax"),
        ("x = 1\n   y = 2", 2, "IndentationError: unexpected indent"),
        ("\n\nprint(missing)", 3, "NameError: name 'missing' isn't defined"),
        ("def f(x):\n    return 1 / x\n\nf(0)", 2, "ZeroDivisionError: divide by zero"),
        ("import numpy", 1, "ImportError: no module named 'numpy'"),
        ("\nint(input())", 2, "EOFError: nobody types here"),
        ("def f():\n    return f()\nf()", 2, "RuntimeError: maximum recursion depth exceeded"),
        (
            "x = [0] * 10**9",
            1,
            "MemoryError: memory allocation failed, allocating 4000000000 bytes",
        ),
        ("raise ValueError('1\\n2')", 1, "ValueError: 1 2"),
    ],
)
def test_an_error_is_worded_by_python_and_its_line_marked(
    visitor: Visitor, code: str, line: int, says: str
) -> None:
    example = Opened(visitor.open(EXAMPLES))
    assert example.run(f"print('−')\n{code}") == f"Line {line + 1}: {says}"
    assert example.marked == line + 1
    shown = example.printed.inner_text().splitlines()
    assert shown[:2] == ["−", "Traceback (most recent call last):"] or line == 2
    assert len(shown) < 20
    described = (example.field.get_attribute("aria-describedby") or "").split()
    assert example.status.get_attribute("id") in described
    example.field.press("End")
    example.field.press("Space")
    assert example.marked is None


def test_the_line_of_an_error_comes_into_view(visitor: Visitor) -> None:
    example = Opened(visitor.open(EXAMPLES))
    example.run("x = 1\n" * 300 + "y +\n" + "x = 1\n" * 300)
    assert example.marked == 301
    seen = example.field.evaluate(
        """field => {
            const step = parseFloat(getComputedStyle(field).lineHeight);
            const inside = 300.5 * step - field.scrollTop;
            const place = field.getBoundingClientRect().top + inside;
            return inside > 0 && inside < field.clientHeight && place > 60 && place < innerHeight;
        }"""
    )
    assert seen


def test_the_end_of_a_program_is_no_error(visitor: Visitor) -> None:
    example = Opened(visitor.open(EXAMPLES))
    assert example.run("import sys\nprint(1)\nsys.exit()").startswith("Ran: one line.")
    assert example.marked is None


def test_an_endless_loop_is_stopped_by_the_button(visitor: Visitor) -> None:
    example = Opened(visitor.open(EXAMPLES))
    example.write("print('begun')\nwhile True:\n    pass")
    example.button("Run").click()
    expect(example.printed).to_have_text("begun\n")
    example.button("Stop").click()
    assert example.told() == "Stopped."
    expect(example.button("Stop")).to_be_focused()
    assert example.run("print(2)").startswith("Ran: one line.")


def test_an_endless_loop_is_stopped_by_the_clock(visitor: Visitor) -> None:
    page = visitor.blank(new=True)
    page.clock.install()
    arrive(page, visitor.url(EXAMPLES))
    example = Opened(page)
    example.write("print('begun')\nwhile True:\n    pass")
    example.button("Run").click()
    expect(example.printed).to_have_text("begun\n")
    page.clock.fast_forward(9_000)
    expect(example.status).to_have_text("Running")
    page.clock.fast_forward(2_000)
    assert example.told() == "Stopped: it ran for more than 10 seconds."


def test_a_second_run_takes_the_place_of_the_first(visitor: Visitor) -> None:
    example = Opened(visitor.open(EXAMPLES))
    example.write("print('begun')\nwhile True:\n    pass")
    example.button("Run").click()
    expect(example.printed).to_have_text("begun\n")
    assert example.run("print(2)").startswith("Ran: one line.")
    assert example.printed.inner_text() == "2\n"


@pytest.mark.parametrize("code", ["while True:\n    print('x' * 99)", "print('x' * 10**6, end='')"])
def test_enormous_output_is_cut(visitor: Visitor, code: str) -> None:
    example = Opened(visitor.open(EXAMPLES))
    assert example.run(code) == "Stopped: it printed more than 20000 characters."
    assert len(example.printed.inner_text()) == 20_000


def test_the_disk_is_a_make_believe_one(visitor: Visitor) -> None:
    example = Opened(visitor.open(EXAMPLES))
    example.run("import os\nprint(os.listdir('/'))\nopen('/a', 'w').close()")
    assert "etc" not in example.printed.inner_text()
    example.run("import os\nprint('a' in os.listdir('/'))")
    assert example.printed.inner_text() == "False\n"


def test_no_names_are_left_for_the_next_run(visitor: Visitor) -> None:
    example = Opened(visitor.open(EXAMPLES))
    example.run("left = 1")
    assert example.run("left") == "Line 1: NameError: name 'left' isn't defined"


def test_markup_in_the_output_is_text(visitor: Visitor) -> None:
    example = Opened(visitor.open(EXAMPLES))
    example.run("print('<img src=x onerror=alert(1)>')")
    assert example.printed.inner_text() == "<img src=x onerror=alert(1)>\n"
    assert example.printed.locator("img").count() == 0


def test_a_network_that_is_gone_is_told(visitor: Visitor) -> None:
    page = visitor.open(EXAMPLES, new=True)
    page.context.route("**/*.wasm", lambda route: route.abort())
    example = Opened(page)
    assert example.run().startswith("Python could not run: ")
    page.context.unroute("**/*.wasm")
    assert example.run().endswith("The output equals the page's.")


def test_a_field_that_cannot_be_loaded_can_be_tried_again(visitor: Visitor) -> None:
    page = visitor.open(EXAMPLES, new=True)
    page.context.route("**/runner.mjs", lambda route: route.abort())
    button = page.locator(".python-open").first
    button.click()
    expect(button).to_have_text("Could not be loaded: try again")
    assert page.get_by_role("textbox", name="Python").count() == 0


def test_all_of_it_by_keyboard(visitor: Visitor) -> None:
    page = visitor.open(EXAMPLES)
    example_block = page.locator("[data-runnable]").first
    example_block.locator(".python-open").focus()
    page.keyboard.press("Enter")
    field = example_block.get_by_role("textbox")
    expect(field).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("for k in (1, 2):\nprint(k)")
    assert field.input_value() == "for k in (1, 2):\n    print(k)"
    page.keyboard.press("Control+]")
    assert field.input_value() == "for k in (1, 2):\n        print(k)"
    page.keyboard.press("Control+[")
    page.keyboard.press("Control+Enter")
    status = example_block.get_by_role("status")
    expect(status).to_contain_text("Ran: 2 lines.")
    expect(field).to_be_focused()
    page.keyboard.press("ControlOrMeta+z")
    assert field.input_value() != "for k in (1, 2):\n    print(k)"  # the browser's undo still works
    for name in ("Run", "Stop", "Reset"):
        page.keyboard.press("Tab")
        expect(example_block.get_by_role("button", name=name, exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(example_block.locator(".python-open")).to_be_focused()
    assert example_block.locator("pre > code").is_visible()
    assert example_block.get_by_role("textbox").count() == 0


def test_the_copy_button_copies_what_stands_in_the_field(visitor: Visitor) -> None:
    page = visitor.open(EXAMPLES, permissions=["clipboard-read", "clipboard-write"])
    own = page.locator("[data-runnable] code").first.text_content()
    example = Opened(page)
    copy = example.block.locator("button[data-md-type=copy]")
    for code in (own, "print(1)\nprint(2)"):
        example.write(code or "")
        copy.click()
        assert page.evaluate("navigator.clipboard.readText()") == (code or "").rstrip()
    example.button("Reset").click()
    copy.click()
    assert page.evaluate("navigator.clipboard.readText()") == (own or "").rstrip()


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("light", 320), ("dark", 1280), ("dark", 320)]
)
def test_open_fields_are_accessible_and_fit(visitor: Visitor, scheme: Any, width: int) -> None:
    page = visitor.open(GRAPH, color_scheme=scheme, viewport={"width": width, "height": 800})
    Opened(page, 0).run()
    Opened(page, 1).run("print(1)\nprint('x' * 300)\nprint(\n")
    Opened(page, 2).run("print('x' * 300)")
    settle(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in page.locator(".python-button, .python-open:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_a_run_causes_no_trouble(visitor: Visitor) -> None:
    page = visitor.blank(new=True)
    trouble = Trouble(page, visitor.origin)
    arrive(page, visitor.url(EXAMPLES))
    Opened(page).run()
    Opened(page, 1).run("nothing")
    assert trouble.found == []


def test_the_buttons_move_nothing(visitor: Visitor) -> None:
    page = visitor.blank()
    arrive(page, visitor.url(EXAMPLES))
    page.locator(".python-open").first.wait_for()
    settle(page)
    box = page.locator("[data-runnable]").first.bounding_box()
    page.evaluate("document.querySelectorAll('.python-open').forEach(button => button.remove())")
    assert page.locator("[data-runnable]").first.bounding_box() == box


def test_the_button_covers_no_code(visitor: Visitor, runnable_address: str) -> None:
    page = visitor.open(runnable_address, viewport={"width": 320, "height": 800})
    open_details(page)
    covered = page.locator("[data-runnable]").evaluate_all(
        """blocks => blocks.map(block => {
            const style = getComputedStyle(block.querySelector("code"));
            const text = block.querySelector("code").getBoundingClientRect().top
                + parseFloat(style.paddingTop);
            return block.querySelector(".python-open").getBoundingClientRect().bottom - text;
        }).filter(gap => gap > 0)"""
    )
    assert covered == []


def test_the_print_shows_the_code_of_the_page(visitor: Visitor) -> None:
    page = visitor.open(EXAMPLES)
    example = Opened(page)
    example.run("print(8)")
    page.emulate_media(media="print")
    assert example.block.locator("pre > code").is_visible()
    assert not example.field.is_visible()
    assert not page.locator(".python-open").nth(1).is_visible()
    assert not example.status.is_visible()


def test_without_scripts_nothing_is_there(visitor: Visitor) -> None:
    page = visitor.open(EXAMPLES, java_script_enabled=False)
    assert page.locator(".python-open").count() == 0
    first = page.locator("[data-runnable] code").first.evaluate(
        "e => getComputedStyle(e).paddingTop"
    )
    other = page.locator(".language-text code").first.evaluate(
        "e => getComputedStyle(e).paddingTop"
    )
    assert first == other
