"""What one page does to the process is undone before the next."""

import decimal
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from proofread.alone import difference
from proofread.check import check_page
from proofread.code import Outcome
from proofread.page import Page
from proofread.session import Prompt
from tests.support.libraries import load

pytestmark = pytest.mark.usefixtures("recorded_answers")

PAGE = """\
```python
import decimal
import os
import random

import numpy as np

np.set_printoptions(precision=2)
os.environ["PAGE"] = "was here"
os.chdir("..")
random.seed(3)
decimal.getcontext().prec = 2
print(np.array([1 / 3]))
```

```text title="Output"
[0.33]
```
"""


def test_nothing_stays() -> None:
    folder, state, digits = Path.cwd(), random.getstate(), decimal.getcontext().prec
    assert all(verdict.holds for verdict in check_page(Page.parse(PAGE), Path()))
    assert Path.cwd() == folder
    assert random.getstate() == state
    assert "PAGE" not in os.environ
    assert decimal.getcontext().prec == digits
    after = "```pycon\n>>> import numpy as np\n>>> np.array([1 / 3])\narray([0.33333333])\n```\n"
    assert all(verdict.holds for verdict in check_page(Page.parse(after), Path()))


def test_the_precision_of_jax_is_put_back() -> None:
    jax = load("jax")
    before = jax.config.jax_enable_x64
    page = """
<!-- needs: jax -->

```python
import jax

jax.config.update("jax_enable_x64", PRECISION)
print(jax.numpy.ones(1).dtype)
```

```text title="Output"
TYPE
```
"""
    for precision, name in (("True", "float64"), ("False", "float32")):
        text = page.replace("PRECISION", precision).replace("TYPE", name)
        assert all(verdict.holds for verdict in check_page(Page.parse(text), Path()))
        assert jax.config.jax_enable_x64 == before


def test_what_an_example_does_alone_is_told() -> None:
    silent, loud = Outcome(), Outcome("1\n")
    told = "without the hidden code of the page it prints\n"
    assert difference(silent, loud) == f"{told}nothing"
    assert difference(loud, silent) == f"{told}1\n"
    assert difference(loud, Outcome("1\n")) == ""
    assert difference(Outcome(problem="no"), loud) == "without the hidden code of the page no"
    prompt = Prompt(0, "a", "1", "2", holds=False)
    alone, together = ([prompt], Outcome()), ([replace(prompt, came="1")], Outcome())
    assert difference(alone, together) == "without the hidden code of the page it gives\n2"
