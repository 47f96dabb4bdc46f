"""Formulas become HTML that eyes and screen readers can read, and a broken one is an error."""

import base64
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import bs4
import pytest
from fontTools.ttLib import TTFont

from site_build.mathematics import FormulaError, Typesetter, line_of, typeset_page
from site_build.memory import Memory


def inline(tex: str) -> str:
    """Mark a formula as the arithmatex extension does."""
    return rf'<p>Here <span class="arithmatex">\({tex}\)</span> it is.</p>'


def display(tex: str) -> str:
    return rf'<div class="arithmatex">\[{tex}\]</div>'


def container(page: str) -> bs4.Tag:
    tag = bs4.BeautifulSoup(page, "html.parser").select_one(".arithmatex > mjx-container")
    assert tag is not None
    return tag


@pytest.mark.parametrize("mark", [inline, display])
def test_a_formula_has_glyphs_and_mathml(typesetter: Typesetter, mark: type[str]) -> None:
    formula = container(typeset_page(mark(r"\frac{p}{1 - p}"), typesetter))
    glyphs = formula.select_one(":scope > mjx-math[aria-hidden=true]")
    assert glyphs is not None
    assert glyphs.select("mjx-mfrac")
    assert [leaf.text for leaf in formula.select("mjx-assistive-mml math :is(mi, mn, mo)")] == [
        "p", "1", "−", "p",
    ]  # fmt: skip


def test_only_a_display_formula_is_on_a_line_of_its_own(typesetter: Typesetter) -> None:
    assert container(typeset_page(display("x"), typesetter)).get("display") == "true"
    assert container(typeset_page(inline("x"), typesetter)).get("display") is None


def test_the_tex_stays_readable(typesetter: Typesetter) -> None:
    page = typeset_page(display("\na &lt; b \\\\\n\\text{&quot;c&quot;}\n"), typesetter)
    formula = container(page).parent
    assert formula is not None
    assert formula["data-tex"] == '\na < b \\\\\n\\text{"c"}\n'
    assert "data-latex" not in page


@pytest.mark.parametrize(
    ("tex", "operator"), [("a &lt; b", "<"), ("a &gt; b", ">"), ("a &amp;= b", "=")]
)
def test_entities_are_the_characters_they_stand_for(
    typesetter: Typesetter, tex: str, operator: str
) -> None:
    tex = rf"\begin{{aligned}}{tex}\end{{aligned}}" if "amp" in tex else tex
    formula = container(typeset_page(inline(tex), typesetter))
    assert [mo.text for mo in formula.select("mjx-assistive-mml mo")] == [operator]


def test_all_else_stays_as_it_is(typesetter: Typesetter) -> None:
    page = r"<p>\(x\), $y$ and <code>\(z\)</code></p><span class='other'>\(x\)</span>"
    assert typeset_page(page, typesetter) == page


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\frca{1}{2}", r"\frca"),
        (r"\frac{1}", "Missing argument"),
        (r"{x", "brace"),
        (r"x^1^2", "exponent"),
        (r"\begin{aligned} x \end{align}", "aligned"),
        (r"\left( x", r"\right"),
        ("a & b", "&"),
    ],
)
def test_a_broken_formula_is_an_error_that_names_it(
    typesetter: Typesetter, tex: str, reason: str
) -> None:
    with pytest.raises(FormulaError, match=re.escape(reason)) as caught:
        typesetter.typeset(tex, display=True)
    assert caught.value.tex == tex
    assert repr(tex) in str(caught.value)


def test_a_broken_formula_spoils_no_other(typesetter: Typesetter) -> None:
    with pytest.raises(FormulaError):
        typesetter.typeset(r"\nonsense", display=False)
    assert "mjx-math" in typesetter.typeset("x + 1", display=False)


def test_the_line_of_a_formula() -> None:
    source = "# Title\n\nText $x$.\n\n$$\na &= b \\\\\n  &= c\n$$\n"
    assert line_of("x", source.replace("Text", "T")) == 3
    assert line_of("\na &= b \\\\\n&= c\n", source) == 6
    assert line_of("not there", source) == 1


