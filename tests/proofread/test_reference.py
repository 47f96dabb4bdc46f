"""Docstrings on a page: read without being imported, and judged to the last digit."""

from pathlib import Path

import pytest

from proofread.annotate import annotate
from proofread.check import check_page
from proofread.claim import Verdict
from proofread.definitions import DocstringError
from proofread.page import Page
from proofread.reference import with_docstrings

pytestmark = pytest.mark.usefixtures("recorded_answers")

MODULE = '''\
"""A module."""

import math

RATE = 0.5


def half(x: float, *, rate: float = RATE, power: int = 1) -> float:
    """Half of a number: rate x, never more
    than 1 at x = 2.

    Raises ValueError: x is not 0 or 1.

    Source: Somebody, A book (1999), section 3.

    >>> half(3.0)
    1.5
    >>> math.floor(half(5.0))
    2
    """
    return rate * x**power


def _hidden() -> None:
    """Nobody sees 7 of these."""
'''
PAGE = """\
# Reference

<!-- python: most = 1 -->

::: halves.half
    rate x, never more than 1 at x = 2 => never more than 1<!-- = most --> for small numbers
    Source: Somebody, A book (1999), section 3.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "src" / "halves"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", "utf-8")
    (package / "half.py").write_text(MODULE, "utf-8")
    (tmp_path / "docs" / "api").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "src")
    return tmp_path


def judged(project: Path, page: str = PAGE) -> tuple[Page, list[Verdict]]:
    path = project / "docs" / "api" / "half.md"
    path.write_text(page, "utf-8")
    read = Page.read(path, project)
    return read, check_page(read, project)


def test_a_true_page_holds(project: Path) -> None:
    page, verdicts = judged(project)
    assert all(verdict.holds for verdict in verdicts), verdicts
    assert "## `half` { #halves.half.half }" in page.text
    assert "half(x: float, *, rate: float = RATE, power: int = 1) -> float" in page.text
    assert ">>> import math\n>>> from halves.half import half\n>>> half(3.0)" in page.text
    assert "zero or one" in page.text
    assert "hidden" not in page.text.lower()
    assert '```python title="Signature"\nhalf(' in annotate(page, verdicts)


def test_a_claim_is_placed_in_the_docstring(project: Path) -> None:
    _, verdicts = judged(project)
    year = next(verdict.claim for verdict in verdicts if verdict.claim.text == "1999")
    assert year.path == "src/halves/half.py"
    assert "(1999)" in MODULE.split("\n")[year.line - 1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("power: int = 1", "power: int = 2"),
        ("*, rate", "rate"),
        ("rate: float = RATE", "rate: float = 0.4"),
        ("1<!-- = most -->", "2<!-- = most -->"),
        ("(1999), section 3.<!--", "(1998), section 3.<!--"),
        ("(1999), section 3.<!--", "(1999), section 4.<!--"),
        ("\n1.5\n", "\n1.6\n"),
        ("half(3.0)", "half(4.0)"),
        ("{ #halves.half.half }", ""),
    ],
)
def test_a_lie_on_the_page_is_caught(project: Path, old: str, new: str) -> None:
    page, _ = judged(project)
    assert page.text.count(old) == 1
    lie = Page.parse(page.text.replace(old, new), page.path)
    assert not all(verdict.holds for verdict in check_page(lie, project))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("never more\n    than 1", "never more\n    than 2"),
        ("(1999)", "(1998)"),
        ("is not 0 or 1", "is not 0 or 2"),
        ("    1.5\n", "    1.6\n"),
        ("Half of a number", "0.5 of a number"),
    ],
)
def test_a_slip_in_the_docstring_is_caught(project: Path, old: str, new: str) -> None:
    assert MODULE.count(old) == 1
    (project / "src" / "halves" / "half.py").write_text(MODULE.replace(old, new), "utf-8")
    _, verdicts = judged(project)
    assert not all(verdict.holds for verdict in verdicts)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("::: halves.none\n", "there is no module halves.none"),
        ("::: halves.none", "there is no module halves.none"),
        ("::: halves.half\n    nonsense\n", "neither"),
        ("::: halves.half\n", "repeat below the directive: Source: Somebody"),
        (PAGE + "    a third => a half\n", "has 'a third'"),
    ],
)
def test_what_the_module_does_not_have_is_refused(project: Path, page: str, words: str) -> None:
    with pytest.raises(DocstringError, match=words):
        with_docstrings(page, project)
    assert words in judged(project, page)[1][0].computed


def test_a_word_for_a_number_is_no_part_of_another(project: Path) -> None:
    longer = MODULE.replace("is not 0 or 1", "is not 40 or 1, 0 or 1000, 0 or 1.5")
    (project / "src" / "halves" / "half.py").write_text(longer, "utf-8")
    assert "is not 40 or 1, 0 or 1000, 0 or 1.5" in judged(project)[0].text


def test_a_package_gives_what_it_lists(project: Path) -> None:
    package = project / "src" / "halves" / "__init__.py"
    package.write_text('from .half import half\n\n__all__ = ["half"]\n', "utf-8")
    text = "\n".join(line.text for line in with_docstrings(PAGE.replace(".half", "", 1), project))
    assert "{ #halves.half }" in text
    assert ">>> from halves import half" in text


def test_fields_of_a_class_are_a_list(project: Path) -> None:
    path = project / "src" / "halves" / "pair.py"
    path.write_text(
        'class Pair:\n    """Two."""\n\n    x: int\n    """The first\n    of them."""\n', "utf-8"
    )
    text = "\n".join(line.text for line in with_docstrings("::: halves.pair\n", project))
    assert "Two.\n\n- `x`: The first of them.\n" in text


def test_a_package_that_lists_what_it_has_not_is_refused(project: Path) -> None:
    package = project / "src" / "halves" / "__init__.py"
    package.write_text('from .half import half\n\n__all__ = ["half", "third"]\n', "utf-8")
    with pytest.raises(DocstringError, match=r"__init__\.py lists third and does not have it"):
        with_docstrings(PAGE.replace(".half", "", 1), project)


LONG = '''\
def total(
    first: int, /, *values: float, weights: dict[str, float], power: int | None = None,
    **options: float,
) -> float:
    """All of them.

    >>> 1 + 1
    2
    """
    return sum(values)
'''
SHOWN = """\
total(
    first: int,
    /,
    *values: float,
    weights: dict[str, float],
    power: int | None = None,
    **options: float,
) -> float
"""


@pytest.mark.parametrize(
    ("old", "new", "holds"),
    [
        ("", "", True),
        ("*values", "values", False),
        ("**options", "options", False),
        ("    /,\n", "", False),
        ("= None", "= 2", False),
    ],
)
def test_a_long_signature_has_a_line_for_each_parameter(
    project: Path, old: str, new: str, holds: bool
) -> None:
    (project / "src" / "totals.py").write_text(LONG, "utf-8")
    page, _ = judged(project, "::: totals\n")
    assert f"```signature\n{SHOWN}```" in page.text
    assert ">>> from" not in page.text  # the example takes nothing from its module
    shown = Page.parse(page.text.replace(old, new, 1) if old else page.text, page.path)
    assert all(verdict.holds for verdict in check_page(shown, project)) is holds


def test_an_author_cites_nothing_on_a_page_with_docstrings(project: Path) -> None:
    _, verdicts = judged(project, PAGE + "\nSource: 34 dollars<!-- cited: 34 dollars -->\n")
    assert [verdict.claim.text for verdict in verdicts if not verdict.holds] == ["34"]


def test_the_words_of_a_source_may_hold_signs(project: Path) -> None:
    path = project / "src" / "halves" / "half.py"
    for title in ("On x = 2 − y", "On half = whole"):
        path.write_text(MODULE.replace("A book", title), "utf-8")
        _, verdicts = judged(project, PAGE.replace("A book", title))
        assert all(verdict.holds for verdict in verdicts), verdicts


def test_what_an_example_imports_itself_is_not_imported_for_it(project: Path) -> None:
    path = project / "src" / "halves" / "half.py"
    path.write_text(
        MODULE.replace(
            "    >>> half(3.0)", "    >>> from halves.half import half\n    >>> half(3.0)"
        ),
        "utf-8",
    )
    page, _ = judged(project)
    assert page.text.count("from halves.half import half") == 1
    assert "```pycon\n>>> import math\n>>> from halves.half import half\n>>> half(3.0)" in page.text


def test_names_in_a_docstring_are_shown_as_code(project: Path) -> None:
    path = project / "src" / "halves" / "half.py"
    path.write_text(MODULE.replace("Half of a number", "Half of some_number by `x`"), "utf-8")
    assert "Half of `some_number` by `x`: never more than 1" in judged(project)[0].text


def test_a_package_within_that_lists_what_it_has_not_says_on_which_line(project: Path) -> None:
    package = project / "src" / "halves"
    (package / "__init__.py").write_text('from .half import half\n\n__all__ = ["half"]\n', "utf-8")
    (package / "half.py").write_text('__all__ = ["third"]\n\n\ndef half() -> None: ...\n', "utf-8")
    _, (first, *_) = judged(project, PAGE.replace(".half", "", 1))
    assert first.computed == "line 5: half.py lists third and does not have it"


def test_of_two_stretches_the_longer_is_shown_as_it_says(project: Path) -> None:
    shorter = PAGE.replace("    Source", "    rate x => some rate\n    Source")
    page, _ = judged(project, shorter)
    assert "never more than 1<!-- = most --> for small numbers" in page.text
    assert "some rate" not in page.text


def test_an_arrow_in_a_default_ends_no_signature(project: Path) -> None:
    default = "power: str = 'any (a) -> of (b) -> these'"
    (project / "src" / "arrows.py").write_text(
        LONG.replace("power: int | None = None", default), "utf-8"
    )
    page, verdicts = judged(project, "::: arrows\n")
    assert f"    {default},\n    **options: float,\n) -> float\n```" in page.text
    assert all(verdict.holds for verdict in verdicts), verdicts
