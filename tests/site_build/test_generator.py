"""What knows the generator of the site is small, separate, and listed in CONTRIBUTING.md."""

import ast
import re
from collections.abc import Iterable, Iterator

import pytest
import yaml

from proofread.page import Page
from proofread.piece import Part
from proofread.sources import pages_in
from tests.support.built_site import ROOT

KNOW_MKDOCS = {
    "src/site_build/hooks.py",
    "src/site_build/mkdocs_files.py",
    "src/site_build/mkdocs_pages.py",
}
TRACE = re.compile(r"--md-|\bmd-[a-z]|__md|\bmkdocs\b(?!-)")
TEXTS = {".py", ".md", ".mjs", ".js", ".css", ".html"}
STRANGERS = ("vendor", "mathjax", "__pycache__")
LISTED = re.compile(r"^\| [^|]+ \| (?P<files>`[^|]+) \|", re.MULTILINE)
#: What an extension that is not listed would make something of.
OTHERS = {
    "tabs": re.compile(r'^ *===[!+]? "', re.MULTILINE),
    "abbreviations": re.compile(r"^\*\[", re.MULTILINE),
    "snippets": re.compile(r"-{1,2}8<-{1,2}"),
    "emoji": re.compile(r"(?<!\w):[a-z]+(?:-[a-z]+)*:(?!\w)"),
    "tasks": re.compile(r"^ *[-*] \[[ x]\] ", re.MULTILINE),
    "macros": re.compile(r"\{\{|\{%"),
    "definitions": re.compile(r"^: {3}\S", re.MULTILINE),
    "keys": re.compile(r"\+\+\w"),
    "marks": re.compile(r"==\w|\^\^\w|\{(?:\+\+|--|~~)"),
    "blocks": re.compile(r"^///", re.MULTILINE),
}


def section() -> str:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    return text[text.index("## Moving on from Material") :]


def imports(source: str) -> set[str]:
    """Return the packages that a module imports, wherever it does."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def test_three_modules_import_mkdocs() -> None:
    paths = [path for folder in ("src", "scripts") for path in (ROOT / folder).rglob("*.py")]
    knowing = {
        path.relative_to(ROOT).as_posix()
        for path in paths
        if imports(path.read_text("utf-8")) & {"mkdocs", "material"}
    }
    assert knowing == KNOW_MKDOCS
    assert imports("def f():\n    from mkdocs.plugins import a") == {"mkdocs"}


def files() -> Iterator[tuple[str, str]]:
    for folder in ("src", "scripts", "docs"):
        for path in (ROOT / folder).rglob("*"):
            name = path.relative_to(ROOT)
            if path.suffix in TEXTS and not set(STRANGERS) & set(name.parts):
                yield name.as_posix(), path.read_text("utf-8")


def named(patterns: Iterable[str]) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for each in patterns for path in ROOT.glob(each)}


def test_all_that_knows_the_generator_is_listed() -> None:
    listed = [name for row in LISTED.finditer(section()) for name in row["files"].split("`")[1::2]]
    assert "src/site_build/hooks.py" in listed
    gone = [each for each in listed if not named([each])]
    assert not gone
    found = {name for name, text in files() if TRACE.search(text)}
    unlisted = found - named(listed)
    assert not unlisted, "these know the generator, and CONTRIBUTING.md does not say so"
    idle = [each for each in listed if not named([each]) & found and each != "mkdocs.yml"]
    assert not idle, "CONTRIBUTING.md lists these, and they know nothing of the generator"


class Settings(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags name things of its own."""


Settings.add_multi_constructor("!", lambda *_: "")


def test_the_extensions_are_listed() -> None:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Settings)  # noqa: S506 (a safe one)
    used = [
        each if isinstance(each, str) else next(iter(each))
        for each in settings["markdown_extensions"]
    ]
    paragraph = next(part for part in section().split("\n\n") if "these extensions" in part)
    assert sorted(used) == sorted(re.findall(r"`([\w.]+)`", paragraph))


def strange(text: str) -> set[str]:
    """Return what a page has that needs an extension which is not listed."""
    pieces = Page.parse(text).pieces
    words = "".join(piece.text if piece.part is Part.PROSE else " " for piece in pieces)
    return {name for name, pattern in OTHERS.items() if pattern.search(words)}


def test_no_page_needs_another_extension() -> None:
    found = {path.name: strange(path.read_text("utf-8")) for path in pages_in([ROOT / "docs"])}
    assert not {name: what for name, what in found.items() if what}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('=== "A"\n\n    a\n', "tabs"),
        ("*[HTML]: a\n", "abbreviations"),
        ('a\n\n--8<-- "b.md"\n', "snippets"),
        ("a :smile: b\n", "emoji"),
        ("- [ ] a\n", "tasks"),
        ("{{ a }}\n", "macros"),
        ("a\n:   b\n", "definitions"),
        ("++ctrl++\n", "keys"),
        ("==a==\n", "marks"),
        ("/// note\n///\n", "blocks"),
    ],
)
def test_another_extension_is_noticed(text: str, what: str) -> None:
    assert what in strange(text)
    assert not strange(f"```text\n{text}```\n")