class TestStylesheet:
    """The style sheet serves the formulas seen so far, with all they need inside."""

    @pytest.fixture
    def typesetter(self) -> Iterator[Typesetter]:
        typesetter = Typesetter()
        yield typesetter
        typesetter.close()

    @staticmethod
    def families(css: str) -> set[str]:
        return set(re.findall(r"@font-face\s*\{ font-family: (MJX-[\w-]+)", css))

    def test_a_font_comes_with_the_formula_that_uses_it(self, typesetter: Typesetter) -> None:
        typesetter.typeset("x", display=False)
        plain = self.families(typesetter.stylesheet())
        typesetter.typeset(r"\mathbb{R}", display=False)
        more = self.families(typesetter.stylesheet())
        assert more - plain == {"MJX-NCM-DS"}
        assert "MJX-NCM-B" not in more

    def test_each_font_that_a_rule_names_is_there(self, typesetter: Typesetter) -> None:
        typesetter.typeset(r"\mathbf{w}^\top \hat{y} \sum_i \sqrt{x}", display=True)
        css = typesetter.stylesheet()
        named = set(re.findall(r"MJX-[\w-]+", css))
        assert named == self.families(css)

    def test_the_fonts_are_in_the_sheet_and_hold_the_glyphs(self, typesetter: Typesetter) -> None:
        typesetter.typeset(r"\nabla_w \ell = 42", display=True)
        css = typesetter.stylesheet()
        assert re.findall(r"url\((?!['\"]?data:font/woff2;base64,)[^)]*", css) == []
        held: set[int] = set()
        for data in re.findall(r"base64,([\w+/=]+)", css):
            held |= TTFont(BytesIO(base64.b64decode(data))).getBestCmap().keys()
        assert {ord(glyph) for glyph in "∇=42"} <= held
        assert ord("7") not in held

    def test_brackets_taller_than_a_character_have_their_pieces(
        self, typesetter: Typesetter
    ) -> None:
        typesetter.typeset(r"\begin{pmatrix} 1 \\ 2 \\ 3 \end{pmatrix}", display=True)
        held: set[int] = set()
        for data in re.findall(r"base64,([\w+/=]+)", typesetter.stylesheet()):
            held |= TTFont(BytesIO(base64.b64decode(data))).getBestCmap().keys()
        assert {ord(glyph) for glyph in "⎛⎜⎝⎞⎟⎠"} <= held


class TestMemory:
    """What one build has typeset, the next one takes from a file, and makes the same of it."""

    def test_a_second_build_starts_no_process(self, tmp_path: Path) -> None:
        formulas = [(r"\hat{y} - \frac{p}{2}", True), ("x", False)]
        first, second = Typesetter(), Typesetter()
        for typesetter in (first, second):
            typesetter.remember(tmp_path / "formulas.json")
            for tex, display in formulas:
                typesetter.typeset(tex, display=display)
            typesetter.stylesheet()
            typesetter.keep()
        assert "_process" in vars(first)
        assert "_process" not in vars(second)
        assert second.stylesheet() == first.stylesheet()
        assert second.typeset("x", display=False) == first.typeset("x", display=False)
        first.close()

    def test_what_no_page_has_any_more_leaves_the_style_sheet(self, tmp_path: Path) -> None:
        for tex in (r"\beta", "x"):
            typesetter = Typesetter()
            typesetter.remember(tmp_path / "formulas.json")
            typesetter.typeset(tex, display=False)
            css = typesetter.stylesheet()
            typesetter.keep()
            typesetter.close()
        assert "mjx-c1D6FD" not in css
        assert "mjx-c1D465" in css
        assert len(Memory.read(tmp_path / "formulas.json").formulas) == 1

    @pytest.mark.parametrize("text", ["", "{", "[]", '{"makers": "others", "formulas": []}'])
    def test_a_file_that_others_have_made_counts_as_nothing(
        self, tmp_path: Path, text: str
    ) -> None:
        path = tmp_path / "formulas.json"
        path.write_text(text, "utf-8")
        assert Memory.read(path) == Memory(path)
