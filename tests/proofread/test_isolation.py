"""What one page does to the process is undone before the next."""

import decimal
import os
import random
from pathlib import Path

from proofread.check import check_page
from proofread.page import Page
from tests.support.libraries import load

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
