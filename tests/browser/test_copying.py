"""What the copy buttons give, pasted in the page's order, prints what the page shows."""

import json
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.support import console
from tests.support.built_site import ROOT
from tests.support.reader import Reader

NOTHING = "(nothing has been copied)"
BLOCKS = """blocks => blocks.map(block => ({
    language: [...block.classList].find(name => name.startsWith("language-"))?.slice(9) ?? "none",
    title: block.querySelector(".filename")?.textContent ?? null,
    text: block.querySelector("code").textContent.trimEnd(),
    after: block.previousElementSibling?.classList.contains("highlight") ?? false,
}))"""


@dataclass(frozen=True)
class Block:
    """A block of code or output as a page shows it, and what its button copied, if it has one."""

    language: str
    title: str | None
    text: str
    after: bool  # whether it follows another block directly
    copied: str | None


@dataclass(frozen=True)
class Example:
    """What a reader copies, and the output that the page shows for it."""

    language: str
    copied: str
    output: str


def blocks_of(page: Page) -> list[Block]:
    """Press every copy button of a page."""
    blocks = page.locator("div.highlight")
    shown = blocks.evaluate_all(BLOCKS)
    return [Block(**block, copied=copied_from(blocks.nth(n))) for n, block in enumerate(shown)]


def copied_from(block: Locator) -> str | None:
    """Return what the button of a block puts on the clipboard."""
    button = block.locator("button[data-md-type=copy]")
    if not button.count():
        return None
    clipboard = block.page
    clipboard.evaluate("text => navigator.clipboard.writeText(text)", NOTHING)
    button.click()
    text: str = clipboard.evaluate("navigator.clipboard.readText()")
    assert text != NOTHING
    return text.rstrip("\n")


# Pages whose examples work on the project itself, and that tell the reader to be in its top folder.
IN_THE_REPOSITORY = {"writing-checked-pages/"}

# What is shown and not run: proofread judges each word of a command, a page, a signature, and a
# text without a title, which holds no number and no sign.
SHOWN = {"shell", "markdown"}
SIGNATURE = "Signature"


def code_in(block: Block) -> str:
    """Return what someone who presses the button wants: the code, no prompts, no output."""
    if block.language == "python" or block.language in SHOWN:
        return block.text
    prompt = {"pycon": r"(?:>>>|\.\.\.)(?: |$)", "console": r"\$ "}[block.language]
    lines = [line for line in block.text.splitlines() if re.match(prompt, line)]
    return "\n".join(re.sub(prompt, "", line, count=1) for line in lines)


def output_in(block: Block) -> str:
    """Return what a block with prompts shows as output."""
    prompt = {"pycon": r"(?:>>>|\.\.\.)(?: |$)", "console": r"\$ "}[block.language]
    lines = block.text.splitlines(keepends=True)
    return "".join(line for line in lines if not re.match(prompt, line)).removesuffix("\n")


def examples_in(blocks: list[Block]) -> list[Example]:
    """Pair each example with the output that belongs to it; whatever fits nowhere is an error."""
    examples: list[Example] = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        untitled = block.language == "text" and block.title is None
        if block.language in SHOWN or block.title == SIGNATURE or untitled:
            continue
        if block.language == "text" and block.title and (ROOT / block.title).is_file():
            quoted = (ROOT / block.title).read_text("utf-8")
            assert block.text in quoted, f"{block.title} has no such lines:\n{block.text}"
            continue
        if block.language == "text":
            assert block.title == "Output", f"a block that is neither code nor output:\n{block}"
            assert before is not None, f"output of nothing:\n{block.text}"
            assert block.after, f"output that follows no code:\n{block.text}"
            assert before.language == "python", f"output that follows no code:\n{block.text}"
            examples[-1] = Example("python", examples[-1].copied, block.text)
            continue
        assert block.language in {"python", "pycon", "console"}, (
            f"nobody compares a block in {block.language}:\n{block.text}"
        )
        assert block.copied is not None, f"no copy button:\n{block.text}"
        shown = "" if block.language == "python" else output_in(block)
        examples.append(Example(block.language, block.copied, shown))
    return examples


@pytest.fixture(scope="session")
def cache() -> dict[str, list[Block]]:
    return {}


@pytest.fixture
def blocks(reader: Reader, example_address: str, cache: dict[str, list[Block]]) -> list[Block]:
    """All blocks of one page; the buttons are pressed once.

    They are the dark page's, for the Tab key walks through the light one.
    """
    if example_address not in cache:
        page = reader.take(example_address, "dark")
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        cache[example_address] = blocks_of(page)
    return cache[example_address]


def test_a_button_copies_the_code_alone(blocks: list[Block]) -> None:
    examples = [block for block in blocks if block.language != "text"]
    assert [block.copied for block in examples] == [code_in(block) for block in examples]


def test_output_has_no_button(blocks: list[Block]) -> None:
    assert [block.text for block in blocks if block.language == "text" and block.copied] == []


def test_what_was_copied_prints_what_the_page_shows(
    blocks: list[Block], example_address: str, tmp_path: Path
) -> None:
    examples = examples_in(blocks)
    folder = ROOT if example_address in IN_THE_REPOSITORY else tmp_path
    pieces = [example.copied for example in examples if example.language != "console"]
    options = ["--cells"] if example_address.startswith("notebooks/") else []
    printed = iter(in_a_fresh_console(pieces, folder, options))
    wrong = [
        f"{example.copied}\n\nshows on the page:\n{example.output}\n\nprints:\n{actual}"
        for example in examples
        for actual in [
            in_a_terminal(example.copied, folder)
            if example.language == "console"
            else next(printed)
        ]
        if actual.removesuffix("\n") != example.output
    ]
    assert not wrong, "\n\n----\n\n".join(wrong)


def in_a_fresh_console(pieces: list[str], folder: Path, options: list[str]) -> list[str]:
    """Paste pieces of code into one console; return what each printed."""
    command = [sys.executable, "-P", "-X", "utf8", console.__file__, *options]
    finished = run(command, folder, json.dumps(pieces))
    printed: list[str] = json.loads(finished)
    return printed


def in_a_terminal(commands: str, folder: Path) -> str:
    """Run commands that call Python; return what they printed."""
    printed = ""
    for line in commands.splitlines():
        name, *arguments = shlex.split(line)
        assert name == "python", f"the tests run nothing but python: {line}"
        printed += run([sys.executable, "-P", "-X", "utf8", *arguments], folder)
    return printed


def run(command: list[str], folder: Path, given: str = "") -> str:
    """Run a program that must succeed and complain of nothing."""
    finished = subprocess.run(
        command, cwd=folder, input=given, capture_output=True, encoding="utf-8", check=False
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stderr == ""
    return finished.stdout
