"""Typesets the formulas of a page with MathJax while the site is built.

A reader's browser gets HTML, a style sheet and fonts, and runs no typesetting script. MathJax runs
in Node, which comes from a Python wheel, so that nothing else has to be installed.
"""

import html
import json
import re
import subprocess
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypedDict, cast

from site_build import node
from site_build.glyphs import data_address
from site_build.line_breaks import keep_together
from site_build.memory import Memory

HERE = Path(__file__).parent
FONTS = HERE / "mathjax" / "font" / "chtml" / "woff2"

FONT_FILE = re.compile(r"\./(mjx-[\w-]+\.woff2)")
# What MathJax shows: characters, and the pieces of brackets that are taller than any character.
GLYPH = re.compile(r"<mjx-(?:c|beg|mid|end|spacer)\b[^>]*>([^<]*)<")
ALWAYS = {"MJX-NCM-ZERO", "MJX-BRK"}  # what MathJax spaces and breaks lines with

# What the arithmatex extension leaves in the HTML in place of `$...$` and `$$...$$`.
FORMULA = re.compile(
    r'<(?P<tag>span|div) class="arithmatex">'
    r"\\(?P<open>[(\[])(?P<tex>.*?)\\[)\]]</(?P=tag)>",
    re.DOTALL,
)


class Answer(TypedDict, total=False):
    """What the Node process says about one request."""

    html: str
    css: str
    error: str


class FormulaError(ValueError):
    """MathJax cannot read a formula.

    Attributes:
        tex: The formula as the page has it.
        reason: MathJax's own words.

    """

    def __init__(self, tex: str, reason: str) -> None:
        super().__init__(f"{reason} in the formula {tex.strip()!r}")
        self.tex = tex
        self.reason = reason


class Typesetter:
    """A MathJax process that typesets one formula after another and remembers each.

    It starts at the first formula that it does not remember and ends with ``close``.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, bool], str] = {}
        self._memory = Memory()

    def remember(self, path: Path) -> None:
        """Begin a build with what an earlier one has left in a file, to which ``keep`` writes."""
        self._known = {}
        self._memory = Memory.read(path)

    def keep(self) -> None:
        """Write what this build has typeset for the next one."""
        self._memory.write(self._known, self._rules())

    @cached_property
    def _process(self) -> subprocess.Popen[str]:
        return subprocess.Popen(  # noqa: S603 (our own script, no shell)
            [node.executable(), HERE / "typeset.cjs"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def _ask(self, **request: str | bool) -> Answer:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None  # noqa: S101 (both are pipes, see above)
        assert stdout is not None  # noqa: S101
        stdin.write(json.dumps(request) + "\n")
        stdin.flush()
        line = stdout.readline()
        if not line:
            raise RuntimeError(f"MathJax ended with exit code {self._process.wait()}")
        return cast("Answer", json.loads(line))

    def typeset(self, tex: str, *, display: bool) -> str:
        """Return the HTML of one formula, with MathML for assistive technology inside.

        Raises:
            FormulaError: MathJax cannot read the formula.

        """
        key = (tex, display)
        if key not in self._known and key in self._memory.formulas:
            self._known[key] = self._memory.formulas[key]
        elif key not in self._known:
            answer = self._ask(tex=tex, display=display)
            if "error" in answer:
                raise FormulaError(tex, answer["error"])
            self._known[key] = keep_together(answer["html"])
        return self._known[key]

    def stylesheet(self) -> str:
        """Return the rules that the formulas typeset so far need, with their glyphs inside."""
        return _needed("".join(self._known.values()), tuple(self._rules()))

    def _rules(self) -> list[str]:
        """Return the rules of all that was ever typeset, each once."""
        own: list[str] = []
        if "_process" in self.__dict__ or not self._memory.rules:
            own = list(_rules(self._ask(stylesheet=True)["css"]))
        return list(dict.fromkeys([*self._memory.rules, *own]))

    def close(self) -> None:
        """End the process, if it ever started."""
        if "_process" in self.__dict__:
            self._process.kill()
            self._process.communicate()
            del self._process


#: The one of the site. Where the site is served, it serves all builds.
typesetter = Typesetter()


@lru_cache(maxsize=1)  # where the site is served, most edits need no other sign
def _needed(typeset: str, rules: tuple[str, ...]) -> str:
    """Return those rules that typeset formulas need, with their glyphs inside."""
    families = {f"MJX-{name}" for name in re.findall(r"\bNCM-[\w-]+", typeset)} | ALWAYS
    shown = frozenset(html.unescape("".join(GLYPH.findall(typeset))))
    classes = set(re.findall(r"\bmjx-c[0-9A-F]+", typeset))
    kept = []
    for rule in rules:
        family = re.search(r"font-family: (?:MJX-NCM-ZERO, )?(MJX-[\w-]+)", rule)
        sign = re.search(r"\bmjx-c[0-9A-F]+", rule.partition("{")[0])
        if (not family or family[1] in families) and (not sign or sign[0] in classes):
            kept.append(FONT_FILE.sub(lambda file: data_address(FONTS / file[1], shown), rule))
    return "\n".join(kept) + "\n"


def _rules(css: str) -> Iterator[str]:
    """Split a flat style sheet into its rules, each on one line."""
    for rule in re.findall(r"[^{}]+\{[^{}]*\}", css):
        yield re.sub(r"\s+|/\*.*?\*/", " ", rule).strip()


def typeset_page(page: str, typesetter: Typesetter) -> str:
    """Replace each formula that arithmatex marked in an HTML page by its typeset form.

    The TeX stays in a ``data-tex`` attribute.

    Raises:
        FormulaError: MathJax cannot read a formula.

    """

    def one(match: re.Match[str]) -> str:
        tex = html.unescape(match["tex"])
        tag = match["tag"]
        typeset = typesetter.typeset(tex, display=match["open"] == "[")
        return f'<{tag} class="arithmatex" data-tex="{html.escape(tex)}">{typeset}</{tag}>'

    return FORMULA.sub(one, page)


def line_of(tex: str, source: str) -> int:
    """Return the line, counted from 1, on which a formula begins in its Markdown source."""
    words = [re.escape(word) for word in tex.split()]
    match = re.search(r"\s+".join(words), source)
    return source.count("\n", 0, match.start()) + 1 if match else 1
