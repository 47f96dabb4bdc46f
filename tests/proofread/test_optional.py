"""A package that is not installed is skipped and counted, with all that depends on it."""

from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.optional import REQUIRE
from proofread.page import Page

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


def test_skipped_with_what_depends_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRE, raising=False)
    verdicts = check_page(Page.parse(PAGE), Path())
    assert all(verdict.holds for verdict in verdicts)
    assert [verdict.skipped for verdict in verdicts] == ["no_such_package"] * 4 + ["", ""]


def test_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRE, "all")
    verdicts = check_page(Page.parse(PAGE), Path())
    assert [verdict.holds for verdict in verdicts] == [False] * 4 + [True, True]


def test_a_package_that_is_there_is_used() -> None:
    verdicts = check_page(Page.parse(PAGE.replace("no_such_package", "mpmath")), Path())
    assert "no attribute 'value'" in verdicts[0].computed
