"""A package that is not installed is skipped and counted, with all that depends on it."""

import textwrap
from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.optional import REQUIRE
from proofread.page import Page

pytestmark = pytest.mark.usefixtures("recorded_answers")

PAGE = """
<!-- needs: no_such_package -->

```python
import no_such_package

a = no_such_package.value()
print(a)
```

```text title="Output"
7
```

```python
b = a + 1
print(b)
```

```text title="Output"
8
```

```python
print("still here")
```

```text title="Output"
still here
```
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with two extras: one has a package of its own name."""
    settings = """\
        [project]
        name = "tables"
        [project.optional-dependencies]
        no_such_package = ["no_such_package>=1"]
        mpmath = ["mpmath"]
        dev = ["pytest"]
        """
    (tmp_path / "pyproject.toml").write_text(textwrap.dedent(settings), encoding="utf-8")
    return tmp_path


def test_skipped_with_what_depends_on_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRE, raising=False)
    verdicts = check_page(Page.parse(PAGE), root)
    assert all(verdict.holds for verdict in verdicts)
    assert [verdict.skipped for verdict in verdicts] == ["no_such_package"] * 4 + ["", ""]


REBOUND = """
```python
{first}
print(a)
```

```text title="Output"
2
```

```python
print(a + 1)
```

```text title="Output"
3
```
"""


@pytest.mark.parametrize(
    ("first", "depends"),
    [
        ("a = 2", False),
        ("def a():\n    return 2\n\n\na = a()", False),
        ("a = a + 1", True),
        ("b = a\na = b", True),
        ("for a in [2]:\n    pass\n", True),
    ],
)
def test_a_name_that_is_bound_anew_depends_on_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, first: str, depends: bool
) -> None:
    monkeypatch.delenv(REQUIRE, raising=False)
    text = PAGE.partition("```python\nb =")[0] + REBOUND.format(first=first)
    verdicts = check_page(Page.parse(text), root)
    assert [bool(verdict.skipped) for verdict in verdicts[2:]] == [depends] * 4
    assert all(verdict.holds for verdict in verdicts)


def test_required(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRE, "all")
    verdicts = check_page(Page.parse(PAGE), root)
    assert [verdict.holds for verdict in verdicts] == [False] * 4 + [True, True]


def test_a_package_that_is_there_is_used(root: Path) -> None:
    verdicts = check_page(Page.parse(PAGE.replace("no_such_package", "mpmath")), root)
    assert "no attribute 'value'" in verdicts[0].computed


@pytest.mark.parametrize("name", ["nosuchpackage", "dev", "pytest", "no_such_packages"])
def test_only_an_extra_may_be_left_out(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv(REQUIRE, raising=False)
    verdicts = check_page(Page.parse(PAGE.replace("no_such_package", name)), root)
    assert verdicts[0].computed == f"{name} is no extra of the project"
    assert not any(verdict.skipped for verdict in verdicts)


def test_code_that_does_not_use_the_package_is_not_left_out(root: Path) -> None:
    text = PAGE.replace("import no_such_package\n", "").replace("no_such_package.value()", "6")
    verdicts = check_page(Page.parse(text), root)
    assert verdicts[0].computed == "the code does not use no_such_package"


BOUND = """
<!-- let here: b = 2 -->

There are 8<!-- = a -->, `8`<!-- = a -->, `a + 1`<!-- = a + 1 -->, `a[0]`<!-- = a[0] --> and
$b$<!-- = a; at: here -->.
"""


def test_what_is_bound_to_it_is_skipped(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRE, raising=False)
    (root / "docs").mkdir()
    notation = Path(__file__).parent / "cases" / "docs" / "notation.md"
    (root / "docs" / "notation.md").write_text(notation.read_text("utf-8"), "utf-8")
    text = PAGE.partition("```python\nb =")[0] + BOUND
    verdicts = check_page(Page.parse(text), root)
    assert [(verdict.holds, verdict.skipped) for verdict in verdicts] == [
        (True, "no_such_package")
    ] * 7
    there = check_page(Page.parse(BOUND), root)  # without the fence no name is lost
    assert [verdict.skipped for verdict in there] == [""] * 5
    assert not any(verdict.holds for verdict in there)
